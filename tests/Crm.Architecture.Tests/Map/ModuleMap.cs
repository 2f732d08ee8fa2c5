using System.Text;
using Crm.Architecture.Tests.Reading;
using Crm.Architecture.Tests.Rules;

namespace Crm.Architecture.Tests.Map;

/// <summary>The picture of the modules, drawn from what was compiled.</summary>
internal static class ModuleMap
{
    public const string Path = "docs/module-map.md";
    public const string Refresh = "CRM_WRITE_MAP=1 dotnet test tests/Crm.Architecture.Tests";

    public static string HeadingOf(string module) => $"## {module}";

    public static string Of(Codebase code)
    {
        var consumptions = Consumption.In(code);
        var events = PublishedEvent.In(code);
        var modules = code.Modules.Where(m => m.Name == $"Crm.{m.Module}").OrderBy(m => m.Name, StringComparer.Ordinal).ToList();

        var map = new StringBuilder()
            .Line("# Module map")
            .Line()
            .Line("Who publishes what and who listens, drawn from the compiled modules by the architecture tests, which fail when it is stale.")
            .Line($"Not edited by hand: `{Refresh}` writes it anew.")
            .Line();
        Picture(map, modules, events, consumptions);
        foreach (var module in modules) Section(map, module, events, consumptions);

        var platform = events.Where(e => e.Publisher.Module is null).ToList();
        if (platform.Count > 0) Events(map.Line().Line("## Platform"), platform, consumptions);
        return map.ToString();
    }

    /// <summary>Null when the file says what the code says; else what to do about it.</summary>
    public static string? Staleness(string drawn, string? written)
    {
        var present = written?.ReplaceLineEndings("\n").Split('\n') ?? [];
        var wanted = drawn.Split('\n');
        if (present.SequenceEqual(wanted)) return null;

        var changes = wanted.Except(present).Select(l => $"  + {l}").Concat(present.Except(wanted).Select(l => $"  - {l}"));
        return string.Join('\n', [$"{Path} is stale. Refresh it with: {Refresh}", .. changes]);
    }

    private static void Picture(StringBuilder map, List<Project> modules, IReadOnlyList<PublishedEvent> events, IReadOnlyList<Consumption> consumptions)
    {
        map.Line("An arrow runs from the publisher to the listener and says how many of its events are heard;")
            .Line("a dotted one is a reference to contracts none of which is heard.")
            .Line().Line("```mermaid").Line("flowchart LR");
        if (events.Any(e => e.Publisher.Module is null)) map.Line("    Platform([Platform])");
        foreach (var module in modules) map.Line($"    {module.Owner}[{module.Kebab}]");

        foreach (var listener in modules)
        {
            var heard = consumptions.Where(c => c.Module == listener).Select(c => c.Event).Distinct()
                .Select(name => events.FirstOrDefault(e => e.Type.Name == name && e.IsSaid)?.Publisher.Owner).OfType<string>()
                .CountBy(owner => owner).ToDictionary();
            foreach (var (publisher, count) in heard.OrderBy(h => h.Key, StringComparer.Ordinal)) map.Line($"    {publisher} -- {count} --> {listener.Owner}");
            foreach (var silent in ContractsOfOthers(listener).Where(o => !heard.ContainsKey(o))) map.Line($"    {silent} -.-> {listener.Owner}");
        }

        map.Line("```");
    }

    private static void Section(StringBuilder map, Project module, IReadOnlyList<PublishedEvent> events, IReadOnlyList<Consumption> consumptions)
    {
        map.Line().Line(HeadingOf(module.Module!)).Line();
        var known = ContractsOfOthers(module).ToList();
        map.Line($"`{module.Kebab}`, schema `{module.Schema}`. Refers to the contracts of {(known.Count == 0 ? "nobody" : string.Join(", ", known))}.");

        var published = events.Where(e => e.Publisher.Module == module.Module).ToList();
        if (!published.Exists(e => e.IsSaid)) map.Line().Line("Publishes nothing.");
        else Events(map, published, consumptions);
        foreach (var promised in published.Where(e => !e.IsSaid))
            map.Line().Line($"Described, and said by nobody yet: `{promised.Name}` ({Short(promised.Type.Name)}), for which {ListenersOf(promised, consumptions)} waits.");

        var heard = consumptions.Where(c => c.Module == module).ToList();
        if (heard.Count == 0)
        {
            map.Line().Line("Consumes nothing.");
            return;
        }

        map.Line().Line("| Consumes | Consumer | Stored name |").Line("|---|---|---|");
        foreach (var c in heard) map.Line($"| {NameOf(events, c.Event)} | {Short(c.Consumer)} | `{c.Name}` |");
    }

    private static void Events(StringBuilder map, IReadOnlyList<PublishedEvent> published, IReadOnlyList<Consumption> consumptions)
    {
        map.Line().Line("| Publishes | Record | Heard by |").Line("|---|---|---|");
        foreach (var e in published.Where(e => e.IsSaid)) map.Line($"| `{e.Name}` | {Short(e.Type.Name)} | {ListenersOf(e, consumptions)} |");
    }

    private static string ListenersOf(PublishedEvent published, IReadOnlyList<Consumption> consumptions)
    {
        var listeners = consumptions.Where(c => c.Event == published.Type.Name).Select(c => c.Module.Owner).Distinct().Order(StringComparer.Ordinal).ToList();
        return listeners.Count == 0 ? "nobody" : string.Join(", ", listeners);
    }

    private static IEnumerable<string> ContractsOfOthers(Project module) => module.File.References
        .Where(r => r.To.EndsWith(".Contracts", StringComparison.Ordinal) && r.To != $"{module.Name}.Contracts" && r.To != Ours.Platform)
        .Select(r => r.To.Split('.')[1]).Distinct().Order(StringComparer.Ordinal);

    private static string NameOf(IReadOnlyList<PublishedEvent> events, string type) =>
        events.FirstOrDefault(e => e.Type.Name == type) is { } known ? $"`{known.Name}`" : type;

    private static string Short(string type) => type[(type.LastIndexOf('.') + 1)..];

    private static StringBuilder Line(this StringBuilder map, string text = "") => map.Append(text).Append('\n');
}

/// <summary>An event as its contract declares it.</summary>
/// <param name="IsSaid">Some code makes one; otherwise it is a promise that nobody keeps yet.</param>
internal sealed record PublishedEvent(Project Publisher, CodeType Type, string Name, bool IsSaid)
{
    public static IReadOnlyList<PublishedEvent> In(Codebase code)
    {
        var made = code.Types.Where(t => t.Project.Kind != ProjectKind.Contracts).SelectMany(t => t.Calls)
            .Where(c => c.Target.Name == ".ctor").Select(c => Names.Of(c.Target.DeclaringType)).ToHashSet(StringComparer.Ordinal);
        return [.. code.Types.Where(t => t.Project.Kind == ProjectKind.Contracts)
            .Select(t => (Type: t, Name: ContractRules.EventNameOf(t)))
            .Where(t => t.Name is not null)
            .Select(t => new PublishedEvent(t.Type.Project, t.Type, t.Name!, made.Contains(t.Type.Name)))
            .OrderBy(e => e.Name, StringComparer.Ordinal).ThenBy(e => e.Type.Name, StringComparer.Ordinal)];
    }
}
