using System.Globalization;
using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.Customers.Application;
using Crm.Customers.Application.Opportunities;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Opportunities;

/// <summary>Opportunities added up: now, or as they were when a day was over. What a mask hides in a row is neither told nor asked for by its sums.</summary>
internal static class PipelineSummary
{
    private static readonly Phrase OneOf = new("Give one of: {0}.", "请填写以下之一：{0}。");
    private static readonly Phrase Hidden = new("Your role does not show this field, so nothing is narrowed by it.", "您的角色无法查看该字段，因此不能按其筛选。");
    private static readonly Phrase OnlyEnded = new("What is open has no reason yet: give state=won or state=lost.", "进行中的商机没有原因：请填写 state=won 或 state=lost。");

    public static async Task<Ok<PipelineSummaryView>> Get(
        string? by, string? state, DateOnly? on, Guid? pipelineId, Guid? ownerId, DateOnly? closeFrom, DateOnly? closeTo,
        CustomersDbContext db, CompanyDay days, CallerContext caller, CancellationToken ct)
    {
        var told = Asked(by, caller.Caller);
        var states = Asked(state, told);
        RefuseHidden(caller.Caller, ("pipelineId", "pipelineId", pipelineId is not null), ("ownerId", "ownerId", ownerId is not null));
        foreach (var of in states)
        {
            var dated = of == OpportunityState.Open ? "expectedClose" : "closedOn";
            RefuseHidden(caller.Caller, ("closeFrom", dated, closeFrom is not null), ("closeTo", dated, closeTo is not null), ("by", dated, told == SummaryBy.Month));
        }

        var today = await days.Today(ct);
        var written = on is null || on >= today ? null : await db.SnapshotDays.AsNoTracking().Where(d => d.Day <= on).OrderByDescending(d => d.Day).FirstOrDefaultAsync(ct);
        var isPresent = on is null || on >= today;
        var sums = new List<PipelineSum>();
        foreach (var of in states)
        {
            var values = isPresent ? PipelineValues.Present(db, of) : PipelineValues.Past(db, of, written?.Day);
            sums.AddRange(await Sums(PipelineValues.Narrowed(values, pipelineId, ownerId, closeFrom, closeTo), told, ct));
        }

        var rows = sums.OrderBy(r => r.Key, StringComparer.Ordinal).ThenBy(r => r.PipelineId).ThenBy(r => r.Currency, StringComparer.Ordinal).Select(r => Shown(r, caller.Caller));
        return TypedResults.Ok(new PipelineSummaryView(told, isPresent ? today : written?.Day, isPresent, written?.WrittenAt, [.. rows]));
    }

    private static SummaryBy Asked(string? by, Caller caller)
    {
        var told = by is null ? SummaryBy.Stage : Enums.Parse(typeof(SummaryBy), by) as SummaryBy?;
        return told is { } known && IsShown(known) ? known : throw new InvalidInput("by", OneOf, Names<SummaryBy>(IsShown));

        bool IsShown(SummaryBy by) => by switch
        {
            SummaryBy.Stage => !Hides(caller, "stage") && !Hides(caller, "pipelineId"),
            SummaryBy.Owner => !Hides(caller, "ownerId"),
            SummaryBy.Category => !Hides(caller, "category"),
            SummaryBy.Reason => !Hides(caller, "reason"),
            _ => !Hides(caller, "expectedClose"),
        };
    }

    private static OpportunityState[] Asked(string? state, SummaryBy by)
    {
        if (state is not null && Enums.Parse(typeof(OpportunityState), state) is not OpportunityState) throw new InvalidInput("state", OneOf, Names<OpportunityState>(_ => true));
        OpportunityState[] states = state is { } known ? [(OpportunityState)Enums.Parse(typeof(OpportunityState), known)!]
            // A forecast is what is expected and what has come already.
            : by == SummaryBy.Category ? [OpportunityState.Open, OpportunityState.Won]
            : [OpportunityState.Open];
        return by == SummaryBy.Reason && states.Contains(OpportunityState.Open) ? throw new InvalidInput("state", OnlyEnded) : states;
    }

    private static string Names<TEnum>(Func<TEnum, bool> which)
        where TEnum : struct, Enum => string.Join(", ", Enum.GetValues<TEnum>().Where(which).Select(v => Enums.Name(v)));

    private static void RefuseHidden(Caller caller, params (string Parameter, string Field, bool IsGiven)[] asked)
    {
        foreach (var (parameter, field, _) in asked.Where(a => a.IsGiven && Hides(caller, a.Field))) throw new InvalidInput(parameter, Hidden);
    }

    private static bool Hides(Caller caller, string field) => MaskedText.IsHidden(caller, $"{OpportunityInput.Resource}.{field}");

