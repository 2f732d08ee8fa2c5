using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Persistence;

/// <summary>The planning schema.</summary>
public abstract class PlanningDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    internal DbSet<SalesPlan> Plans => Set<SalesPlan>();

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
