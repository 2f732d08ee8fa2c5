using Crm.Architecture.Tests.Reading;

namespace Crm.Architecture.Tests.Rules;

/// <summary>Something a type may use.</summary>
internal delegate bool Target(CodeType from, Use use);

internal static class Targets
{
    /// <summary>.NET itself, which needs no package and no framework reference.</summary>
    public static Target Runtime { get; } = (_, use) => use.Project is null && Assemblies.IsRuntime(use.Assembly);

    /// <summary>Whatever is not ours: .NET, ASP.NET Core, packages.</summary>
    public static Target EverythingFromOutside { get; } = (_, use) => use.Project is null;

    public static Target SameProject { get; } = (from, use) => use.Project == from.Project;

    /// <summary>The same module's own layers and contracts.</summary>
    public static class SameModule
    {
        public static Target Contracts { get; } = (from, use) => use.Project is { Kind: ProjectKind.Contracts } to && to.Module == from.Project.Module;

        public static Target In(params string[] layers) => (from, use) => use.Project == from.Project && layers.Any(l => Names.IsWithin(use.Folder, l));
    }

    public static class OtherModules
    {
        public static Target Contracts { get; } = (from, use) =>
            use.Project is { Kind: ProjectKind.Contracts, Module: { } module } && module != from.Project.Module;
    }

    public static Target Project(params string[] names) => (_, use) => use.Project is { } to && names.Contains(to.Name);

    /// <summary>.NET's types of these namespaces; <c>X.*</c> takes what lies below, too.</summary>
    public static Target Namespaces(params string[] patterns) => (from, use) => Runtime(from, use) && patterns.Any(p =>
        p.EndsWith(".*", StringComparison.Ordinal) ? Names.IsWithin(use.Namespace, p[..^2]) : use.Namespace == p);

    public static Target ButNot(this Target target, params string[] types) => (from, use) => target(from, use) && !types.Contains(use.Type);

    public static Target WhenIn(this Target target, params string[] folders) => (from, use) => from.IsIn(folders) && target(from, use);

    public static Target ForModules(this Target target, params string[] modules) => (from, use) => modules.Contains(from.Project.Module) && target(from, use);
}
