namespace Crm.Architecture.Tests.Reading;

/// <param name="Path">From the root, with forward slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    private static readonly string[] Written =
        [".cs", ".razor", ".csproj", ".props", ".targets", ".md", ".http", ".sh", ".ps1", ".yml", ".sql"];

    private static readonly string[] NotOurs = [".git", ".vs", ".idea", "artifacts", "bin", "data", "node_modules", "obj", "TestResults"];

    private string[]? _lines;

    public IReadOnlyList<string> Lines => _lines ??= Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    public bool IsMigration => Path.Contains("/Migrations/", StringComparison.Ordinal);

    public bool IsOneOf(params string[] extensions) => extensions.Contains(System.IO.Path.GetExtension(Path));

    public static IEnumerable<SourceFile> Below(string root) => Below(root, root);

    private static IEnumerable<SourceFile> Below(string root, string folder) =>
        Directory.EnumerateFiles(folder).Where(f => Written.Contains(System.IO.Path.GetExtension(f)))
            .Select(f => new SourceFile(System.IO.Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllText(f)))
            .Concat(Directory.EnumerateDirectories(folder)
                .Where(d => !NotOurs.Contains(System.IO.Path.GetFileName(d)))
                .SelectMany(d => Below(root, d)));
}
