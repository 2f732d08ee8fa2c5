using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.Reporting.Application.Reports;
using Crm.Reporting.Domain.Schedules;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Reporting.Application.Schedules;

/// <summary>Makes the report of a schedule as one caller would get it from the API: with that caller's rows, masks and nothing more.</summary>
internal sealed class ReportsOfCallers(IServiceScopeFactory scopes)
{
    /// <param name="schedule">What is reported.</param>
    /// <param name="caller">Whose view.</param>
    /// <param name="moment">As of which the relative days are meant.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="NotAllowed">The caller may not read reports.</exception>
    public async Task<SalesReport> Read(ReportSchedule schedule, Caller caller, DateTimeOffset moment, CancellationToken ct)
    {
        var reach = caller.ScopeOf(ReportingPermissions.ReadReports.Name);
        if (reach == RowScope.None) throw new NotAllowed(ReportingPermissions.ReadReports.Name);
        var days = SalesParameters.Days(schedule.Period, LocalDays.In(schedule.TimeZone), moment)
            ?? throw new InvalidOperationException($"'{schedule.Period}' is no period any more.");
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().Act(caller, reach);
        return await scope.ServiceProvider.GetRequiredService<SalesReportReader>().Read(
            new SalesQuery(days.From, days.To, schedule.By, schedule.Net, schedule.Top, schedule.Currency), ct);
    }
}
