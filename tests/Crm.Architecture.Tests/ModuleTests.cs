using Crm.Architecture.Tests.Rules;
using Xunit;

namespace Crm.Architecture.Tests;

public sealed class ModuleTests
{
    [Fact]
    public void Types_of_a_module_are_internal() => ModuleRules.ModuleTypesAreInternal.HoldsInProduction();

    [Fact]
    public void Types_of_a_module_are_internal__offenders() => ModuleRules.ModuleTypesAreInternal.Finds(
        "Crm.Wrong.Application.SeenByAll is public",
        "Crm.Wrong.Application.SeenByAll.NestedAndSeen is public");

    [Fact]
    public void Aggregates_have_no_public_setters() => ModuleRules.AggregatesChangeThroughTheirMethods.HoldsInProduction();

    [Fact]
    public void Aggregates_have_no_public_setters__offenders() => ModuleRules.AggregatesChangeThroughTheirMethods.Finds(
        "Crm.Wrong.Domain.HalfOpen has a public setter (Settable)",
        "Crm.Wrong.Domain.OpenToEverybody has a public field (Field)",
        "Crm.Wrong.Domain.OpenToEverybody has a public setter (Initialised)");

    [Fact]
    public void A_module_class_is_named_by_its_assembly_and_by_its_folder() => ModuleRules.ModuleClassesAreMarked.HoldsInProduction();

    [Fact]
    public void A_module_class_is_named_by_its_assembly_and_by_its_folder__offenders() => ModuleRules.ModuleClassesAreMarked.Finds(
        "Crm.Wrong.WrongModule calls itself 'wrongly-named' instead of 'wrong'",
        "Crm.Wrong.WrongModule is not named by [assembly: CrmModule]");

    [Fact]
    public void A_module_is_two_projects() => ModuleRules.ModulesConsistOfTwoProjects.HoldsInProduction();

    [Fact]
    public void A_module_is_two_projects__offenders() => ModuleRules.ModulesConsistOfTwoProjects.Finds(
        "src/Modules/Lonely lacks Crm.Lonely.Contracts",
        "src/Modules/Neighbour has the odd project Crm.Neighbour.Extras");

    [Fact]
    public void Every_module_is_installed_tested_and_on_the_map() => ModuleRules.ModulesAreInstalledTestedAndMapped.HoldsInProduction();

    [Fact]
    public void Every_module_is_installed_tested_and_on_the_map__offenders() => ModuleRules.ModulesAreInstalledTestedAndMapped.Finds(
        "src/Modules/Lonely is not in docs/module-map.md",
        "src/Modules/Lonely is not taken up by the host's wildcard",
        "src/Modules/Lonely is not tested by tests/Crm.Lonely.Tests",
        "src/Modules/Neighbour has no tests/Crm.Neighbour.Tests",
        "src/Modules/Neighbour is not in docs/module-map.md",
        "src/Modules/Wrong has no tests/Crm.Wrong.Tests",
        "src/Modules/Wrong is not taken up by the host's wildcard");

    [Fact]
    public void No_text_in_the_host_is_made_for_one_module() => ModuleRules.TheHostNamesNoModule.HoldsInProduction();

    [Fact]
    public void No_text_in_the_host_is_made_for_one_module__offenders() => ModuleRules.TheHostNamesNoModule.Finds(
        "Crm.Host.NamesModules -> \"/api/v1/neighbour/fences\" (property Route)",
        "Crm.Host.NamesModules -> \"Crm.Neighbour\" (property Assembly)",
        "Crm.Host.NamesModules -> \"neighbour.fences.paint\" (property Permission)");
}
