using System.Text.RegularExpressions;
using Crm.Architecture.Tests.Map;
using Crm.Architecture.Tests.Reading;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Crm.Architecture.Tests.Rules;

/// <summary>How a module is built and how it is found.</summary>
internal static class ModuleRules
{
    public static readonly ArchRule ModuleTypesAreInternal = Code.Of(ProjectKind.Module)
        .That(type => !IsModuleClass(type) && !IsContext(type) && !type.IsIn("Persistence.Migrations"))
        .Should((_, written) => IsVisibleOutside(written) ? ["is public"] : [])
        .Because("Other modules cannot compile against what they cannot see. Only the module class, contexts and migrations are public.");

    public static readonly ArchRule AggregatesChangeThroughTheirMethods = Code.OfEverything
        .Should((type, written) => type.Ancestors(written).Any(a => a.Name == "AggregateRoot") ? OpenMembers(written) : [])
        .Because("A setter changes an aggregate past its rules, its version and its events.");

    public static readonly ArchRule ModuleClassesAreMarked = Code.Of(ProjectKind.Module)
        .That(IsModuleClass)
        .Should((type, written) => written == type.Definition ? FaultsOfModuleClass(type) : [])
        .Because("The host builds the class that its assembly names, and the name is that of the folder: one name everywhere.");

    public static readonly ArchRule ModulesConsistOfTwoProjects = new ArchRule(code =>
            from module in code.Projects.Where(p => p.Module is not null).GroupBy(p => p.Module!)
            let names = module.Select(p => p.Name).ToList()
            from fault in new[] { $"Crm.{module.Key}", $"Crm.{module.Key}.Contracts" }.Except(names).Select(missing => $"lacks {missing}")
                .Concat(names.Where(n => n != $"Crm.{module.Key}" && n != $"Crm.{module.Key}.Contracts").Select(odd => $"has the odd project {odd}"))
            select $"src/Modules/{module.Key} {fault}")
        .Because("The wall and the door: one project that nobody sees into, one of published events.");

    public static readonly ArchRule ModulesAreInstalledTestedAndMapped = new ArchRule(code =>
            from module in code.Projects.Where(p => p.Module is not null).Select(p => p.Module!).Distinct()
            from fault in FaultsOfInstallation(code, module)
            select $"src/Modules/{module} {fault}")
        .Because("A module exists when its folder does: nobody has to remember to install, test or draw it.");

    public static readonly ArchRule TheHostNamesNoModule = Code.Of(ProjectKind.Host)
        .MayNotSay((type, text) => type.Code.Modules.Any(m => IsNamed(m, text)))
        .Because("The host works for modules it has never heard of, so no text in it may be made for one of them.");

    public static bool IsModuleClass(CodeType type) => type.Folder.Length == 0 && type.Ancestors().Any(a => a.Name == "IModule");

    private static bool IsContext(CodeType type) => type.IsIn("Persistence") && type.Ancestors().Any(a => a.Name is "ModuleDbContext" or "DbContext");

    private static bool IsVisibleOutside(TypeDefinition type) =>
        type.DeclaringType is null ? type.IsPublic : type.IsNestedPublic && IsVisibleOutside(type.DeclaringType);

    private static IEnumerable<string> OpenMembers(TypeDefinition aggregate) =>
        aggregate.Properties.Where(p => p.SetMethod is { IsPublic: true }).Select(p => $"has a public setter ({p.Name})")
            .Concat(aggregate.Fields.Where(f => f is { IsPublic: true, IsInitOnly: false, HasConstant: false }).Select(f => $"has a public field ({f.Name})"));

    private static IEnumerable<string> FaultsOfModuleClass(CodeType type)
    {
        var marks = type.Definition.Module.Assembly.CustomAttributes.Where(a => a.AttributeType.Name == "CrmModuleAttribute");
        if (!marks.Any(m => m.ConstructorArguments is [{ Value: TypeReference marked }] && marked.FullName == type.Definition.FullName))
            yield return "is not named by [assembly: CrmModule]";

        var getter = type.Definition.Methods.FirstOrDefault(m => m.Name == "get_Name");
        var name = getter?.Body.Instructions.FirstOrDefault(i => i.OpCode == OpCodes.Ldstr)?.Operand;
        if (name as string != type.Project.Kebab) yield return $"calls itself '{name}' instead of '{type.Project.Kebab}'";
    }

    private static IEnumerable<string> FaultsOfInstallation(Codebase code, string module)
    {
        var hosts = code.Projects.Where(p => p.Kind == ProjectKind.Host);
        if (!hosts.Any(h => h.File.References.Contains(new ProjectEdge($"Crm.{module}", IsWildcard: true))))
            yield return "is not taken up by the host's wildcard";

        var tests = Path.Combine(code.Root, "tests", $"Crm.{module}.Tests", $"Crm.{module}.Tests.csproj");
        if (!File.Exists(tests)) yield return $"has no tests/Crm.{module}.Tests";
        else if (ProjectFile.Read(tests).References.All(r => r.To != $"Crm.{module}")) yield return $"is not tested by tests/Crm.{module}.Tests";

        var map = code.Files.FirstOrDefault(f => f.Path == ModuleMap.Path);
        if (map is null || !map.Lines.Contains(ModuleMap.HeadingOf(module))) yield return $"is not in {ModuleMap.Path}";
    }

    /// <summary>A route, a permission, a configuration key or an assembly of that module; its plain name in a sentence is not meant.</summary>
    private static bool IsNamed(Project module, string text) =>
        text == module.Kebab || text.Contains(module.Name, StringComparison.Ordinal) || text.Contains($"Modules:{module.Kebab}", StringComparison.Ordinal)
        || text.Contains($"/{module.Kebab}/", StringComparison.Ordinal) || text.EndsWith($"/{module.Kebab}", StringComparison.Ordinal)
        || Regex.IsMatch(text, $@"^{module.Kebab}\.[a-z]");
}
