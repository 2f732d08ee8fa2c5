using System.Xml.Linq;

namespace Crm.Architecture.Tests.Reading;

/// <summary>What a project file asks for, whether the code uses it or not.</summary>
internal sealed record ProjectFile(
    string Path, IReadOnlyList<ProjectEdge> References, IReadOnlyList<string> Packages, IReadOnlyList<string> Frameworks)
{
    public static ProjectFile Read(string path)
    {
        var items = XDocument.Load(path).Descendants()
            .Where(e => e.Attribute("Include") is not null)
            .ToLookup(e => e.Name.LocalName, e => e.Attribute("Include")!.Value);
        var folder = System.IO.Path.GetDirectoryName(path)!;
        return new ProjectFile(
            path,
            [.. items["ProjectReference"].SelectMany(include => Expand(folder, include.Replace('\\', '/')))],
            [.. items["PackageReference"]],
            [.. items["FrameworkReference"]]);
    }

    private static IEnumerable<ProjectEdge> Expand(string folder, string include)
    {
        if (!include.Contains('*', StringComparison.Ordinal)) return [new ProjectEdge(NameOf(include), IsWildcard: false)];

        IEnumerable<string> reached = [folder];
        var steps = include.Split('/');
        foreach (var step in steps[..^1])
        {
            reached = step == ".."
                ? reached.Select(f => System.IO.Path.GetDirectoryName(f)!)
                : reached.SelectMany(f => Directory.EnumerateDirectories(f, step));
        }

        return reached.SelectMany(f => Directory.EnumerateFiles(f, steps[^1]))
            .Select(f => new ProjectEdge(NameOf(f), IsWildcard: true))
            .OrderBy(e => e.To, StringComparer.Ordinal);
    }

    private static string NameOf(string path) => System.IO.Path.GetFileNameWithoutExtension(path);
}

/// <param name="IsWildcard">The line names no project: it takes what the folders hold.</param>
internal sealed record ProjectEdge(string To, bool IsWildcard);
