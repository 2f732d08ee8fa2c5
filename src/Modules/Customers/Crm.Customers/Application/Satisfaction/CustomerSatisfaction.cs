using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Cases;
using Crm.Customers.Domain.Reviews;
using Crm.Customers.Domain.Satisfaction;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Customers.Application.Satisfaction;

/// <summary>What administrators decide about satisfaction.</summary>
internal static class SatisfactionSettings
{
    public const string HalfLifeDays = "customers.satisfaction-half-life-days";

    public static readonly IReadOnlyDictionary<SignalKind, string> Weights = new Dictionary<SignalKind, string>
    {
        [SignalKind.Reviews] = "customers.satisfaction-weight-reviews",
        [SignalKind.Surveys] = "customers.satisfaction-weight-surveys",
        [SignalKind.CaseRatings] = "customers.satisfaction-weight-case-ratings",
        [SignalKind.CaseOutcomes] = "customers.satisfaction-weight-case-outcomes",
    };

    public static void Declare(IServiceCollection services)
    {
        services.AddSingleton(new SettingDefinition(HalfLifeDays, SettingKind.Number, "180", new Phrase(
            "Days after which what a customer said counts half for its satisfaction", "客户反馈在满意度中的权重减半所需天数"))
        { Range = (1, 3660) });
        Weight(SignalKind.Reviews, "30", new Phrase("Weight of reviews in the satisfaction of a customer", "评价在客户满意度中的权重"));
        Weight(SignalKind.Surveys, "40", new Phrase("Weight of surveys in the satisfaction of a customer", "调查在客户满意度中的权重"));
        Weight(SignalKind.CaseRatings, "20", new Phrase("Weight of ratings of cases in the satisfaction of a customer", "工单评分在客户满意度中的权重"));
        Weight(SignalKind.CaseOutcomes, "10", new Phrase("Weight of outcomes of cases in the satisfaction of a customer", "工单结果在客户满意度中的权重"));

        void Weight(SignalKind kind, string usual, Phrase text) =>
            services.AddSingleton(new SettingDefinition(Weights[kind], SettingKind.Number, usual, text) { Range = (0, 100) });
    }
}

/// <summary>How satisfied a customer and all that were merged into it are.</summary>
internal sealed class CustomerSatisfaction(CustomersDbContext db, ISettings settings)
{
    public async Task<(SatisfactionScore Score, long HalfLifeDays)> Of(IReadOnlyList<CustomerId> family, DateTimeOffset asOf, CancellationToken ct)
    {
        var weights = new Dictionary<SignalKind, int>();
        foreach (var (kind, setting) in SatisfactionSettings.Weights) weights[kind] = (int)await settings.Number(setting, ct);
        var halfLife = await settings.Number(SatisfactionSettings.HalfLifeDays, ct);
        return (SatisfactionScore.Of(await Signals(family, asOf, ct), weights, halfLife, asOf), halfLife);
    }

    private async Task<List<Signal>> Signals(IReadOnlyList<CustomerId> family, DateTimeOffset asOf, CancellationToken ct)
    {
        var signals = new List<Signal>();
        var reviews = await db.Set<Review>().AsNoTracking().Where(r => family.Contains(r.CustomerId) && r.SubmittedAt <= asOf).ToListAsync(ct);
        signals.AddRange(reviews.Where(r => r.WasPublished(asOf)).Select(r => new Signal(SignalKind.Reviews, SurveyAnswer.OfFive(r.Rating), r.SubmittedAt)));
        var answers = await db.Set<SurveyAnswer>().Where(a => family.Contains(a.CustomerId) && a.AnsweredAt <= asOf).Select(a => new { a.Kind, a.Value, a.AnsweredAt }).ToListAsync(ct);
        signals.AddRange(answers.Select(a => new Signal(SignalKind.Surveys, SurveyAnswer.ScoreOf(a.Kind, a.Value), a.AnsweredAt)));
        // Who sees the customer sees how its cases went, whoever saw to them.
        var cases = await db.Set<ServiceCase>().AsNoTracking().IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(c => family.Contains(c.CustomerId) && c.OpenedAt <= asOf).AsSplitQuery().ToListAsync(ct);
        foreach (var one in cases)
        {
            if (one is { Rating: { } rating, RatedAt: { } ratedAt }) signals.Add(new Signal(SignalKind.CaseRatings, SurveyAnswer.OfFive(rating), ratedAt));
            if (one.OutcomeAt(asOf) is { } outcome)
                signals.Add(new Signal(SignalKind.CaseOutcomes, SatisfactionScore.OfOutcome(outcome.IsSolved, outcome.InTime, outcome.Reopenings), outcome.ClosedAt));
        }

        return signals;
    }
}
