using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
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
using static Crm.Reporting.Tests.Module.Reports;

namespace Crm.Reporting.Tests.Module;

/// <summary>The clock of a test begins on Monday, 2 March 2026, at eight: after that day's slot.</summary>
public sealed class DeliveryTests
{
    private static readonly DateTimeOffset Tomorrow = new(2026, 3, 3, 7, 0, 0, TimeSpan.Zero);

    [SkippableTheory, EveryProvider]
    public async Task A_report_is_mailed_when_it_is_due_and_not_again(DatabaseProvider provider)
    {
        await using var mailed = await MailedReports.Start(provider);
        var schedule = await mailed.Schedule();
        await mailed.Subscriber(schedule.Id, attachment: Attachment.Xlsx);
        await mailed.Module.Confirmed(Order(new DateOnly(2026, 3, 1), Line(12.34m)));
        await mailed.RunJob();
        mailed.Sink.Mails.ShouldBeEmpty("it was made after today's slot");

        mailed.Module.Time.MoveTo(Tomorrow);
        await mailed.RunJob();
        await mailed.RunJob();

        var mail = mailed.Sink.Mails.ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Morning: Sales by month");
        mail.Text.ShouldContain("12.34");
        mail.Html.ShouldNotBeNull().ShouldContain("12.34");
        mail.Files.ShouldHaveSingleItem().Name.ShouldBe("sales.xlsx");
        (await mailed.Deliveries()).ShouldHaveSingleItem().State.ShouldBe(MailState.Taken);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_schedule_that_means_nothing_on_this_machine_holds_up_no_other(DatabaseProvider provider)
    {
        await using var mailed = await MailedReports.Start(provider);
        var broken = await mailed.Schedule();
        var sound = await mailed.Schedule();
        foreach (var schedule in new[] { broken, sound }) await mailed.Subscriber(schedule.Id);
        var id = new ScheduleId(broken.Id);
        await mailed.Module.Read<ReportingDbContext, int>(db => db.Schedules.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.TimeZone, "Mars/Olympus")));
        mailed.Module.Time.MoveTo(Tomorrow);

        await mailed.RunJob();

