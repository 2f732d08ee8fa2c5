using Crm.Architecture.Tests.Reading;
using Mono.Cecil;

namespace Crm.Architecture.Tests.Rules;

/// <summary>How code is written, whichever project it is in.</summary>
internal static class CodeRules
{
    private static readonly HashSet<string> Clocks =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
    ];

    private static readonly HashSet<string> Waits =
    [
        "System.Threading.Tasks.Task.get_Result", "System.Threading.Tasks.ValueTask.get_Result", "System.Threading.Tasks.Task.Wait",
        "System.Threading.Tasks.Task.WaitAll", "System.Threading.Tasks.Task.WaitAny", "System.Threading.Thread.Sleep",
    ];

    private static readonly string[] EmptyWords =
        ["Manager", "Helper", "Helpers", "Service", "Services", "Util", "Utils", "Utilities", "Common", "Dto", "Impl"];

    public static readonly ArchRule TimeComesFromTheTimeProvider = Code.OfEverything
        .MayNotCall(call => Clocks.Contains(call.Method))
        .Because("What reads the machine's clock cannot be tested at another time: inject TimeProvider, hand 'now' to the domain.");

    public static readonly ArchRule IdsAreOrdered = Code.OfEverything
        .MayNotCall(call => call.Method == "System.Guid.NewGuid")
        .Because("Random ids scatter over an index: use Guid.CreateVersion7().");

    public static readonly ArchRule NobodyBlocksAThread = Code.OfEverything
        .MayNotCall(call => Waits.Contains(call.Method) || IsBlockingAwaiter(call))
        .Because("A blocked thread is one request less, and under load a standstill: await.");

    public static readonly ArchRule NothingAsyncReturnsVoid = Code.OfEverything
        .Should((_, written) => written.NestedTypes.Where(n => n.Name.StartsWith('<')).SelectMany(n => n.Methods).Concat(written.Methods)
            .Where(m => m.ReturnType.MetadataType == MetadataType.Void && m.CustomAttributes.Any(a => a.AttributeType.Name == "AsyncStateMachineAttribute"))
            .Select(m => $"is async void ({Names.Place(m.DeclaringType, "method", m.Name)})"))
        .Because("Nobody can await it, and its exception ends the process.");

    public static readonly ArchRule NamesSaySomething = Code.OfEverything
        .Should((_, written) => EmptyWords.Where(w => Names.Plain(written.Name).EndsWith(w, StringComparison.Ordinal)).Select(w => $"ends in {w}"))
        .Because("Such a name says nothing of what a type does; name the effect.");

    public static readonly ArchRule CommandsHaveOneValidatorAndOneHandler = new ArchRule(code =>
            from type in code.Types
            from command in type.Written
            where command is { IsInterface: false, IsAbstract: false } && type.Ancestors(command).Any(a => a.Name == "ICommand`1")
            from fault in Expect(code, command, "AbstractValidator`1", "validator").Concat(Expect(code, command, "ICommandHandler`2", "handler"))
            select fault)
        .Because("The pipeline runs the one validator and the one handler of a command; none or two would be found only at run time.");

    /// <summary>What <c>await</c> compiles to is inside a state machine; the same call elsewhere blocks.</summary>
    private static bool IsBlockingAwaiter(Call call) =>
        call.Target.Name == "GetResult"
        && Names.NamespaceOf(call.Target.DeclaringType) == "System.Runtime.CompilerServices"
        && call.Target.DeclaringType.Name.Contains("Awaiter", StringComparison.Ordinal)
        && call.From.Name is not ("MoveNext" or "<Main>");

    private static IEnumerable<string> Expect(Codebase code, TypeDefinition command, string ancestor, string role)
    {
        var found = ClosedOver(code, ancestor).Where(c => c.Argument == command.FullName).Select(c => c.Type).Distinct().Order(StringComparer.Ordinal).ToList();
        if (found.Count == 0) yield return $"{Names.Of(command)} has no {role}";
        if (found.Count > 1) yield return $"{Names.Of(command)} has {found.Count} {role}s: {string.Join(", ", found)}";
    }

    private static IEnumerable<(string Type, string Argument)> ClosedOver(Codebase code, string ancestor) =>
        from type in code.Types
        from written in type.Written
        where !written.IsAbstract && !written.HasGenericParameters
        from parent in type.Ancestors(written).OfType<GenericInstanceType>()
        where parent.Name == ancestor
        select (Names.Of(written), parent.GenericArguments[0].FullName);
}
