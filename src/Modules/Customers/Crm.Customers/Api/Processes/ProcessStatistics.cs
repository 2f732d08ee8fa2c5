using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.Customers.Domain.Processes;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Processes;

/// <summary>How customers went through one version of a process.</summary>
internal static class ProcessStatistics
{
    private const decimal SecondsPerHour = 3600m;

    public static async Task<Ok<ProcessStatisticsView>> Get(Guid id, CustomersDbContext db, CallerContext caller, TimeProvider time, CancellationToken ct)
    {
        var definition = await db.FindDefinition(id, ct);
        var processes = db.Processes.Where(p => p.DefinitionId == definition.Id);
        var states = await processes.GroupBy(p => p.State).Select(g => new { State = g.Key, Count = g.Count() }).ToDictionaryAsync(s => s.State, s => s.Count, ct);
        var left = await processes.SelectMany(p => p.Steps).Where(s => s.DwellSeconds != null).GroupBy(s => new { s.Node, s.Transition })
            .Select(g => new Left(g.Key.Node, g.Key.Transition, g.Count(), g.Sum(s => s.DwellSeconds!.Value), g.Max(s => s.DwellSeconds!.Value))).ToListAsync(ct);
        var there = await processes.Where(p => p.State != ProcessState.Cancelled).GroupBy(p => p.Node).Select(g => new { Node = g.Key, Count = g.Count() }).ToDictionaryAsync(n => n.Node, n => n.Count, ct);
        return TypedResults.Ok(new ProcessStatisticsView(
            time.GetUtcNow(),
            states.Values.Sum(),
            states.GetValueOrDefault(ProcessState.Open),
            states.GetValueOrDefault(ProcessState.Ended),
            states.GetValueOrDefault(ProcessState.Cancelled),
            [.. definition.Graph.Nodes.Select(n => OfNode(n, left.FindAll(l => l.Node == n.Key), there.GetValueOrDefault(n.Key), caller.Language))],
            [.. definition.Graph.Transitions.Select(t => OfTransition(t, left.FindAll(l => l.Node == t.From), caller.Language))]));
    }

    private static NodeStatistics OfNode(ProcessNode node, List<Left> left, int there, Language language)
    {
        var count = left.Sum(l => l.Count);
        decimal? average = count == 0 ? null : Hours((decimal)left.Sum(l => l.Seconds) / count);
        return new NodeStatistics(node.Key, node.Names.In(language), count + there, there, count, average, count == 0 ? null : Hours(left.Max(l => l.Longest)));
    }

    private static TransitionStatistics OfTransition(ProcessTransition way, List<Left> left, Language language)
    {
        var (taken, all) = (left.Where(l => l.Transition == way.Key).Sum(l => l.Count), left.Sum(l => l.Count));
        return new TransitionStatistics(way.Key, way.Names.In(language), way.From, way.To, taken, all == 0 ? null : Math.Round((decimal)taken / all, 4, MidpointRounding.AwayFromZero));
    }

    private static decimal Hours(decimal seconds) => Math.Round(seconds / SecondsPerHour, 2, MidpointRounding.AwayFromZero);

    private sealed record Left(string Node, string? Transition, int Count, long Seconds, long Longest);
}

/// <param name="AsOf">When it was counted.</param>
/// <param name="Started">Processes that began by this version.</param>
internal sealed record ProcessStatisticsView(
    DateTimeOffset AsOf, int Started, int Open, int Ended, int Cancelled, IReadOnlyList<NodeStatistics> Nodes, IReadOnlyList<TransitionStatistics> Transitions);

/// <param name="Entered">How often somebody came there; who was cancelled there counts.</param>
/// <param name="There">How many are there now; at an end, how many ended there.</param>
/// <param name="Left">How often somebody left it, by being cancelled too.</param>
/// <param name="AverageHours">That those who left had been there, with two decimals; absent where nobody left.</param>
/// <param name="LongestHours">The longest of them.</param>
internal sealed record NodeStatistics(string Node, string Name, int Entered, int There, int Left, decimal? AverageHours, decimal? LongestHours);

/// <param name="Taken">How often.</param>
/// <param name="Share">Of all that left the node, a fraction from 0 to 1 with four decimals; absent where nobody left.</param>
internal sealed record TransitionStatistics(string Transition, string Name, string From, string To, int Taken, decimal? Share);
