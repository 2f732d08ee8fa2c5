using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Reporting.Application.Reports;
using Crm.Reporting.Domain.Schedules;
using Crm.Reporting.Persistence;
using Crm.Reporting.Persistence.Facts;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.Reporting.Tests.Module;

/// <summary>What the module asks of SQL Server, translated without one.</summary>
public sealed class SqlServerTests
{
    private const string Nowhere = "Server=nowhere.invalid;Database=crm;Encrypt=false";

    [Fact]
    public async Task The_sums_of_a_report_are_made_by_the_database()
    {
        await using var db = Context();
        var rollups = db.SalesRollups.Where(r => r.Generation == 1 && r.Slice == Slice.Product && r.Currency == "EUR" && r.Day >= DateOnly.MinValue);

        rollups.GroupBy(r => r.Key).Select(SalesSums.Of<string>()).ToQueryString().ShouldContain("GROUP BY");
        rollups.GroupBy(r => r.OwnerId).Select(SalesSums.Of<Guid?>()).ToQueryString().ShouldContain("SUM(");
        rollups.GroupBy(r => new Month { Year = r.Day.Year, Number = r.Day.Month }).Select(SalesSums.Of<Month>()).ToQueryString().ShouldContain("DATEPART");
    }

    [Fact]
    public async Task The_rows_of_a_batch_are_found_by_one_parameter_however_many_they_are()
    {
        await using var db = Context();
        var ids = Enumerable.Range(0, 3000).Select(_ => Guid.CreateVersion7()).ToList();

        db.SalesRollups.Where(r => r.Generation == 1 && EF.Parameter(ids).Contains(r.Id)).ToQueryString().ShouldContain("OPENJSON");
        db.Dialect.Locked<ProjectionState, string>(db, nameof(ProjectionState.Name), [ProjectionState.Live]).ToQueryString().ShouldContain("UPDLOCK");
    }

    [Fact]
    public async Task What_is_to_be_sent_is_found()
    {
        await using var db = Context();

        db.Deliveries.Where(d => d.State == MailState.Planned && d.NextTryAt <= DateTimeOffset.UnixEpoch).OrderBy(d => d.NextTryAt).Take(10).ToQueryString().ShouldContain("TOP(");
        db.ScheduleRuns.GroupBy(r => r.ScheduleId).Select(g => new { g.Key, Last = g.Max(r => r.Slot) }).ToQueryString().ShouldContain("MAX(");
    }

    private static SqlServerReportingDbContext Context() => new((DbContextOptions<SqlServerReportingDbContext>)ModuleContexts.Options(
        typeof(SqlServerReportingDbContext), new ModuleOptions("reporting", new SqlServerDialect(Nowhere), TestKeys.Ring, new FakeTime(), null)));

    private sealed record Month
    {
        public int Year { get; init; }

        public int Number { get; init; }
    }
}
