using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application;
using Crm.Customers.Application.Satisfaction;
using Crm.Customers.Domain.Satisfaction;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Satisfaction;

/// <summary>What all customers that the caller sees answered, period by period in the zone of the company.</summary>
internal static class SurveyResults
{
    private const int MostPeriods = 60;

    private static readonly Phrase OneOf = new("Give one of: {0}.", "请填写以下之一：{0}。");
    private static readonly Phrase TooLong = new("Give a day that is not before 'from', and no more than {0} periods.", "请填写不早于 from 的日期，且不超过 {0} 个周期。");

    /// <summary>Left out, by month, over the twelve months that end with the present one.</summary>
    public static async Task<Ok<SurveyResultsView>> Get(
        string? by, DateOnly? from, DateOnly? to, string? source, CustomersDbContext db, CompanyDay days, CallerContext caller, CancellationToken ct)
    {
        // Whoever may not see an answer may not see it counted either.
        if (MaskedText.IsHidden(caller.Caller, "survey-answers.value")) throw new NotAllowed(SatisfactionPermissions.Read.Name);
        var told = by is null ? ResultsBy.Month
            : Enums.Parse(typeof(ResultsBy), by) as ResultsBy? ?? throw new InvalidInput("by", OneOf, string.Join(", ", Enums.Names(typeof(ResultsBy))));
        var last = await days.Asked(to, "to", ct);
        var first = Begin(from is null ? last.AddMonths(-11) : await days.Asked(from, "from", ct), told);
        if (from > last || Next(first, told, MostPeriods) <= last) throw new InvalidInput("to", TooLong, MostPeriods);
        var zone = await days.Zone(ct);
        var answers = db.Set<SurveyAnswer>().IgnoreQueryFilters([ModuleDbContext.MergedFilter]).Where(a => db.Customers.Any(c => c.Id == a.CustomerId));
        if (source is not null) answers = answers.Where(a => a.Source == source);
        var periods = new List<SurveyPeriod>();
        for (var day = first; day <= last; day = Next(day, told, 1)) periods.Add(await Between(answers, day, Next(day, told, 1), zone, ct));
        return TypedResults.Ok(new SurveyResultsView(told, periods));
    }

    private static async Task<SurveyPeriod> Between(IQueryable<SurveyAnswer> answers, DateOnly day, DateOnly until, TimeZoneInfo zone, CancellationToken ct)
    {
        var (begin, end) = (CompanyDay.Begin(day, zone), CompanyDay.Begin(until, zone));
        var counts = await answers.Where(a => a.AnsweredAt >= begin && a.AnsweredAt < end).GroupBy(a => new { a.Kind, a.Value })
            .Select(g => new { g.Key.Kind, g.Key.Value, Count = g.Count() }).ToListAsync(ct);
        var given = counts.ToLookup(c => c.Kind, c => new AnswerCount(c.Value, c.Count));
        return new SurveyPeriod(day, until.AddDays(-1), RecommendationResult.Of([.. given[SurveyKind.Nps]]), SatisfactionResult.Of([.. given[SurveyKind.Csat]]));
    }

    private static DateOnly Begin(DateOnly day, ResultsBy by) => by switch
    {
        ResultsBy.Quarter => new DateOnly(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1),
        ResultsBy.Year => new DateOnly(day.Year, 1, 1),
        _ => new DateOnly(day.Year, day.Month, 1),
    };

    private static DateOnly Next(DateOnly begin, ResultsBy by, int periods) => begin.AddMonths(periods * by switch
    {
        ResultsBy.Quarter => 3,
        ResultsBy.Year => 12,
        _ => 1,
    });
}

/// <summary>How long a period of results is.</summary>
internal enum ResultsBy
{
    [Label("Month", "月")]
    Month,
    [Label("Quarter", "季度")]
    Quarter,
    [Label("Year", "年")]
    Year,
}

/// <param name="By">How long a period is.</param>
/// <param name="Periods">One after the other, those without answers too.</param>
internal sealed record SurveyResultsView(ResultsBy By, IReadOnlyList<SurveyPeriod> Periods);

/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
internal sealed record SurveyPeriod(DateOnly From, DateOnly To, RecommendationResult Nps, SatisfactionResult Csat);
