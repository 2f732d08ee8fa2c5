using System.Text.RegularExpressions;

namespace Crm.Architecture.Tests.Reading;

internal enum ProjectKind
{
    Host,
    BuildingBlock,
    Module,
    Contracts,
}

/// <summary>One project below <c>src</c>. What it is follows from where it lies, so that a new one is judged without being listed.</summary>
/// <param name="Module">The module's folder; null outside <c>src/Modules</c>.</param>
internal sealed partial record Project(string Name, ProjectKind Kind, string? Module, ProjectFile File)
{
    /// <summary>Whose contracts these are: <c>SalesOrders</c>, <c>Platform</c>.</summary>
    public string Owner => Module ?? Name.Split('.')[1];

    /// <summary><c>sales-orders</c>: the module's name in configuration, routes and event names.</summary>
    public string Kebab => Words().Replace(Owner, "-").ToLowerInvariant();

    /// <summary><c>sales_orders</c>: the schema, and on SQLite the prefix of tables.</summary>
    public string Schema => Kebab.Replace('-', '_');

    public static Project At(string root, string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var isContracts = name.EndsWith(".Contracts", StringComparison.Ordinal);
        var (kind, module) = Path.GetRelativePath(root, path).Replace('\\', '/').Split('/') switch
        {
            ["src", "Host", ..] => (ProjectKind.Host, null),
            ["src", "Modules", var folder, ..] => (isContracts ? ProjectKind.Contracts : ProjectKind.Module, folder),
            _ => (isContracts ? ProjectKind.Contracts : ProjectKind.BuildingBlock, (string?)null),
        };
        return new Project(name, kind, module, ProjectFile.Read(path));
    }

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Words();
}
