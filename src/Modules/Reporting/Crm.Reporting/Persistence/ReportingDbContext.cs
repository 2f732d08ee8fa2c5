using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Reporting.Domain.Schedules;
using Crm.Reporting.Persistence.Facts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Persistence;

/// <summary>The reporting schema: kept events, the facts made from them, and report schedules.</summary>
public abstract class ReportingDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    internal DbSet<KeptEvent> KeptEvents => Set<KeptEvent>();

    internal DbSet<ProjectionState> ProjectionStates => Set<ProjectionState>();

    internal DbSet<OrderFact> OrderFacts => Set<OrderFact>();

    internal DbSet<OrderLineFact> OrderLineFacts => Set<OrderLineFact>();

    internal DbSet<PaymentFact> PaymentFacts => Set<PaymentFact>();

    internal DbSet<ShipmentFact> ShipmentFacts => Set<ShipmentFact>();

    internal DbSet<RefundFact> RefundFacts => Set<RefundFact>();

    internal DbSet<TargetFact> TargetFacts => Set<TargetFact>();

    internal DbSet<SalesRollup> SalesRollups => Set<SalesRollup>();

    internal DbSet<CustomerCopy> CustomerCopies => Set<CustomerCopy>();

    internal DbSet<ProductCopy> ProductCopies => Set<ProductCopy>();

    internal DbSet<PersonCopy> PersonCopies => Set<PersonCopy>();

    internal DbSet<UnitCopy> UnitCopies => Set<UnitCopy>();

    internal DbSet<ReportSchedule> Schedules => Set<ReportSchedule>();

    internal DbSet<Subscription> Subscriptions => Set<Subscription>();

    internal DbSet<ScheduleRun> ScheduleRuns => Set<ScheduleRun>();

    internal DbSet<Delivery> Deliveries => Set<Delivery>();

    protected override void Map(ModelBuilder model)
    {
        FactsMapping.Map(model);
        SchedulesMapping.Map(model);
    }
}

public sealed class SqliteReportingDbContext(DbContextOptions<SqliteReportingDbContext> options) : ReportingDbContext(options);

public sealed class PostgresReportingDbContext(DbContextOptions<PostgresReportingDbContext> options) : ReportingDbContext(options);

public sealed class SqlServerReportingDbContext(DbContextOptions<SqlServerReportingDbContext> options) : ReportingDbContext(options);
