using System.Linq.Expressions;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Domain;
using Crm.Planning.Domain.Forecasts;
using Crm.Planning.Domain.Policy;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Persistence;

/// <summary>The planning schema.</summary>
public abstract class PlanningDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    internal DbSet<SalesPlan> Plans => Set<SalesPlan>();

    internal DbSet<PlanningPolicy> Policies => Set<PlanningPolicy>();

    internal DbSet<UnitCopy> UnitCopies => Set<UnitCopy>();

    internal DbSet<OpportunityCopy> OpportunityCopies => Set<OpportunityCopy>();

    internal DbSet<ForecastSubmission> ForecastSubmissions => Set<ForecastSubmission>();

    internal DbSet<ForecastAdjustment> ForecastAdjustments => Set<ForecastAdjustment>();

    internal DbSet<KeptEvent> KeptEvents => Set<KeptEvent>();

    internal DbSet<SalesCount> Counts => Set<SalesCount>();

    internal DbSet<OrderCredit> OrderCredits => Set<OrderCredit>();

    internal DbSet<MonthlySales> MonthlySales => Set<MonthlySales>();

    internal DbSet<PersonCopy> PersonCopies => Set<PersonCopy>();

    // The generation is asked for inside the statement: asked for before it, a rebuild could swap the figures away in between.
    internal IQueryable<OrderCredit> LiveCredits => OrderCredits.AsNoTracking().Where(c =>
        c.Generation == Counts.Where(s => s.Name == SalesCount.OfOrders).Select(s => s.LiveGeneration).FirstOrDefault());

    internal IQueryable<MonthlySales> LiveSales => MonthlySales.AsNoTracking().Where(m =>
        m.Generation == Counts.Where(s => s.Name == SalesCount.OfOrders).Select(s => s.LiveGeneration).FirstOrDefault());

    /// <summary>Which orders the caller may see one by one: all, those of the reached units, or those credited to the caller.</summary>
    internal Expression<Func<OrderCredit, bool>> IsReached
    {
        get
        {
            var (all, own, caller, units) = (ReachesAll, ReachesOwn, CallerId, ReachedUnits);
            return c => all || (own && c.SalespersonId == caller) || (c.UnitId != null && EF.Parameter(units).Contains(c.UnitId.Value));
        }
    }

    /// <summary>The orders that a plan's figures are made of, whoever may see them.</summary>
    internal IQueryable<OrderCredit> CreditsOf(SalesPlan plan) => CreditsOf(plan.Currency, plan.FirstMonth, plan.LastMonth);

    /// <summary>The orders of a currency that count in some months.</summary>
    internal IQueryable<OrderCredit> CreditsOf(string currency, DateOnly first, DateOnly last) =>
        LiveCredits.Where(c => c.IsCounted && c.Currency == currency && c.Month >= first && c.Month <= last);

    /// <summary>Whether figures of the plan are made of orders that the caller may not see.</summary>
    internal Task<bool> HidesCreditsOf(SalesPlan plan, CancellationToken ct) => HidesAny(CreditsOf(plan), ct);

    /// <summary>Whether there are orders among these that the caller may not see.</summary>
    internal async Task<bool> HidesAny(IQueryable<OrderCredit> orders, CancellationToken ct)
    {
        if (ReachesAll) return false;
        var reached = IsReached;
        return await orders.AnyAsync(Expression.Lambda<Func<OrderCredit, bool>>(Expression.Not(reached.Body), reached.Parameters), ct);
    }

    /// <summary>Where counting stands, locked until the end of the transaction.</summary>
    internal async Task<SalesCount> LockCount(CancellationToken ct)
    {
        if (await Locked() is { } known) return known;
        var row = new (string, object)[]
        {
            (nameof(SalesCount.Name), SalesCount.OfOrders), (nameof(SalesCount.LiveGeneration), 0), (nameof(SalesCount.NewestGeneration), 0),
            (nameof(SalesCount.Events), 0L),
        };
        await Dialect.InsertIfAbsent(this, Model.FindEntityType(typeof(SalesCount))!, row, ct);
        return await Locked() ?? throw new InvalidOperationException("The row that counting locks was there and is gone.");

        Task<SalesCount?> Locked() =>
            Dialect.Locked<SalesCount, string>(this, nameof(SalesCount.Name), [SalesCount.OfOrders]).SingleOrDefaultAsync(ct);
    }

    protected override void Map(ModelBuilder model) => PlanningMapping.Map(model);
}

public sealed class SqlitePlanningDbContext(DbContextOptions<SqlitePlanningDbContext> options) : PlanningDbContext(options);

public sealed class PostgresPlanningDbContext(DbContextOptions<PostgresPlanningDbContext> options) : PlanningDbContext(options);

public sealed class SqlServerPlanningDbContext(DbContextOptions<SqlServerPlanningDbContext> options) : PlanningDbContext(options);
