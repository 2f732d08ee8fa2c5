using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.Customers.Application.Analysis;
using Crm.Customers.Application.Segments;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Figures;
using Crm.Customers.Domain.Sampling;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Sampling;

/// <summary>Reads what a sample is drawn from: the customers that its filter and segment choose among those the caller may see.</summary>
internal sealed class SampleFrames(CustomersDbContext db, CustomerAudience audience, CompanyDay days, CallerContext caller)
{
    private static readonly Phrase UnknownStratum = new("One of these is expected: {0}.", "应为下列之一：{0}。");

    /// <summary>What may vary, with its name in the figures of customers.</summary>
    public static readonly IReadOnlyDictionary<string, Func<CustomerFigures, decimal>> Measures = new Dictionary<string, Func<CustomerFigures, decimal>>(StringComparer.Ordinal)
    {
        ["net"] = f => f.Net,
        ["margin"] = f => f.Margin,
        ["orders"] = f => f.Orders,
        ["openBalance"] = f => f.OpenBalance,
    };

    /// <param name="design">What to draw from.</param>
    /// <param name="now">The moment that relative dates and ages are relative to.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Frame> Read(SampleDesign design, DateTimeOffset now, CancellationToken ct)
    {
        var rules = design.SegmentId is { } segment ? (await audience.RulesOf(segment, design.SegmentVersion, ct)).Rules : null;
        var chosen = await audience.Chosen(design.Filter, rules, now, ct);
        if (design.Method != SamplingMethod.Stratified) return new Frame((await chosen.Select(c => c.Id).ToListAsync(ct)).Select(id => new FrameMember(id.Value)));
        var strata = await StrataOf(design.StratifyBy!, now, ct);
        var measures = design.Allocation == AllocationKind.Neyman ? await MeasuresOf(chosen, design.Measure!, ct) : [];
        return new Frame((await strata.Read(chosen, ct)).Select(s => new FrameMember(s.Id.Value, s.Value ?? "", measures.GetValueOrDefault(s.Id))), showsStrata: !strata.IsPersonal);
    }

    private async Task<Dimension> StrataOf(string key, DateTimeOffset now, CancellationToken ct)
    {
        var today = await days.Of(now, ct);
        var known = Dimensions.All(db, today).Where(d => !d.IsLoose && !MaskedText.IsHidden(caller.Caller, d.Field)).ToList();
        return known.Find(d => d.Key == key) ?? throw new InvalidInput("/stratifyBy", UnknownStratum, string.Join(", ", known.Select(d => d.Key)));
    }

    private async Task<Dictionary<CustomerId, decimal>> MeasuresOf(IQueryable<Customer> chosen, string measure, CancellationToken ct)
    {
        var figures = await db.Set<CustomerFigures>().AsNoTracking().Where(f => chosen.Any(c => c.Id == f.CustomerId)).ToListAsync(ct);
        return figures.ToDictionary(f => f.CustomerId, Measures[measure]);
    }
}
