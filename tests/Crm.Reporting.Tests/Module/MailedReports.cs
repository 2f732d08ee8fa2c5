using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Reporting.Application.Schedules;
using Crm.Reporting.Domain.Schedules;
using Crm.Reporting.Persistence;
using Crm.Testing;
using Crm.Testing.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Crm.Reporting.Tests.Module;

/// <summary>A module with users, a mail server and a schedule for every morning at seven UTC.</summary>
internal sealed class MailedReports : IAsyncDisposable
{
    public const string EveryMorning = "0 0 7 * * ?";

    private MailedReports(ModuleHarness module, SmtpSink sink) => (Module, Sink) = (module, sink);

    public ModuleHarness Module { get; }

    public SmtpSink Sink { get; }

    public static async Task<MailedReports> Start(DatabaseProvider provider)
    {
        var sink = new SmtpSink();
        var settings = Options.Create(new MailOptions
        {
            Host = SmtpSink.Host,
            Port = sink.Port,
            From = "Crm <crm@example.com>",
            StartTls = StartTls.Never,
        });
        try
        {
            var module = await ModuleHarness.Start(
                provider,
                services => services.AddSingleton<IMailTransport>(new SmtpTransport(settings, TimeProvider.System, NullLogger<SmtpTransport>.Instance)),
                new ReportingModule());
            return new MailedReports(module, sink);
        }
        catch
        {
            await sink.DisposeAsync();
            throw;
        }
    }

    public Task<ScheduleReply> Schedule(
        string cron = EveryMorning, string zone = "UTC", string period = "thisMonth", MissedRuns missed = MissedRuns.SendLatest, string? currency = null) =>
        Module.Send(new MakeSchedule { Name = "Morning", Period = period, Cron = cron, TimeZone = zone, MissedRuns = missed, Currency = currency });

    /// <summary>A user who may read reports, and their subscription.</summary>
    public async Task<Guid> Subscriber(
        Guid schedule, RowScope reach = RowScope.All, Language language = Language.English, Attachment attachment = Attachment.None, bool onlyIfNotEmpty = false)
    {
        var user = Guid.CreateVersion7();
        ((TestCallers)Module.Services.GetRequiredService<ICallers>()).Add(new Caller(user, CallerKind.Person, "reader")
        {
            Permissions = new Dictionary<string, RowScope> { ["reporting.reports.read"] = reach },
        });
        await Module.Send(new Subscribe(schedule, new SubscriptionInput
        {
            UserId = user,
            Language = language,
            Attachment = attachment,
            OnlyIfNotEmpty = onlyIfNotEmpty,
        }));
        return user;
    }

    public async Task RunJob(CancellationToken stop = default)
    {
        await using var scope = Module.Scope();
        await ActivatorUtilities.CreateInstance<SendDueReports>(scope.ServiceProvider).Run(stop);
    }

    public async Task Clean()
    {
        await using var scope = Module.Scope();
        await scope.ServiceProvider.GetRequiredService<CleanDeliveries>().Run(CancellationToken.None);
    }

    public Task<List<Delivery>> Deliveries() =>
        Module.Read<ReportingDbContext, List<Delivery>>(db => db.Deliveries.AsNoTracking().OrderBy(d => d.Slot).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        await Module.DisposeAsync();
        await Sink.DisposeAsync();
    }
}
