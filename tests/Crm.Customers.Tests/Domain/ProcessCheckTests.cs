using Crm.BuildingBlocks;
using Crm.Customers.Domain.Processes;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Domain;

public sealed class ProcessCheckTests
{
    private static readonly Guard Big = new(Field: "customer.isBlocked", Is: GuardOperator.Equal, Values: ["true"]);

    [Fact]
    public void The_process_that_every_installation_begins_with_can_be_walked() => ProcessCheck.Of(FirstProcess.Graph).ShouldBeEmpty();

    [Theory]
    [InlineData("a>b", "There is no start")]
    [InlineData("S>a a>E T>a", "'T' is a second start")]
    [InlineData("S>a a>b b>a", "There is no end")]
    [InlineData("S>a a>x a>E", "'a-x' names the node 'x'")]
    [InlineData("S>a a>E b>E", "No way leads from the start to 'b'")]
    [InlineData("S>a a>E a>b b>b", "No way leads from 'b' to an end")]
    [InlineData("S>a a>E E>a", "'E' is an end")]
    [InlineData("S>a S>E a>E", "From the start 'S' leads exactly one way")]
    [InlineData("S>a a>S a>E", "leads back to the start 'S'")]
    [InlineData("S>D D>E D>a a>E", "The decision 'D' needs exactly one way")]
    [InlineData("S>D D>E! ", "The decision 'D' has nothing to decide")]
    [InlineData("S>W W>E", "'W' waits for nothing")]
    [InlineData("S>W W>E@noonKnows", "'W' waits for 'noonKnows'")]
    [InlineData("S>a a>E@quoteSent", "but 'a' is no wait")]
    [InlineData("S>a a>E!", "but 'a' is no decision")]
    [InlineData("S>D D>C! D>E? C>D! C>E?", "From the decision 'D' other decisions lead back")]
    public void What_is_wrong_names_the_node(string drawn, string said) =>
        string.Join("\n", ProcessCheck.Of(Drawn(drawn)).Select(p => p.Text.In(Language.English, p.Values))).ShouldContain(said);