        (await mailed.Deliveries()).ShouldHaveSingleItem().ScheduleId.Value.ShouldBe(sound.Id);
        mailed.Sink.Mails.Count.ShouldBe(1);
        var shown = await mailed.Module.Read<ReportingDbContext, ReportSchedule>(db => db.Schedules.AsNoTracking().SingleAsync(s => s.Id == id));
        Crm.Reporting.Api.ScheduleView.Of(shown, [], Tomorrow).NextSlot.ShouldBeNull();
    }

    [SkippableTheory, EveryProvider]
    public async Task Runs_are_forgotten_with_their_deliveries_but_the_last_slot_is_remembered(DatabaseProvider provider)
    {
        await using var mailed = await MailedReports.Start(provider);
        var schedule = await mailed.Schedule();
        await mailed.Subscriber(schedule.Id);
        for (var day = 0; day < 3; day++)
        {
            mailed.Module.Time.MoveTo(Tomorrow.AddDays(day));
            await mailed.RunJob();
        }

        await mailed.Module.Send(new PauseSchedule(schedule.Id));
        (await Should.ThrowAsync<RuleBroken>(() => mailed.Module.Send(new PauseSchedule(schedule.Id)))).Rule.ShouldBe(ReportingRules.AlreadyPaused);
        mailed.Module.Time.MoveTo(Tomorrow.AddDays(500));
        await mailed.Clean();

        (await mailed.Module.Read<ReportingDbContext, List<DateTimeOffset>>(db => db.ScheduleRuns.Select(r => r.Slot).ToListAsync())).ShouldBe([Tomorrow.AddDays(2)]);
        (await mailed.Deliveries()).ShouldBeEmpty();
    }

    [SkippableTheory, EveryProvider]
    public async Task A_run_that_is_stopped_leaves_the_rest_for_the_next(DatabaseProvider provider)
    {
        await using var mailed = await MailedReports.Start(provider);
        var schedule = await mailed.Schedule();
        foreach (var _ in Enumerable.Range(0, 3)) await mailed.Subscriber(schedule.Id);
        mailed.Sink.Next(SmtpTrick.SaysNothing);
        mailed.Module.Time.MoveTo(Tomorrow);
        using var stop = new CancellationTokenSource();
        var running = mailed.RunJob(stop.Token);
        await mailed.Sink.Silent;

        await stop.CancelAsync();
        await running;

        (await mailed.Deliveries()).Select(d => d.State).Order().ShouldBe([MailState.Planned, MailState.Planned, MailState.NotTaken]);
        mailed.Module.Time.Advance(TimeSpan.FromMinutes(1));
        await mailed.RunJob();
        mailed.Sink.Mails.Count.ShouldBe(3);
    }

    [SkippableTheory, EveryProvider]
    public async Task Two_processors_at_one_slot_send_one_mail(DatabaseProvider provider)
    {
        await using var mailed = await MailedReports.Start(provider);
        var schedule = await mailed.Schedule();
        await mailed.Subscriber(schedule.Id);
        await mailed.Subscriber(schedule.Id);
        mailed.Module.Time.MoveTo(Tomorrow);

        await Task.WhenAll(mailed.RunJob(), mailed.RunJob(), mailed.RunJob());

        mailed.Sink.Mails.Select(m => m.EnvelopeTo).Distinct().Count().ShouldBe(2);
        mailed.Sink.Mails.Count.ShouldBe(2);
        (await mailed.Deliveries()).ShouldAllBe(d => d.State == MailState.Taken && d.Tries == 1);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_mail_that_was_handed_over_without_an_answer_is_uncertain_and_not_sent_again(DatabaseProvider provider)
    {
        await using var mailed = await MailedReports.Start(provider);
        var schedule = await mailed.Schedule();
        await mailed.Subscriber(schedule.Id);
        mailed.Sink.Next(SmtpTrick.DropsAfterMessage);
        mailed.Module.Time.MoveTo(Tomorrow);

        await mailed.RunJob();
        mailed.Module.Time.Advance(TimeSpan.FromHours(3));
        await mailed.RunJob();

        mailed.Sink.Mails.Count.ShouldBe(1);
        var delivery = (await mailed.Deliveries()).ShouldHaveSingleItem();
        (delivery.State, delivery.Tries, delivery.NeedsAttention).ShouldBe((MailState.Uncertain, 1, true));
    }

    [SkippableTheory, EveryProvider]
    public async Task A_mail_that_was_surely_not_taken_is_tried_again_later(DatabaseProvider provider)
    {
        await using var mailed = await MailedReports.Start(provider);
        var schedule = await mailed.Schedule();
        await mailed.Subscriber(schedule.Id);
        mailed.Sink.Next(SmtpTrick.Greylists, SmtpTrick.DefersMessage);
        mailed.Module.Time.MoveTo(Tomorrow);

        await mailed.RunJob();
        await mailed.RunJob();
        (await mailed.Deliveries())[0].Tries.ShouldBe(1, "it waits a minute");
        mailed.Module.Time.Advance(TimeSpan.FromMinutes(1));
        await mailed.RunJob();
        mailed.Module.Time.Advance(TimeSpan.FromMinutes(2));
        await mailed.RunJob();

        mailed.Sink.Mails.Count.ShouldBe(1);
        var delivery = (await mailed.Deliveries()).ShouldHaveSingleItem();
        (delivery.State, delivery.Tries).ShouldBe((MailState.Taken, 3));
    }

    [SkippableTheory, EveryProvider]
    public async Task A_delivery_cut_off_in_the_middle_is_uncertain_after_the_restart(DatabaseProvider provider)
    {
        await using var mailed = await MailedReports.Start(provider);
        var schedule = await mailed.Schedule();
        await mailed.Subscriber(schedule.Id);
        mailed.Module.Time.MoveTo(Tomorrow);
        await mailed.Module.Send(new PlanRun(schedule.Id, Tomorrow, RunKind.Scheduled));
        var delivery = (await mailed.Deliveries()).ShouldHaveSingleItem();
        (await mailed.Module.Send(new BeginDelivery(delivery.Id.Value))).Attempt.ShouldBe(1);

        await mailed.RunJob();
        (await mailed.Deliveries())[0].State.ShouldBe(MailState.Sending, "somebody may still be at it");
        mailed.Module.Time.Advance(SingleMail.LongestTry);
        await mailed.RunJob();

        (await mailed.Deliveries())[0].State.ShouldBe(MailState.Uncertain);
        mailed.Sink.Mails.ShouldBeEmpty();
    }

    [SkippableTheory, EveryProvider]
    public async Task Of_the_slots_missed_while_nobody_was_there_the_latest_is_sent_once(DatabaseProvider provider)
    {
        await using var mailed = await MailedReports.Start(provider);
        var schedule = await mailed.Schedule(period: "yesterday");
        await mailed.Subscriber(schedule.Id);
        await mailed.Module.Confirmed(Order(new DateOnly(2026, 3, 4), Line(12.34m)));

        mailed.Module.Time.MoveTo(Tomorrow.AddDays(2).AddHours(5));
        await mailed.RunJob();
        await mailed.RunJob();

        mailed.Sink.Mails.ShouldHaveSingleItem().Text.ShouldContain("12.34", customMessage: "the days are those of the slot");
        (await mailed.Deliveries()).ShouldHaveSingleItem().Slot.ShouldBe(Tomorrow.AddDays(2));
    }

    [SkippableTheory, EveryProvider]
    public async Task A_schedule_may_skip_what_was_missed(DatabaseProvider provider)
    {
        await using var mailed = await MailedReports.Start(provider);
        var schedule = await mailed.Schedule(missed: MissedRuns.Skip);
        await mailed.Subscriber(schedule.Id);

        mailed.Module.Time.MoveTo(Tomorrow.AddHours(5));
        await mailed.RunJob();
        mailed.Sink.Mails.ShouldBeEmpty();
        mailed.Module.Time.MoveTo(Tomorrow.AddDays(1));
        await mailed.RunJob();

        mailed.Sink.Mails.Count.ShouldBe(1);
    }

    [SkippableTheory, EveryProvider]
    public async Task Each_recipient_gets_the_rows_they_may_see(DatabaseProvider provider)
    {
        await using var mailed = await MailedReports.Start(provider);
        var schedule = await mailed.Schedule();
        var seller = await mailed.Subscriber(schedule.Id, RowScope.Own, Language.Chinese);
        await mailed.Subscriber(schedule.Id, RowScope.All);
        await mailed.Subscriber(schedule.Id, RowScope.None);
        await mailed.Subscriber(schedule.Id, RowScope.Own, onlyIfNotEmpty: true);
        var today = new DateOnly(2026, 3, 1);
        await mailed.Module.Confirmed(Order(today, Line(11.11m)).With(o => o with { SalespersonId = seller }));
        await mailed.Module.Confirmed(Order(today, Line(22.22m)));

        mailed.Module.Time.MoveTo(Tomorrow);
        await mailed.RunJob();

        var own = mailed.Sink.Mails.Single(m => m.EnvelopeTo.StartsWith($"{seller:N}", StringComparison.Ordinal));
        own.Subject.ShouldBe("Morning: 按月份统计的销售");
        own.Text.ShouldContain("11.11");
        own.Text.ShouldNotContain("33.33");
        mailed.Sink.Mails.Single(m => m != own).Text.ShouldContain("33.33");
        (await mailed.Deliveries()).Count(d => d.State == MailState.Skipped).ShouldBe(2);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_report_can_be_sent_now_beside_the_calendar(DatabaseProvider provider)
    {
        await using var mailed = await MailedReports.Start(provider);
        var schedule = await mailed.Schedule();
        await mailed.Subscriber(schedule.Id);

        await mailed.Module.Send(new PlanRun(schedule.Id, mailed.Module.Time.GetUtcNow(), RunKind.Manual));
        await mailed.RunJob();
        mailed.Sink.Mails.Count.ShouldBe(1);
        mailed.Module.Time.MoveTo(Tomorrow);
        await mailed.RunJob();

        mailed.Sink.Mails.Count.ShouldBe(2);
    }

    [SkippableTheory, EveryProvider]
    public async Task Nothing_is_sent_while_a_schedule_is_paused_nor_made_up_for_afterwards(DatabaseProvider provider)
    {
        await using var mailed = await MailedReports.Start(provider);
        var schedule = await mailed.Schedule();
        await mailed.Subscriber(schedule.Id);
        await mailed.Module.Send(new PauseSchedule(schedule.Id));
        mailed.Module.Time.MoveTo(Tomorrow);
        await mailed.RunJob();
        await mailed.Module.Send(new ResumeSchedule(schedule.Id));
        await mailed.RunJob();

        mailed.Sink.Mails.ShouldBeEmpty();
        (await Should.ThrowAsync<RuleBroken>(() => mailed.Module.Send(new ResumeSchedule(schedule.Id)))).Rule.Code.ShouldBe("reporting.not-paused");
    }

    [SkippableTheory, EveryProvider]
    public async Task Who_left_or_was_erased_gets_no_mail(DatabaseProvider provider)
    {
        await using var mailed = await MailedReports.Start(provider);
        var schedule = await mailed.Schedule();
        var gone = await mailed.Subscriber(schedule.Id);
        var erased = await mailed.Subscriber(schedule.Id);
        ((TestCallers)mailed.Module.Services.GetRequiredService<ICallers>()).Remove(gone);
        await mailed.Module.Given(new PersonErasureRequestedV1(erased, mailed.Module.Time.GetUtcNow()), "person-erasure/1", 1);

        mailed.Module.Time.MoveTo(Tomorrow);
        await mailed.RunJob();

        mailed.Sink.Mails.ShouldBeEmpty();
        (await mailed.Deliveries()).ShouldHaveSingleItem().ReasonEnglish.ShouldBe("The recipient is no active user.");
        (await mailed.Module.Read<ReportingDbContext, string>(db => db.Subscriptions.Where(s => s.UserId == erased).Select(s => s.Email).SingleAsync())).ShouldBe("");
    }

    [SkippableTheory, EveryProvider]
    public async Task A_report_that_cannot_be_made_any_more_fails_and_wants_to_be_looked_at(DatabaseProvider provider)
    {
        await using var mailed = await MailedReports.Start(provider);
        var schedule = await mailed.Schedule();
        await mailed.Subscriber(schedule.Id);
        await mailed.Module.Confirmed(Order(new DateOnly(2026, 3, 1), Line(1m)));
        await mailed.Module.Confirmed(Order(new DateOnly(2026, 3, 1), Line(1m)).With(o => o with { Currency = "USD" }));

        mailed.Module.Time.MoveTo(Tomorrow);
        await mailed.RunJob();

        var delivery = (await mailed.Deliveries()).ShouldHaveSingleItem();
        delivery.State.ShouldBe(MailState.Failed);
        delivery.ReasonEnglish.ShouldNotBeNull().ShouldContain("EUR, USD");
    }

    [SkippableTheory, EveryProvider]
    public async Task A_schedule_of_somebody_else_cannot_be_seen(DatabaseProvider provider)
    {
        await using var mailed = await MailedReports.Start(provider);
        var schedule = await mailed.Schedule();
        var stranger = new Caller(Guid.CreateVersion7(), CallerKind.Person, "stranger")
        {
            Permissions = new Dictionary<string, RowScope> { ["reporting.schedules.write"] = RowScope.Own },
        };

        await Should.ThrowAsync<ResourceNotFound>(() => mailed.Module.Send(new PlanRun(schedule.Id, mailed.Module.Time.GetUtcNow(), RunKind.Manual), stranger));
        await Should.ThrowAsync<ResourceNotFound>(() => mailed.Module.Send(new PauseSchedule(schedule.Id), stranger));
    }
}
