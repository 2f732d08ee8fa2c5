using Crm.Architecture.Tests.Map;
using Crm.Architecture.Tests.Reading;
using Shouldly;
using Xunit;

namespace Crm.Architecture.Tests;

public sealed class ModuleMapTests
{
    [Fact]
    public void The_map_shows_the_modules_as_they_are()
    {
        var drawn = ModuleMap.Of(Codebase.Production);
        var path = Path.Combine(Codebase.Production.Root, ModuleMap.Path);
        if (Environment.GetEnvironmentVariable("CRM_WRITE_MAP") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, drawn);
            return;
        }

        var staleness = ModuleMap.Staleness(drawn, File.Exists(path) ? File.ReadAllText(path) : null);
        if (staleness is not null) Assert.Fail(staleness);
    }

    [Fact]
    public void A_map_is_stale_when_one_line_differs_and_says_how_to_refresh_it()
    {
        ModuleMap.Staleness("a\nb\n", "a\r\nb\r\n").ShouldBeNull();
        ModuleMap.Staleness("a\nb\n", "a\nc\n").ShouldBe($"docs/module-map.md is stale. Refresh it with: {ModuleMap.Refresh}\n  + b\n  - c");
        ModuleMap.Staleness("a\nb\n", "b\na\n").ShouldNotBeNull();
        ModuleMap.Staleness("a\n", null).ShouldNotBeNull();
    }

    [Fact]
    public void Consumers_of_one_event_of_a_batch_and_of_a_listed_batch_are_on_the_map() =>
        Consumption.In(Codebase.Offending).Select(c => (c.Name, c.Event, c.Consumer)).ShouldBe(
        [
            ("wrong.count-by-field", "Crm.Neighbour.Contracts.NeighbourLeftV1", "Crm.Wrong.Application.Consumers.CountNeighbours"),
            ("wrong.count-by-list", "Crm.Neighbour.Contracts.NeighbourLeftV1", "Crm.Wrong.Application.Consumers.CountNeighbours"),
            ("wrong.count-by-list", "Crm.Neighbour.Contracts.NeighbourMovedV1", "Crm.Wrong.Application.Consumers.CountNeighbours"),
            ("wrong.follow-neighbour", "Crm.Neighbour.Contracts.NeighbourMovedV1", "Crm.Wrong.Application.Consumers.FollowNeighbour"),
        ]);

    [Fact]
    public void The_map_draws_who_is_heard_and_who_is_only_known()
    {
        var lines = ModuleMap.Of(Codebase.Offending).Split('\n');

        lines.ShouldContain("    Neighbour -- 1 --> Wrong");
        lines.ShouldContain("    Wrong -.-> Neighbour");
        lines.ShouldContain("| `neighbour.neighbour-moved.v1` | NeighbourMovedV1 | Wrong |");
        lines.ShouldContain("Described, and said by nobody yet: `neighbour.neighbour-left.v1` (NeighbourLeftV1), for which Wrong waits.");
        lines.ShouldContain("| `neighbour.neighbour-moved.v1` | FollowNeighbour | `wrong.follow-neighbour` |");
        lines.ShouldContain("| `wrong.good.v1` | GoodV1 | nobody |");
    }
}
