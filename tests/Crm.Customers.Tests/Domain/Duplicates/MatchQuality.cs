using Crm.Customers.Domain.Duplicates;

namespace Crm.Customers.Tests.Domain.Duplicates;

/// <param name="Who">The same for records of the same customer.</param>
/// <param name="Record">What is compared.</param>
internal sealed record LabelledRecord(string Who, ComparedRecord Record);

/// <summary>How well the rules find the duplicates of a set where they are known.</summary>
/// <param name="Precision">Share of those found that are duplicates.</param>
/// <param name="Recall">Share of the duplicates that were found.</param>
internal sealed record MatchQuality(double Precision, double Recall)
{
    /// <param name="rules">Its keys decide what is compared at all, as in the background run.</param>
    /// <param name="records">Of one kind.</param>
    /// <param name="from">Bits from which on two are taken for the same.</param>
    public static MatchQuality Of(DedupeDefinition rules, IReadOnlyList<LabelledRecord> records, double from)
    {
        var blocks = records.SelectMany((r, at) => Blocking.Keys(rules, r.Record).Select(key => (key, at))).ToLookup(x => x.key, x => x.at);
        var compared = blocks.SelectMany(block => block.SelectMany(a => block.Where(b => a < b).Select(b => (a, b)))).ToHashSet();
        var found = compared.Where(p => Matching.Score(rules, records[p.a].Record, records[p.b].Record) >= from).ToList();
        var right = found.Count(p => records[p.a].Who == records[p.b].Who);
        var all = records.GroupBy(r => r.Who).Sum(g => g.Count() * (g.Count() - 1) / 2);
        return new MatchQuality(found.Count == 0 ? 1 : (double)right / found.Count, (double)right / all);
    }
}
