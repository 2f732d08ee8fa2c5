using System.Globalization;
using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Opportunities;

/// <summary>What is open, added up: now, or as it was when a day was over.</summary>
internal static class PipelineSummary
{
    private static readonly Phrase OneOf = new("Give one of: {0}.", "请填写以下之一：{0}。");

    public static async Task<Ok<PipelineSummaryView>> Get(
        string? by, DateOnly? on, Guid? pipelineId, Guid? ownerId, DateOnly? closeFrom, DateOnly? closeTo,
        CustomersDbContext db, CompanyDay days, CancellationToken ct)
    {
        var told = by is null ? SummaryBy.Stage
            : Enums.Parse(typeof(SummaryBy), by) as SummaryBy? ?? throw new InvalidInput("by", OneOf, string.Join(", ", Enums.Names(typeof(SummaryBy))));
        var today = await days.Today(ct);
        var asOf = on is null || on >= today ? today : await db.SnapshotDays.Where(d => d.Day <= on).MaxAsync(d => (DateOnly?)d.Day, ct);
        var open = Narrowed(asOf == today ? Present(db) : Past(db, asOf), pipelineId, ownerId, closeFrom, closeTo);
        var rows = told switch
        {
            SummaryBy.Owner => await Sums(open, o => o.OwnerId, id => id?.ToString(), ct),
            SummaryBy.Category => await Sums(open, o => o.Category, c => Enums.Name(c), ct),
            SummaryBy.Month => await Sums(open, o => o.ExpectedClose, day => day.ToString("yyyy-MM", CultureInfo.InvariantCulture), ct),
            _ => await Sums(open, o => o.Stage, stage => stage, ct),
        };
        return TypedResults.Ok(new PipelineSummaryView(told, asOf, asOf == today, rows));
    }

    private static IQueryable<OpenValue> Present(CustomersDbContext db) => db.Opportunities.Where(o => o.State == OpportunityState.Open).Select(o => new OpenValue
    {
        PipelineId = o.PipelineId,
        Stage = o.Stage,
        Category = o.Category,
        OwnerId = o.OwnerId,
        ExpectedClose = o.ExpectedClose,
        Currency = o.Currency,
        Amount = o.Amount,
        Weighted = o.Weighted,
    });

    // Of those that the caller may see now; one that was deleted since was there then.
    private static IQueryable<OpenValue> Past(CustomersDbContext db, DateOnly? day) => db.OpportunitySnapshots
        .Where(s => s.Day == day && s.State == OpportunityState.Open)
        .Where(s => db.Opportunities.IgnoreQueryFilters(new[] { ModuleDbContext.DeletedFilter }).Any(o => o.Id == s.OpportunityId))
        .Select(s => new OpenValue
        {
            PipelineId = s.PipelineId,
            Stage = s.Stage,
            Category = s.Category,
            OwnerId = s.OwnerId,
            ExpectedClose = s.ExpectedClose,
            Currency = s.Currency,
            Amount = s.Amount,
            Weighted = s.Weighted,
        });

    private static IQueryable<OpenValue> Narrowed(IQueryable<OpenValue> values, Guid? pipelineId, Guid? ownerId, DateOnly? from, DateOnly? to)
    {
        if (pipelineId is { } pipeline)
        {
            var id = new PipelineId(pipeline);
            values = values.Where(o => o.PipelineId == id);
        }

        if (ownerId is { } owner) values = values.Where(o => o.OwnerId == owner);
        if (from is { } first) values = values.Where(o => o.ExpectedClose >= first);
        if (to is { } last) values = values.Where(o => o.ExpectedClose <= last);
        return values;
    }

    /// <summary>Added up by the database as far as it can, and then by what is shown.</summary>
    private static async Task<IReadOnlyList<PipelineSum>> Sums<TKey>(
        IQueryable<OpenValue> open, Expression<Func<OpenValue, TKey>> key, Func<TKey, string?> shown, CancellationToken ct)
    {
        var pair = Keyed(key);
        var sums = await open.GroupBy(pair)
            .Select(g => new { g.Key, Count = g.Count(), Amount = g.Sum(o => o.Amount), Weighted = g.Sum(o => o.Weighted) }).ToListAsync(ct);
        return
        [
            .. sums.GroupBy(s => (Key: shown(s.Key.Key), s.Key.Currency)).OrderBy(g => g.Key.Key, StringComparer.Ordinal).ThenBy(g => g.Key.Currency, StringComparer.Ordinal)
                .Select(g => new PipelineSum(g.Key.Key, g.Key.Currency, g.Sum(s => s.Count), g.Sum(s => s.Amount), g.Sum(s => s.Weighted))),
        ];
    }

    private static Expression<Func<OpenValue, KeyAndCurrency<TKey>>> Keyed<TKey>(Expression<Func<OpenValue, TKey>> key)
    {
        var pair = typeof(KeyAndCurrency<TKey>);
        var made = Expression.MemberInit(
            Expression.New(pair),
            Expression.Bind(pair.GetProperty(nameof(KeyAndCurrency<TKey>.Key))!, key.Body),
            Expression.Bind(pair.GetProperty(nameof(KeyAndCurrency<TKey>.Currency))!, Expression.Property(key.Parameters[0], nameof(OpenValue.Currency))));
        return Expression.Lambda<Func<OpenValue, KeyAndCurrency<TKey>>>(made, key.Parameters);
    }

    private sealed class KeyAndCurrency<TKey>
    {
        public required TKey Key { get; init; }

        public required string Currency { get; init; }
    }

    private sealed class OpenValue
    {
        public PipelineId PipelineId { get; init; }

        public required string Stage { get; init; }

        public ForecastCategory Category { get; init; }

        public Guid? OwnerId { get; init; }

        public DateOnly ExpectedClose { get; init; }

        public required string Currency { get; init; }

        public decimal Amount { get; init; }

        public decimal Weighted { get; init; }
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
    [Label("Month of the expected close", "预计成交月份")]
    Month,
}

/// <param name="By">What the rows tell apart.</param>
/// <param name="AsOf">The business day of the figures: the last one that was written down, up to the one that was asked for. Absent where none was.</param>
/// <param name="IsPresent">As it is this moment.</param>
/// <param name="Rows">One per key and currency.</param>
internal sealed record PipelineSummaryView(SummaryBy By, DateOnly? AsOf, bool IsPresent, IReadOnlyList<PipelineSum> Rows);

/// <param name="Key">Code of the stage, id of the owner, category, or month such as <c>2026-03</c>.</param>
/// <param name="Currency">ISO 4217, of both amounts.</param>
/// <param name="Count">Opportunities.</param>
/// <param name="Amount">What they are thought to be worth.</param>
/// <param name="Weighted">Each amount x its probability, rounded, added up.</param>
internal sealed record PipelineSum(string? Key, string Currency, int Count, decimal Amount, decimal Weighted);
