using Crm.Architecture.Tests.Reading;

namespace Crm.Architecture.Tests.Rules;

/// <summary>Who may refer to whom, project by project: what the files ask for and what the compiler wrote down.</summary>
internal static class ProjectRules
{
    private const string SqlServerStandIn = "Microsoft.SqlServer.Server";

    /// <summary>Project files that are read as offences and never built.</summary>
    private static readonly string[] OffendersOnly = ["tests/Crm.Architecture.Offenders/src/", "tests/Crm.Architecture.Offenders/tests/"];

    /// <summary>Catches the edge that is there and not used yet.</summary>
    public static readonly ArchRule ProjectReferences = new ArchRule(code =>
            from project in code.Projects
            from edge in project.File.References
            where !MayRefer(code, project, edge)
            select $"{project.Name} -> {edge.To} (project file)")
        .Because("A module refers to another's contracts alone, and nothing refers to the host; the host takes modules by wildcard.");

    /// <summary>Catches the edge that came along through another project.</summary>
    public static readonly ArchRule AssemblyReferences = new ArchRule(code =>
            from project in code.Projects
            from reference in code.ReferencesOf(project)
            where code.Find(reference) is not null
                ? !MayRefer(code, project, new ProjectEdge(reference, IsWildcard: false))
                : IsPure(project) && !Assemblies.IsRuntime(reference)
            select $"{project.Name} -> {reference} (assembly)")
        .Because("What is compiled in obeys the same table as what the project files say.");

    public static readonly ArchRule NoPackages = new ArchRule(code =>
            from project in code.Projects
            where IsPure(project)
            from package in project.File.Packages.Concat(project.File.Frameworks)
            select $"{project.Name} -> {package} (package)")
        .Because("Building blocks that contracts and domains stand on need no package.");

    /// <summary>The modules' projects get their packages through the building blocks; one of its own is for that module's own trade.</summary>
    public static readonly ArchRule SharedPackagesComeFromTheBuildingBlocks = new ArchRule(code =>
            from package in code.Modules.SelectMany(m => m.File.Packages.Select(p => (Package: p, Module: m.Name))).GroupBy(p => p.Package, p => p.Module)
            where package.Distinct().Count() > 1
            select $"{string.Join(", ", package.Order(StringComparer.Ordinal))} -> {package.Key} (package)")
        .Because("A package that two modules need is referred to once, by Crm.BuildingBlocks.Hosting.");

    public static readonly ArchRule EveryProjectIsInTheSolution = new ArchRule(code =>
            from file in code.Files
            where file.IsOneOf(".csproj") && !OffendersOnly.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal))
            where !code.Solution.Contains(file.Path.Replace('/', '\\'), StringComparison.Ordinal)
            select $"{file.Path} is not in Crm.sln")
        .Because("What is not in the solution is neither built nor tested.");

    private static bool IsPure(Project project) =>
        project.Kind == ProjectKind.Contracts || (project.Kind == ProjectKind.BuildingBlock && project.Name is not (Ours.Hosting or Ours.Rendering));

    private static bool MayRefer(Codebase code, Project from, ProjectEdge edge)
    {
        var to = code.Find(edge.To);
        return from.Kind switch
        {
            ProjectKind.Host => edge.To is Ours.BuildingBlocks or Ours.Hosting or Ours.Platform || (edge.IsWildcard && to?.Module is not null),
            ProjectKind.Contracts => edge.To is Ours.BuildingBlocks,
            ProjectKind.BuildingBlock when from.Name == Ours.Hosting => edge.To is Ours.BuildingBlocks or Ours.Platform or SqlServerStandIn,
            ProjectKind.BuildingBlock => edge.To is Ours.BuildingBlocks && from.Name != Ours.BuildingBlocks,
            _ => edge.To is Ours.BuildingBlocks or Ours.Hosting or Ours.Platform or Ours.Rendering
                 || (edge.To is Ours.Pricing && Ours.Pricers.Contains(from.Module))
                 || to is { Kind: ProjectKind.Contracts, Module: not null },
        };
    }
}
