using Crm.Architecture.Tests.Map;
using Mono.Cecil;

namespace Crm.Architecture.Tests.Reading;

/// <summary>
/// Offences that cannot lie in the repository: written texts would be found in the real code base too, and a project that is built with
/// others into one assembly has no references of its own.
/// </summary>
internal static class OffendingFiles
{
    public const string Later = "TO" + "DO";
    public const string Disable = "#pragma " + "warning disable";
    public const string NoWarnings = "No" + "Warn";
    public const string Home = "/ho" + "me/";
    public const string Feed = "https://nu" + "get.example/v3/index.json";

    public static IReadOnlyList<SourceFile> All { get; } =
    [
        new("src/Long.cs", string.Concat(Enumerable.Repeat("// line\n", 400))),
        new("src/JustRight.cs", string.Concat(Enumerable.Repeat("// line\n", 399))),
        new("src/Crm.Wrong/Persistence/Migrations/Generated.cs", string.Concat(Enumerable.Repeat($"{Disable} 612\n", 500))),
        new("src/Later.cs", $"var todos = 1;\n// {Later}: finish\n"),
        new("docs/later.md", $"{Later} lists are no code.\n"),
        new("src/Silenced.cs", $"{Disable} CA1\n\n// The reason is here.\n{Disable} CA2\n{Disable} CA3 // and here\n"),
        new("src/Silenced.props", $"<A>\n<{NoWarnings}>CA1</{NoWarnings}>\n<!-- Because. -->\n<{NoWarnings}>CA2</{NoWarnings}>\n</A>\n"),
        new("docs/machine.md", $"Look at {Home}somebody/crm.\nFetched from {Feed}.\nGET https://crm.example{Home}x is an address.\n"),
        new("tests/Crm.Forgotten.Tests/Crm.Forgotten.Tests.csproj", "<Project />"),
        new(ModuleMap.Path, $"{ModuleMap.HeadingOf("Wrong")}\n"),
    ];

    public static IReadOnlyList<AssemblyDefinition> Assemblies { get; } =
    [
        Assembly("Crm.Wrong", "Crm.BuildingBlocks", "Crm.Neighbour", "Crm.Neighbour.Contracts", "System.Runtime", "Microsoft.EntityFrameworkCore"),
        Assembly("Crm.Wrong.Contracts", "System.Runtime", "FluentValidation"),
        Assembly("Crm.Host", "Crm.BuildingBlocks.Hosting", "Crm.Wrong"),
        Assembly("Crm.Pricing", "Crm.BuildingBlocks", "Microsoft.AspNetCore.Http.Abstractions"),
    ];

    private static AssemblyDefinition Assembly(string name, params string[] references)
    {
        var assembly = AssemblyDefinition.CreateAssembly(new AssemblyNameDefinition(name, new Version(1, 0)), name, ModuleKind.Dll);
        assembly.MainModule.AssemblyReferences.Clear();
        foreach (var reference in references) assembly.MainModule.AssemblyReferences.Add(new AssemblyNameReference(reference, new Version(1, 0)));
        return assembly;
    }
}
