using Crm.Architecture.Tests.Reading;
using Crm.Architecture.Tests.Rules;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Crm.Architecture.Tests.Map;

/// <summary>That a module hears an event, as its module class says.</summary>
/// <param name="Name">Under which the consumer's place is stored.</param>
internal sealed record Consumption(Project Module, string Event, string Consumer, string Name)
{
    public static IReadOnlyList<Consumption> In(Codebase code) =>
        [.. code.Types.Where(ModuleRules.IsModuleClass)
            .SelectMany(type => type.Definition.Methods.Where(m => m.HasBody).SelectMany(m => In(type, m)))
            .Distinct()
            .OrderBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Event, StringComparer.Ordinal)];

    /// <summary>The arguments of a call stand before it: the name is the last string, the events of a batch the types after it.</summary>
    private static IEnumerable<Consumption> In(CodeType type, MethodDefinition method)
    {
        var module = type.Project;
        var name = "";
        var types = new List<TypeReference>();
        foreach (var instruction in method.Body.Instructions)
        {
            switch (instruction.Operand)
            {
                case string text:
                    name = text;
                    types.Clear();
                    break;
                case TypeReference named when instruction.OpCode == OpCodes.Ldtoken:
                    types.Add(named);
                    break;
                case GenericInstanceMethod { Name: "Consumes", GenericArguments: [var happened, var consumer] }:
                    yield return new Consumption(module, Names.Of(happened), Names.Of(consumer), name);
                    break;
                case GenericInstanceMethod { Name: "ConsumesInBatches", GenericArguments: [var consumer] }:
                    foreach (var heard in types) yield return new Consumption(module, Names.Of(heard), Names.Of(consumer), name);
                    break;
                case MemberReference list when ListsTypes(list) && type.Code.Find(list.DeclaringType) is { } lister:
                    types.AddRange(TypesListedIn(lister).Where(t => type.Code.ProjectOf(t)?.Kind == ProjectKind.Contracts));
                    break;
            }
        }
    }

    /// <summary>A field or property with the events in it, kept beside the consumer.</summary>
    private static bool ListsTypes(MemberReference member) => member switch
    {
        FieldReference field => field.FieldType.FullName.Contains("System.Type", StringComparison.Ordinal),
        MethodReference method => method.Name.StartsWith("get_", StringComparison.Ordinal)
            && method.ReturnType.FullName.Contains("System.Type", StringComparison.Ordinal),
        _ => false,
    };

    private static IEnumerable<TypeReference> TypesListedIn(TypeDefinition type) =>
        type.Methods.Where(m => m.HasBody && (m.Name == ".cctor" || m.Name.StartsWith("get_", StringComparison.Ordinal)))
            .SelectMany(m => m.Body.Instructions)
            .Where(i => i.OpCode == OpCodes.Ldtoken).Select(i => i.Operand).OfType<TypeReference>();
}