    // Weighted is the amount x a probability that is shown: whoever may not see the one may not see the other.
    private static PipelineSum Shown(PipelineSum sum, Caller caller) => sum with
    {
        Amount = Hides(caller, "amount") ? null : sum.Amount,
        Weighted = Hides(caller, "amount") || Hides(caller, "weighted") ? null : sum.Weighted,
    };

    private static Task<List<PipelineSum>> Sums(IQueryable<PipelineValue> values, SummaryBy by, CancellationToken ct) => by switch
    {
        SummaryBy.Owner => Sums(values, v => v.OwnerId, id => (id?.ToString(), null), ct),
        SummaryBy.Category => Sums(values, v => v.Category, c => (Enums.Name(c), null), ct),
        SummaryBy.Month => Sums(values, v => v.On, day => (day.ToString("yyyy-MM", CultureInfo.InvariantCulture), null), ct),
        SummaryBy.Reason => Sums(values, v => v.Reason, reason => (reason, null), ct),
        // Two pipelines may each have a stage of one code.
        _ => Sums(values, v => new StageOfPipeline { Stage = v.Stage, PipelineId = v.PipelineId }, key => (key.Stage, key.PipelineId.Value), ct),
    };

    /// <summary>Added up by the database as far as it can, and then by what is shown.</summary>
    private static async Task<List<PipelineSum>> Sums<TKey>(
        IQueryable<PipelineValue> values, Expression<Func<PipelineValue, TKey>> key, Func<TKey, (string? Key, Guid? Pipeline)> shown, CancellationToken ct)
    {
        var sums = await values.GroupBy(Keyed(key))
            .Select(g => new { g.Key, Count = g.Count(), Amount = g.Sum(o => o.Amount), Weighted = g.Sum(o => o.Weighted) }).ToListAsync(ct);
        return
        [
            .. sums.GroupBy(s => (Key: shown(s.Key.Key), s.Key.Currency))
                .Select(g => new PipelineSum(g.Key.Key.Key, g.Key.Currency, g.Sum(s => s.Count), g.Sum(s => s.Amount), g.Sum(s => s.Weighted), g.Key.Key.Pipeline)),
        ];
    }

    private static Expression<Func<PipelineValue, KeyAndCurrency<TKey>>> Keyed<TKey>(Expression<Func<PipelineValue, TKey>> key)
    {
        var pair = typeof(KeyAndCurrency<TKey>);
        var made = Expression.MemberInit(
            Expression.New(pair),
            Expression.Bind(pair.GetProperty(nameof(KeyAndCurrency<TKey>.Key))!, key.Body),
            Expression.Bind(pair.GetProperty(nameof(KeyAndCurrency<TKey>.Currency))!, Expression.Property(key.Parameters[0], nameof(PipelineValue.Currency))));
        return Expression.Lambda<Func<PipelineValue, KeyAndCurrency<TKey>>>(made, key.Parameters);
    }

    private sealed class KeyAndCurrency<TKey>
    {
        public required TKey Key { get; init; }

        public required string Currency { get; init; }
    }

    private sealed class StageOfPipeline
    {
        public required string Stage { get; init; }

        public PipelineId PipelineId { get; init; }
    }
}

/// <summary>What a summary tells apart.</summary>
internal enum SummaryBy
{
    [Label("Stage", "阶段")]
    Stage,
    [Label("Owner", "负责人")]
    Owner,
    [Label("Forecast category", "预测类别")]
    Category,
    [Label("Month in which it is expected to end, or ended", "预计或实际结束月份")]
    Month,
    [Label("Reason for which it was won or lost", "赢单或输单原因")]
    Reason,
}

/// <param name="By">What the rows tell apart.</param>
/// <param name="AsOf">The business day of the figures: the last one that was written down, up to the one that was asked for. Absent where none was.</param>
/// <param name="IsPresent">As it is this moment.</param>
/// <param name="WrittenAt">Of a day in the past: when it was written down. What was typed between its end and then is in the figures.</param>
/// <param name="Rows">One per key and currency.</param>
internal sealed record PipelineSummaryView(SummaryBy By, DateOnly? AsOf, bool IsPresent, DateTimeOffset? WrittenAt, IReadOnlyList<PipelineSum> Rows);

/// <param name="Key">Code of the stage or reason, id of the owner, category, or month such as <c>2026-03</c>.</param>
/// <param name="Currency">ISO 4217, of both amounts.</param>
/// <param name="Count">Opportunities.</param>
/// <param name="Amount">What they are thought to be worth; absent for whom it is masked.</param>
/// <param name="Weighted">Each amount x its probability, rounded, added up; absent for whom one of them is masked.</param>
/// <param name="PipelineId">Of a stage: codes are unique within their pipeline only.</param>
internal sealed record PipelineSum(string? Key, string Currency, int Count, decimal? Amount, decimal? Weighted, Guid? PipelineId = null);
