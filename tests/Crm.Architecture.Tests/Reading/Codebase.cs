using Mono.Cecil;

namespace Crm.Architecture.Tests.Reading;

/// <summary>Everything the rules look at: the projects below <c>src</c>, their compiled types, and the written files.</summary>
internal sealed class Codebase
{
    private readonly Dictionary<string, Project> _projects;
    private readonly Dictionary<string, TypeDefinition> _definitions = [];
    private readonly Dictionary<string, AssemblyDefinition> _assemblies;

    private Codebase(string root, IEnumerable<SourceFile> files, IReadOnlyList<AssemblyDefinition> assemblies)
    {
        Root = root;
        Files = [.. files];
        Projects = [.. ProjectsBelow(root)];
        _projects = Projects.ToDictionary(p => p.Name);
        _assemblies = assemblies.ToDictionary(a => a.Name.Name);

        var types = new List<CodeType>();
        foreach (var type in assemblies.SelectMany(a => a.MainModule.Types))
        {
            _definitions.TryAdd(type.FullName, type);
            if (!Names.IsGenerated(type) && ProjectOf(type) is { } project) types.Add(new CodeType(this, project, type));
        }

        Types = types;
    }

    public static Codebase Production { get; } = ReadProduction();

    /// <summary>The deliberately wrong system that every rule must find fault with.</summary>
    public static Codebase Offending { get; } = ReadOffending();

    public string Root { get; }

    public IReadOnlyList<Project> Projects { get; }

    /// <summary>Outermost types written by people.</summary>
    public IReadOnlyList<CodeType> Types { get; }

    public IReadOnlyList<SourceFile> Files { get; }

    /// <summary>The text of <c>Crm.sln</c>; empty for a code base without one.</summary>
    public string Solution => File.Exists(Path.Combine(Root, "Crm.sln")) ? File.ReadAllText(Path.Combine(Root, "Crm.sln")) : "";

    public IEnumerable<Project> Modules => Projects.Where(p => p.Kind == ProjectKind.Module);

    public Project? Find(string project) => _projects.GetValueOrDefault(project);

    /// <summary>Null for types of the framework and of packages.</summary>
    public TypeDefinition? Find(TypeReference type) => type.Resolved(_definitions);

    /// <summary>The assemblies a project's own assembly names; empty when that project was not compiled.</summary>
    public IEnumerable<string> ReferencesOf(Project project) =>
        _assemblies.TryGetValue(project.Name, out var assembly) ? assembly.MainModule.AssemblyReferences.Select(r => r.Name) : [];

    public bool IsCompiled(Project project) => _assemblies.ContainsKey(project.Name);

    /// <summary>
    /// The project a type belongs to: its assembly. One assembly may also hold the types of several projects (the offenders do, to be
    /// built at once); there the namespace tells.
    /// </summary>
    public Project? ProjectOf(TypeReference type)
    {
        var assembly = type.Scope is AssemblyNameReference other ? other.Name : type.Module.Assembly.Name.Name;
        if (_projects.TryGetValue(assembly, out var project)) return project;
        if (!_assemblies.ContainsKey(assembly)) return null;

        var space = Names.NamespaceOf(type);
        return Projects.Where(p => Names.IsWithin(space, p.Name)).MaxBy(p => p.Name.Length);
    }

    private static Codebase ReadProduction()
    {
        var root = RootAbove(AppContext.BaseDirectory);
        var assemblies = ProjectsBelow(root).Select(p => Path.Combine(AppContext.BaseDirectory, p.Name + ".dll")).Where(File.Exists);
        return new Codebase(root, SourceFile.Below(root), [.. assemblies.Select(Assemblies.Read)]);
    }

    private static Codebase ReadOffending()
    {
        var root = Path.Combine(Production.Root, "tests", "Crm.Architecture.Offenders");
        var compiled = Assemblies.Read(Path.Combine(AppContext.BaseDirectory, "Crm.Architecture.Offenders.dll"));
        return new Codebase(root, OffendingFiles.All, [compiled, .. OffendingFiles.Assemblies]);
    }

    private static IEnumerable<Project> ProjectsBelow(string root) =>
        Directory.EnumerateFiles(Path.Combine(root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(path => Project.At(root, path));

    private static string RootAbove(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
            if (File.Exists(Path.Combine(at, "Crm.sln"))) return at;
        throw new InvalidOperationException($"Crm.sln is not above {folder}.");
    }
}
