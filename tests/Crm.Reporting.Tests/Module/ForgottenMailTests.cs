using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Platform.Contracts;
using Crm.Reporting.Application.Schedules;
using Crm.Reporting.Domain;
using Crm.Reporting.Domain.Schedules;
using Crm.Reporting.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Crm.Testing.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Reporting.Tests.Module;

public sealed class ForgottenMailTests
{
    [SkippableTheory, EveryProvider]
    public async Task An_erasure_takes_back_the_mails_that_may_name_the_person(DatabaseProvider provider)
    {
        await using var module = await ModuleHarness.Start(provider, new ReportingModule());
        var (reader, erased) = (User(module), User(module));
        var byCustomer = await Sent(module, SalesBy.Customer, reader);
        var byMonth = await Sent(module, SalesBy.Month, reader);
        var toThePerson = await Sent(module, SalesBy.Month, erased);
        await module.Send(new DeleteSchedule((await Delivery(module, byCustomer)).ScheduleId.Value));

        await module.Given(new PersonErasureRequestedV1(erased, module.Time.GetUtcNow()), "person-erasure/1", 1);

        var forgotten = ((MailTray)module.Services.GetRequiredService<IMailTransport>()).Forgotten;
        forgotten.ShouldBe([byCustomer, toThePerson], ignoreOrder: true);
        forgotten.ShouldNotContain(byMonth);
    }

    [SkippableTheory, EveryProvider]
    public async Task To_whom_reports_were_sent_is_forgotten_after_a_while_and_nothing_is_sent_again(DatabaseProvider provider)
    {
        await using var module = await ModuleHarness.Start(provider, new ReportingModule());
        await Sent(module, SalesBy.Month, User(module));
        module.Time.Advance(TimeSpan.FromDays(399));
        await Clean(module);
        (await Count(module)).ShouldBe(1);

        module.Time.Advance(TimeSpan.FromDays(2));
        await Clean(module);
        await RunJob(module);

        (await Count(module)).ShouldBe(0);
        Tray(module).Mails.Count.ShouldBe(1);
    }

    /// <summary>Makes a schedule that is due once, sends its mail to the user and tells its key.</summary>
    private static async Task<string> Sent(ModuleHarness module, SalesBy by, Guid user)
    {
        var at = module.Time.GetUtcNow().AddHours(1);
        var schedule = await module.Send(new MakeSchedule
        {
            Name = $"{by}",
            By = by,
            Period = "lastMonth",
            Cron = $"0 0 {at.Hour} {at.Day} {at.Month} ? {at.Year}",
            TimeZone = "UTC",
        });
        await module.Send(new Subscribe(schedule.Id, new SubscriptionInput { UserId = user }));
        module.Time.Advance(TimeSpan.FromHours(1));
        await RunJob(module);
        return Tray(module).Mails[^1].Key;
    }

    private static Guid User(ModuleHarness module)
    {
        var user = Guid.CreateVersion7();
        ((TestCallers)module.Services.GetRequiredService<ICallers>()).Add(new Caller(user, CallerKind.Person, "reader")
        {
            Permissions = new Dictionary<string, RowScope> { ["reporting.reports.read"] = RowScope.All },
        });
        return user;
    }

    private static MailTray Tray(ModuleHarness module) => (MailTray)module.Services.GetRequiredService<IMailTransport>();

    private static Task<Delivery> Delivery(ModuleHarness module, string key)
    {
        var id = new DeliveryId(Guid.ParseExact(key, "N"));
        return module.Read<ReportingDbContext, Delivery>(db => db.Deliveries.SingleAsync(d => d.Id == id));
    }

    private static Task<int> Count(ModuleHarness module) => module.Read<ReportingDbContext, int>(db => db.Deliveries.CountAsync());

    private static async Task RunJob(ModuleHarness module)
    {
        await using var scope = module.Scope();
        await ActivatorUtilities.CreateInstance<SendDueReports>(scope.ServiceProvider).Run(CancellationToken.None);
    }

    private static async Task Clean(ModuleHarness module)
    {
        await using var scope = module.Scope();
        await scope.ServiceProvider.GetRequiredService<CleanDeliveries>().Run(CancellationToken.None);
    }
}
