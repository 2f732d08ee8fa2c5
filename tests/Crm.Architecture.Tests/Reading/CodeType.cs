using Mono.Cecil;

namespace Crm.Architecture.Tests.Reading;

/// <summary>An outermost type with everything nested in it, made by its author or by the compiler on the author's behalf.</summary>
internal sealed class CodeType(Codebase code, Project project, TypeDefinition definition)
{
    private Anatomy? _anatomy;

    public Codebase Code => code;

    public Project Project => project;

    public TypeDefinition Definition => definition;

    public string Name { get; } = Names.Of(definition);

    /// <summary>The folder within the project as the namespace tells it: <c>Application.Consumers</c>, empty at the root.</summary>
    public string Folder { get; } = FolderIn(project, definition.Namespace);

    public IReadOnlyList<Use> Uses => Anatomy.Uses;

    public IReadOnlyList<Call> Calls => Anatomy.Calls;

    public IReadOnlyList<Literal> Literals => Anatomy.Literals;

    public bool IsIn(params IEnumerable<string> folders) => folders.Any(f => Names.IsWithin(Folder, f));

    /// <summary>This type and the types its author nested in it.</summary>
    public IEnumerable<TypeDefinition> Written => Nested(definition).Where(t => !Names.IsGenerated(t));

    /// <summary>Base types and interfaces, the nearest first, with type arguments filled in as far as our own code goes.</summary>
    public IEnumerable<TypeReference> Ancestors(TypeDefinition? of = null) => Ancestry.Of(of ?? definition, code);

    /// <summary>A namespace outside the project's own counts as a folder of that name, so that no rule takes it for a layer.</summary>
    public static string FolderIn(Project project, string space) =>
        space == project.Name ? "" : Names.IsWithin(space, project.Name) ? space[(project.Name.Length + 1)..] : space;

    private Anatomy Anatomy => _anatomy ??= Anatomy.Of(this);

    private static IEnumerable<TypeDefinition> Nested(TypeDefinition type) => type.NestedTypes.SelectMany(Nested).Prepend(type);
}

/// <summary>That a type uses another, and where.</summary>
/// <param name="Project">Null for types of the framework and of packages.</param>
internal sealed record Use(string Type, string Namespace, string Assembly, Project? Project, string Where)
{
    public string Folder => Project is null ? Namespace : CodeType.FolderIn(Project, Namespace);
}

/// <summary>A call, or a method handed on as a delegate.</summary>
/// <param name="Method"><c>System.DateTime.get_UtcNow</c>.</param>
internal sealed record Call(string Method, MethodReference Target, MethodDefinition From, string Where);

internal sealed record Literal(string Text, string Where);
