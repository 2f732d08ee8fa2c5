using Crm.Architecture.Tests.Reading;
using static Crm.Architecture.Tests.Rules.Targets;

namespace Crm.Architecture.Tests.Rules;

/// <summary>Who may use whom, type by type.</summary>
internal static class LayerRules
{
    /// <summary>Values, collections and text, and what the compiler itself writes into records, iterators and collection expressions.</summary>
    private static readonly Target PlainDotNet = Namespaces(
        "System", "System.Collections.*", "System.Linq", "System.Globalization", "System.Numerics", "System.Text", "System.Text.RegularExpressions",
        "System.Diagnostics", "System.Diagnostics.CodeAnalysis", "System.Runtime.CompilerServices", "System.Runtime.InteropServices")
        .ButNot("System.Console", "System.TimeProvider", "System.Diagnostics.Process");

    public static readonly ArchRule Contracts = Code.Of(ProjectKind.Contracts)
        .MayUse(SameProject, Project(Ours.BuildingBlocks), PlainDotNet)
        .Because("Contracts are read by every module, so they drag nothing along but the building blocks.");

    public static readonly ArchRule Domain = Code.Of(ProjectKind.Module).In("Domain")
        .MayUse(SameModule.In("Domain"), Project(Ours.BuildingBlocks), Project(Ours.Pricing).ForModules(Ours.Pricers), PlainDotNet)
        .Because("The domain knows only itself and the building blocks: no storage, no web, no clock, nothing asynchronous.");

    public static readonly ArchRule Persistence = Code.Of(ProjectKind.Module).In("Persistence")
        .MayUse(SameModule.In("Persistence", "Domain"), Project(Ours.BuildingBlocks, Ours.Hosting), EverythingFromOutside)
        .Because("Persistence stores the domain and knows nothing above itself.");

    public static readonly ArchRule Application = Code.Of(ProjectKind.Module).In("Application")
        .MayUse(
            SameModule.In("Application", "Persistence", "Domain"), SameModule.Contracts,
            OtherModules.Contracts.WhenIn("Application.Consumers"),
            Project(Ours.BuildingBlocks, Ours.Hosting, Ours.Platform, Ours.Rendering), Project(Ours.Pricing).ForModules(Ours.Pricers), EverythingFromOutside)
        .Because("Use cases stand above storage and below the API; only consumers know what other modules publish.");

    public static readonly ArchRule Api = Code.Of(ProjectKind.Module).In("Api")
        .MayUse(SameModule.In("Api", "Application", "Persistence", "Domain"), Project(Ours.BuildingBlocks, Ours.Hosting, Ours.Rendering), EverythingFromOutside)
        .Because("The API calls its own module and knows no events, neither its own nor those of others.");

    public static readonly ArchRule ModuleClass = Code.Of(ProjectKind.Module).In("")
        .MayUse(SameProject, SameModule.Contracts, OtherModules.Contracts, Project(Ours.BuildingBlocks, Ours.Hosting, Ours.Platform), EverythingFromOutside)
        .Because("A module's table of contents names its own parts and the events it hears, never the inside of another module.");

    public static readonly ArchRule NoTypeOutsideTheLayers = Code.Of(ProjectKind.Module)
        .That(type => !type.IsIn("Api", "Application", "Persistence", "Domain") && !ModuleRules.IsModuleClass(type))
        .Should((type, written) => written == type.Definition ? ["belongs to no layer"] : [])
        .Because("Beside the module class, everything of a module lies in Api, Application, Persistence or Domain; elsewhere no rule would hold for it.");

    public static readonly ArchRule Host = Code.Of(ProjectKind.Host)
        .MayUse(SameProject, Project(Ours.BuildingBlocks, Ours.Hosting, Ours.Platform), EverythingFromOutside)
        .Because("The host finds modules as plug-ins and uses not one of their types.");

    public static readonly ArchRule PureBuildingBlocks = Code.Of(ProjectKind.BuildingBlock).Except(Ours.Hosting, Ours.Rendering)
        .MayUse(SameProject, Project(Ours.BuildingBlocks), Runtime)
        .Because("Contracts and domains stand on these, so they need no package.");

    public static readonly ArchRule HostingBlocks = Code.Of(Ours.Hosting)
        .MayUse(SameProject, Project(Ours.BuildingBlocks, Ours.Platform), EverythingFromOutside)
        .Because("What serves every module knows none of them.");

    public static readonly ArchRule RenderingBlocks = Code.Of(Ours.Rendering)
        .MayUse(SameProject, Project(Ours.BuildingBlocks), EverythingFromOutside)
        .Because("Rendering turns data into pages and knows nothing else of the system.");
}
