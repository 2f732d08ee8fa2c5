using Crm.Architecture.Tests.Rules;
using Xunit;

namespace Crm.Architecture.Tests;

public sealed class LayerTests
{
    [Fact]
    public void Contracts_know_only_the_building_blocks() => LayerRules.Contracts.HoldsInProduction();

    [Fact]
    public void Contracts_know_only_the_building_blocks__offenders() => LayerRules.Contracts.Finds(
        "Crm.Wrong.Contracts.ValidatedV1 -> Crm.Neighbour.Contracts.NeighbourLeftV1 (method Left)",
        "Crm.Wrong.Contracts.ValidatedV1 -> FluentValidation.IValidator (property Validator)");

    [Fact]
    public void Domain_knows_only_itself_and_the_building_blocks() => LayerRules.Domain.HoldsInProduction();

    [Fact]
    public void Domain_knows_only_itself_and_the_building_blocks__offenders() => LayerRules.Domain.Finds(
        "Crm.Wrong.Domain.KnowsJson -> System.Text.Json.Serialization.JsonConverterAttribute (attribute)",
        "Crm.Wrong.Domain.KnowsJson -> System.Text.Json.Serialization.JsonStringEnumConverter (attribute)",
        "Crm.Wrong.Domain.KnowsOthersAsynchronously -> Crm.Neighbour.Contracts.NeighbourMovedV1 (method Follow)",
        "Crm.Wrong.Domain.KnowsOthersAsynchronously -> System.Threading.Tasks.ValueTask (method Follow)",
        "Crm.Wrong.Domain.KnowsStorage -> Microsoft.EntityFrameworkCore.DbContext (field db, constructor, method ToString)",
        "Crm.Wrong.Domain.KnowsStorageInALambda -> Crm.Wrong.Persistence.WrongContext (constructor)",
        "Crm.Wrong.Domain.KnowsTheClock -> System.TimeProvider (field time, constructor, property Now)",
        "Crm.Wrong.Domain.KnowsThePriceEngine -> Crm.Pricing.LeanOn (method Half)",
        "Crm.Wrong.Domain.KnowsUseCases -> Crm.Wrong.Application.NeverValidated (property Waiting, constructor)");

    [Fact]
    public void Persistence_knows_only_the_domain() => LayerRules.Persistence.HoldsInProduction();

    [Fact]
    public void Persistence_knows_only_the_domain__offenders() => LayerRules.Persistence.Finds(
        "Crm.Wrong.Persistence.Mapped -> Crm.Wrong.Application.NeverValidated (property Command)");

    [Fact]
    public void Application_knows_what_lies_below_and_hears_others_in_consumers_only() => LayerRules.Application.HoldsInProduction();

    [Fact]
    public void Application_knows_what_lies_below_and_hears_others_in_consumers_only__offenders() => LayerRules.Application.Finds(
        "Crm.Wrong.Application.CallsUpwards -> Crm.Wrong.Api.KnowsEvents (method Publish)",
        "Crm.Wrong.Application.ListensOutsideConsumers -> Crm.Neighbour.Contracts.NeighbourMovedV1 (method Is)");

    [Fact]
    public void Api_knows_its_own_module_and_no_events() => LayerRules.Api.HoldsInProduction();

    [Fact]
    public void Api_knows_its_own_module_and_no_events__offenders() => LayerRules.Api.Finds(
        "Crm.Wrong.Api.KnowsEvents -> Crm.Neighbour.Application.Fence (method Publish)",
        "Crm.Wrong.Api.KnowsEvents -> Crm.Neighbour.Application.FenceBroken (method Publish)",
        "Crm.Wrong.Api.KnowsEvents -> Crm.Wrong.Contracts.GoodV1 (method Publish)");

    [Fact]
    public void A_module_class_names_its_own_parts_and_the_events_it_hears() => LayerRules.ModuleClass.HoldsInProduction();

    [Fact]
    public void A_module_class_names_its_own_parts_and_the_events_it_hears__offenders() => LayerRules.ModuleClass.Finds(
        "Crm.Wrong.WrongModule -> Crm.Neighbour.Application.Fence (method MapEndpoints)");

    [Fact]
    public void Every_type_of_a_module_belongs_to_a_layer() => LayerRules.NoTypeOutsideTheLayers.HoldsInProduction();

    [Fact]
    public void Every_type_of_a_module_belongs_to_a_layer__offenders() => LayerRules.NoTypeOutsideTheLayers.Finds(
        "Crm.Wrong.Common.Stray belongs to no layer");

    [Fact]
    public void The_host_uses_not_one_type_of_a_module() => LayerRules.Host.HoldsInProduction();

    [Fact]
    public void The_host_uses_not_one_type_of_a_module__offenders() => LayerRules.Host.Finds(
        "Crm.Host.NamesModules -> Crm.Neighbour.Application.Fence (property Type)");

    [Fact]
    public void Building_blocks_need_no_package() => LayerRules.PureBuildingBlocks.HoldsInProduction();

    [Fact]
    public void Building_blocks_need_no_package__offenders() => LayerRules.PureBuildingBlocks.Finds(
        "Crm.BuildingBlocks.LeansOnPackages -> Microsoft.AspNetCore.Http.HttpContext (method Is)",
        "Crm.Pricing.LeanOn -> Crm.BuildingBlocks.Hosting.Modules.ModuleBuilder (property Hosting)");

    [Fact]
    public void What_serves_every_module_knows_none() => LayerRules.HostingBlocks.HoldsInProduction();

    [Fact]
    public void What_serves_every_module_knows_none__offenders() => LayerRules.HostingBlocks.Finds(
        "Crm.BuildingBlocks.Hosting.ServesOneModule -> Crm.Neighbour.Contracts.NeighbourLeftV1 (property Last)");

    [Fact]
    public void Rendering_knows_nothing_else_of_the_system() => LayerRules.RenderingBlocks.HoldsInProduction();

    [Fact]
    public void Rendering_knows_nothing_else_of_the_system__offenders() => LayerRules.RenderingBlocks.Finds(
        "Crm.Rendering.RendersModules -> Crm.Pricing.LeanOn (property Engine)");
}