    [Fact]
    public void A_guard_names_fields_that_are_known_and_compares_them_with_what_fits()
    {
        Said(new Guard(Field: "customer.shoeSize", Is: GuardOperator.Given)).ShouldContain("'customer.shoeSize', which is not known");
        Said(new Guard(Field: "event.amount", Is: GuardOperator.More, Values: ["1"])).ShouldContain("'event.amount', which is not known there");
        Said(new Guard(Field: "data.worth", Is: GuardOperator.More, Values: ["much"])).ShouldContain("compares 'data.worth'");
        Said(new Guard(Field: "data.worth", Is: GuardOperator.More)).ShouldContain("compares 'data.worth'");
        Said(new Guard(Field: "customer.industry", Is: GuardOperator.Less, Values: ["tea"])).ShouldContain("compares 'customer.industry'");
        Said(new Guard(Not: new Guard())).ShouldContain("must say one of");
        Said(new Guard(All: [])).ShouldContain("must say one of");
        Said(Enumerable.Range(0, 9).Aggregate(Big, (guard, _) => new Guard(Not: guard))).ShouldContain("deeper than 8");
        Said(new Guard(Any: [Big, new Guard(All: [new Guard(Field: "data.worth", Is: GuardOperator.AtLeast, Values: ["2.5"]), new Guard(Field: "customer.tags", Is: GuardOperator.OneOf, Values: ["a", "b"])])])).ShouldBe("");

        static string Said(Guard guard)
        {
            var graph = Drawn("S>a a>E");
            graph = graph with
            {
                Transitions = [graph.Transitions[0], graph.Transitions[1] with { Guard = guard }],
                Fields = [new ProcessField("worth", new Phrase("worth", "价值"), FieldKind.Number)],
            };
            return string.Join("\n", ProcessCheck.Of(graph).Select(p => p.Text.In(Language.English, p.Values)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_graphs_are_found_faulty_exactly_where_an_independent_look_finds_them_so(int seed)
    {
        var random = new Random(seed);
        var (sound, faulty) = (0, 0);
        for (var round = 0; round < 2000; round++)
        {
            var graph = Any(random);
            var problems = ProcessCheck.Of(graph);
            var closure = Closure(graph);
            var isSound = graph.Nodes.Index().All(n => closure[0, n.Index] && graph.Nodes.Index().Any(e => e.Item.Kind == NodeKind.End && closure[n.Index, e.Index]));

            (problems.Count == 0).ShouldBe(isSound, $"seed {seed}, round {round}: {string.Join("; ", graph.Transitions.Select(t => t.Key))}");
            foreach (var (index, node) in graph.Nodes.Index())
            {
                var mine = problems.Where(p => p.Pointer == $"/nodes/{index}").Select(p => p.Text).ToList();
                mine.Contains(CheckPhrases.Unreachable).ShouldBe(!closure[0, index], node.Key);
                mine.Contains(CheckPhrases.NoWayOut).ShouldBe(!graph.Nodes.Index().Any(e => e.Item.Kind == NodeKind.End && closure[index, e.Index]), node.Key);
            }

            if (isSound) sound++;
            else faulty++;
        }

        // Otherwise one half of what is claimed would not have been looked at.
        sound.ShouldBeGreaterThan(100);
        faulty.ShouldBeGreaterThan(100);
    }

    /// <summary>A start, tasks and ends, joined at random.</summary>
    private static ProcessGraph Any(Random random)
    {
        var count = random.Next(2, 8);
        var nodes = Enumerable.Range(0, count)
            .Select(i => Node($"n{i}", i == 0 ? NodeKind.Start : i == count - 1 || random.Next(6) == 0 ? NodeKind.End : NodeKind.Task)).ToList();
        var ways = new List<ProcessTransition> { Way("n0", $"n{random.Next(1, count)}", 0) };
        for (var i = random.Next(count * 3); i > 0; i--)
        {
            var from = nodes[random.Next(1, count)];
            if (from.Kind == NodeKind.Task) ways.Add(Way(from.Key, $"n{random.Next(1, count)}", i));
        }

        return new ProcessGraph(nodes, ways, []);
    }

    /// <summary>Who is reached from whom, by Warshall; everybody from themselves.</summary>
    private static bool[,] Closure(ProcessGraph graph)
    {
        var count = graph.Nodes.Count;
        var reached = new bool[count, count];
        for (var i = 0; i < count; i++) reached[i, i] = true;
        foreach (var way in graph.Transitions) reached[int.Parse(way.From[1..]), int.Parse(way.To[1..])] = true;
        for (var k = 0; k < count; k++)
            for (var i = 0; i < count; i++)
                for (var j = 0; j < count; j++)
                    reached[i, j] |= reached[i, k] && reached[k, j];
        return reached;
    }

    /// <summary>S and T start, E ends, D and C decide, W waits, the rest are tasks; ! is taken where no other is, ? has a guard, @ waits.</summary>
    private static ProcessGraph Drawn(string text)
    {
        var ways = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((way, i) =>
        {
            var (said, on) = way.Split('@') is [var before, var after] ? (before, after) : (way, null);
            var ends = said.TrimEnd('!', '?').Split('>');
            var made = Way(ends[0], ends[1], i) with { Key = $"{ends[0]}-{ends[1]}", IsElse = said.EndsWith('!'), On = on, Guard = said.EndsWith('?') ? Big : null };
            return made;
        }).ToList();
        var keys = ways.Select(w => w.From).Concat(ways.Select(w => w.To)).Distinct().Where(k => k != "x");
        return new ProcessGraph([.. keys.Select(k => Node(k, KindOf(k)))], ways, []);
    }

    private static NodeKind KindOf(string key) => key switch
    {
        "S" or "T" => NodeKind.Start,
        "E" => NodeKind.End,
        "D" or "C" => NodeKind.Decision,
        "W" => NodeKind.Wait,
        _ => NodeKind.Task,
    };

    private static ProcessNode Node(string key, NodeKind kind) => new(key, kind, new Phrase(key, key));

    private static ProcessTransition Way(string from, string to, int number) => new($"{from}-{to}-{number}", from, to, new Phrase("on", "继续"));
}
