namespace Crm.Customers.Domain.Sampling;

/// <summary>A customer that can be drawn.</summary>
/// <param name="Id">Of the customer.</param>
/// <param name="Stratum">What it has in common with others; null where there are no strata.</param>
/// <param name="Measure">What varies among them.</param>
internal sealed record FrameMember(Guid Id, string? Stratum = null, decimal Measure = 0m);

/// <summary>All that can be drawn, in an order that no database and no runtime decides: by the bytes of their ids, as they are written.</summary>
internal sealed class Frame
{
    /// <param name="members">In any order.</param>
    /// <param name="showsStrata">Whether a stratum may be kept with its members: not where it says something about a person.</param>
    public Frame(IEnumerable<FrameMember> members, bool showsStrata = true)
    {
        ShowsStrata = showsStrata;
        Members = [.. members.OrderBy(m => m.Id.ToString("D"), StringComparer.Ordinal)];
    }

    public IReadOnlyList<FrameMember> Members { get; }

    public bool ShowsStrata { get; }

    /// <summary>The strata that may be told: where they say something about persons, none unless each is of enough of them.</summary>
    /// <param name="strata">That were drawn from.</param>
    /// <param name="fewest">Customers of a stratum.</param>
    public IReadOnlyList<SampleStratum> Told(IReadOnlyList<SampleStratum> strata, long fewest) => ShowsStrata || strata.All(s => s.Size >= fewest) ? strata : [];
}

/// <param name="Members">In the order of the frame.</param>
/// <param name="Strata">What was drawn from each; empty where there are none.</param>
internal sealed record DrawnSample(IReadOnlyList<FrameMember> Members, IReadOnlyList<SampleStratum> Strata)
{
    /// <summary>Draws what the design says. The same design and frame give the same, always.</summary>
    public static DrawnSample Of(Frame frame, SampleDesign design)
    {
        var random = new SplitMix(design.Seed);
        return design.Method switch
        {
            SamplingMethod.Simple => new(Pick(frame.Members, Drawing.Simple(frame.Members.Count, design.Size, random)), []),
            SamplingMethod.Systematic => new(Pick(frame.Members, Drawing.Systematic(frame.Members.Count, design.Size, random)), []),
            _ => Stratified(frame, design, random),
        };
    }

    private static DrawnSample Stratified(Frame frame, SampleDesign design, SplitMix random)
    {
        var parts = frame.Members.GroupBy(m => m.Stratum ?? "", StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, Members: g.ToList())).ToList();
        var strata = parts.ConvertAll(p => new Stratum(p.Key, p.Members.Count, Deviation([.. p.Members.Select(m => m.Measure)])));
        var shares = Sampling.Allocation.Of(strata, design.Size, design.Allocation ?? AllocationKind.Proportional);
        var drawn = parts.SelectMany((p, i) => Pick(p.Members, Drawing.Simple(p.Members.Count, shares[i], random))).ToHashSet(ReferenceEqualityComparer.Instance);
        return new DrawnSample([.. frame.Members.Where(drawn.Contains)], [.. strata.Select((s, i) => new SampleStratum(s.Key, s.Size, shares[i], s.Deviation))]);
    }

    private static List<FrameMember> Pick(IReadOnlyList<FrameMember> members, IReadOnlyList<int> places) => [.. places.Select(p => members[p])];

    /// <summary>Of the whole stratum, so divided by the number of its members; rounded to four decimals, half away from zero.</summary>
    private static decimal Deviation(IReadOnlyList<decimal> values)
    {
        var mean = values.Sum() / values.Count;
        var variance = values.Sum(v => (double)(v - mean) * (double)(v - mean)) / values.Count;
        return Math.Round((decimal)Math.Sqrt(variance), 4, MidpointRounding.AwayFromZero);
    }
}
