using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Demo;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Reporting.Application.Schedules;
using Crm.Reporting.Domain;
using Crm.Reporting.Domain.Schedules;
using Crm.Reporting.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Application.Demo;

/// <summary>A monthly sales report for two people, one reading Chinese and one English, sent once at once.</summary>
internal sealed class DemoReports(
    ReportingDbContext db,
    ICommandHandler<MakeSchedule, ScheduleReply> make,
    ICommandHandler<Subscribe, SubscriptionReply> subscribe,
    ICommandHandler<PlanRun, PlannedRun> plan,
    SendDueReports send,
    TimeProvider time) : IDemoData
{
    private static readonly (string Login, Language Language)[] Readers = [("chen.jing", Language.Chinese), ("anna.berg", Language.English)];

    public DemoStage Stage => DemoStage.Reports;

    public Phrase What => new("a report mail", "报表邮件");

    public IReadOnlyList<string> Try => ["/api/v1/reporting/reports/sales?by=month&period=thisYear"];

    public async Task Fill(DemoRun run, CancellationToken ct)
    {
        var schedule = await make.Handle(
            new MakeSchedule { Name = "Monthly sales 月度销售", Period = "lastMonth", By = SalesBy.Category, Cron = "0 0 7 1 * ?", TimeZone = "Europe/Berlin" }, ct);
        foreach (var (login, language) in Readers)
        {
            if (await db.PersonCopies.AsNoTracking().FirstOrDefaultAsync(p => p.Login == login, ct) is not { } person) continue;
            var subscription = new SubscriptionInput { UserId = person.UserId, Language = language, Attachment = Attachment.Xlsx };
            await subscribe.Handle(new Subscribe(schedule.Id, subscription), ct);
        }

        await plan.Handle(new PlanRun(schedule.Id, time.GetUtcNow(), RunKind.Manual), ct);
        await send.Run(ct);
        run.Report(Readers.Length, Readers.Length);
    }
}
