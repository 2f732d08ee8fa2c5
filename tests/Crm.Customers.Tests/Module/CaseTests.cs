using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Api.Cases;
using Crm.Customers.Application.Cases;
using Crm.Customers.Contracts;
using Crm.Customers.Domain.Cases;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Crm.Testing;
using Crm.Testing.Databases;
using Crm.Testing.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module;

/// <summary>It is Monday, eight o'clock in London, and people work from nine to five.</summary>
public sealed class CaseTests
{
    [SkippableTheory, EveryProvider]
    public async Task A_complaint_is_seen_to_in_working_time_that_stands_still_while_the_customer_is_waited_for(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var agent = Agent(customers);
        var acme = await customers.Register(CustomerDesk.Acme());
        var opened = await customers.Send(Complaint(acme.Id) with { Priority = CasePriority.Urgent });
        (opened.Number, opened.RespondBy, opened.SolveBy).ShouldBe(("CASE-000001", At("10:00"), At("17:00")));

        await Refused(customers, new TakeCaseStep(opened.Id, CaseStep.Start, null), "customers.case-not-assigned");
        await customers.Send(new AssignCase { Id = opened.Id, AssigneeId = agent });
        await Refused(customers, new TakeCaseStep(opened.Id, CaseStep.Wait, null), "customers.case-not-in-progress");
        await customers.Send(new TakeCaseStep(opened.Id, CaseStep.Start, null));
        await Refused(customers, new TakeCaseStep(opened.Id, CaseStep.Start, null), "customers.case-in-progress");
        await Refused(customers, new TakeCaseStep(opened.Id, CaseStep.Resume, null), "customers.case-not-waiting");
        customers.Time.MoveTo(At("09:30"));
        await customers.Send(new WriteCaseNote { Id = opened.Id, Text = "Which cup broke?", IsToCustomer = true });
        customers.Time.MoveTo(At("11:00"));
        await customers.Send(new TakeCaseStep(opened.Id, CaseStep.Wait, "for a picture"));
        customers.Time.MoveTo(At("15:00", days: 1));
        var resumed = await customers.Send(new TakeCaseStep(opened.Id, CaseStep.Resume, null));
        resumed.SolveBy.ShouldBe(At("13:00", days: 2), "Six of eight hours were left.");
        await Refused(customers, new RateCase { Id = opened.Id, Rating = 5 }, "customers.case-not-closed");
        await customers.Send(new TakeCaseStep(opened.Id, CaseStep.Solve, "sent a new cup"));
        await customers.Send(new RateCase { Id = opened.Id, Rating = 4, Comment = "quick" });
        await Refused(customers, new RateCase { Id = opened.Id, Rating = 5 }, "customers.case-rated");
        await customers.Send(new TakeCaseStep(opened.Id, CaseStep.Close, null));
        await Refused(customers, new TakeCaseStep(opened.Id, CaseStep.Close, null), "customers.case-closed-already");
        await Refused(customers, new TakeCaseStep(opened.Id, CaseStep.Start, null), "customers.case-closed");

        var told = await customers.Published<CustomersDbContext>(typeof(CaseOpenedV1), typeof(CaseClosedV1));
        told[0].ShouldBeOfType<CaseOpenedV1>().SolveBy.ShouldBe(At("17:00"));
        var closed = told[1].ShouldBeOfType<CaseClosedV1>();
        (closed.IsSolved, closed.ResponseInTime, closed.SolutionInTime, closed.Rating, closed.AssigneeId).ShouldBe((true, true, true, 4, agent));
        var view = await Seen(customers, opened.Id);
        view.Steps.Select(s => s.To).ShouldBe(
            [CaseStatus.Assigned, CaseStatus.InProgress, CaseStatus.WaitingForCustomer, CaseStatus.InProgress, CaseStatus.Solved, CaseStatus.Closed]);
        (view.Notes.Single().Text, view.RespondedAt, view.Solution).ShouldBe(("Which cup broke?", At("09:30"), "sent a new cup"));

        var reopened = await customers.Send(new TakeCaseStep(opened.Id, CaseStep.Reopen, "broken again"));
        (reopened.Status, reopened.SolveBy).ShouldBe((CaseStatus.Reopened, At("15:00", days: 2)), "The solution is promised anew.");
        await Refused(customers, new TakeCaseStep(opened.Id, CaseStep.Close, " "), "customers.case-without-solution");
        var question = await customers.Send(Complaint(acme.Id) with { Kind = CaseKind.Question });
        question.Number.ShouldBe("CASE-000002");
        await customers.Send(new TakeCaseStep(question.Id, CaseStep.Close, "asked twice"));
    }

    [SkippableTheory, EveryProvider]
    public async Task Deadlines_follow_the_calendar_the_level_and_the_priority(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var acme = await customers.Register(CustomerDesk.Acme());
        var (night, usual) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await customers.Given(Calendar(night, "night", isDefault: false, 22 * 60, 24 * 60), $"working-calendar/{night}", 2);
        await customers.Given(Calendar(night, "night", isDefault: false, 1, 2), $"working-calendar/{night}", 1);
        await customers.Given(Calendar(usual, "usual", isDefault: true, 12 * 60, 14 * 60), $"working-calendar/{usual}", 1);
        await customers.Send(new DefineServiceLevel { Kind = CaseKind.Complaint, Priority = CasePriority.High, ResponseMinutes = 30, CalendarId = night });
        await Refused(customers, new DefineServiceLevel { Priority = CasePriority.Low, CalendarId = Guid.CreateVersion7() }, "customers.calendar-unknown");

        var normal = await customers.Send(Complaint(acme.Id));
        var high = await customers.Send(Complaint(acme.Id) with { Priority = CasePriority.High });
        var question = await customers.Send(Complaint(acme.Id) with { Kind = CaseKind.Question, Priority = CasePriority.High });

        normal.RespondBy.ShouldBe(At("14:00", days: 1), "Four hours, of two a day.");
        (high.RespondBy, high.SolveBy).ShouldBe((At("22:30"), null));
        question.RespondBy.ShouldBe(At("14:00"));
        var changed = await customers.Send(new ChangeCase(question.Id, CaseInput.Of((await Stored(customers, question.Id)).ShouldNotBeNull()) with { Priority = CasePriority.Urgent }));
        changed.RespondBy.ShouldBe(At("13:00"));

        await customers.Given(new WorkingCalendarRemovedV1(night), $"working-calendar/{night}", 3);
        var after = await customers.Send(Complaint(acme.Id) with { Priority = CasePriority.High });
        after.RespondBy.ShouldBe(At("12:30"), "What the level chose is gone: the usual calendar counts.");
    }

    [SkippableTheory, EveryProvider]
    public async Task Who_answers_for_it_is_told_once_at_each_level_that_is_reached(DatabaseProvider provider)
    {
        var tray = new MailTray();
        await using var customers = await ModuleHarness.Start(provider, services => services.AddSingleton<IMailTransport>(tray), new CustomersModule());
        var (agent, chief) = (Agent(customers), Agent(customers, Language.Chinese));
        await customers.Send(new DefineEscalation { Level = 1, Deadline = CaseDeadline.Response, MinutesAfter = -30 });
        await customers.Send(new DefineEscalation { Level = 2, Deadline = CaseDeadline.Solution, MinutesAfter = 0, PersonId = chief });
        await Refused(customers, new DefineEscalation { Level = 3, Deadline = CaseDeadline.Solution, MinutesAfter = 0, PersonId = Guid.CreateVersion7() }, "customers.person-unknown");
        var acme = await customers.Register(CustomerDesk.Acme());
        var late = await customers.Send(Complaint(acme.Id) with { Priority = CasePriority.Urgent, AssigneeId = agent });
        var waiting = await customers.Send(Complaint(acme.Id) with { Priority = CasePriority.Urgent, AssigneeId = agent });
        await customers.Send(new TakeCaseStep(waiting.Id, CaseStep.Start, null));
        await customers.Send(new TakeCaseStep(waiting.Id, CaseStep.Wait, null));
        await customers.Send(new WriteCaseNote { Id = waiting.Id, Text = "asked", IsToCustomer = true });

        await Escalate(customers);
        tray.Mails.ShouldBeEmpty();
        customers.Time.MoveTo(At("09:30"));
        await Task.WhenAll(Escalate(customers), Escalate(customers));
        tray.Mails.Select(m => m.To.Address).ShouldBe([TestCallers.AddressFor(agent)]);
        customers.Time.MoveTo(At("17:00"));
        await Escalate(customers);
        await Escalate(customers);
        tray.Mails.Skip(1).Select(m => m.To.Address).ShouldBe([TestCallers.AddressFor(agent), TestCallers.AddressFor(chief)], ignoreOrder: true);
        tray.Mails.Single(m => m.To.Address == TestCallers.AddressFor(chief)).Subject.ShouldBe($"{late.Number} 需要处理（第 2 级）");
        (await Seen(customers, late.Id)).EscalationLevel.ShouldBe(2);
        (await Seen(customers, waiting.Id)).EscalationLevel.ShouldBe(0);

        await customers.Send(new TakeCaseStep(late.Id, CaseStep.Start, null));
        await customers.Send(new TakeCaseStep(late.Id, CaseStep.Solve, "done"));
        await customers.Send(new TakeCaseStep(late.Id, CaseStep.Reopen, null));
        await Escalate(customers);
        tray.Mails.Count.ShouldBe(3);
        customers.Time.Advance(TimeSpan.FromDays(3));
        await Escalate(customers);
        tray.Mails.Count.ShouldBe(5, "It was promised anew.");
    }

    [SkippableTheory, EveryProvider]
    public async Task An_answer_is_made_of_a_template_and_erasure_leaves_no_word_of_a_case(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var zoe = await customers.Register(new Customers.Application.CustomerInput { Name = "Zoe Quill" });
        await customers.Send(new DefineCaseTemplate { Code = "broken", Text = new Phrase("Dear {customer}, about {number}: sorry.", "尊敬的{customer}，关于{number}：抱歉。") });
        (await Should.ThrowAsync<InvalidInput>(() => customers.Send(new DefineCaseTemplate { Code = "bad", Text = new Phrase("Dear {custmer}", "你好") })))
            .Errors.Single().Pointer.ShouldBe("/text/english");
        var opened = await customers.Send(Complaint(zoe.Id) with { Subject = "Quill is angry", Description = "shouted a lot" });
        await customers.Send(new WriteCaseNote { Id = opened.Id, Template = "broken", Language = Language.Chinese });
        await Refused(customers, new WriteCaseNote { Id = opened.Id, Template = "none" }, "customers.case-template-unknown");
        await customers.Send(new TakeCaseStep(opened.Id, CaseStep.Close, "Quill moved away"));
        (await Seen(customers, opened.Id)).Notes.Single().Text.ShouldBe("尊敬的Zoe Quill，关于CASE-000001：抱歉。");

        var open = await customers.Send(Complaint(zoe.Id) with { Subject = "Quill again" });

        await customers.Services.GetRequiredService<IPersonKeys>().Destroy(zoe.Id, CancellationToken.None);
        for (var i = 1; i <= 2; i++) await customers.Given(new PersonErasureRequestedV1(zoe.Id, customers.Time.GetUtcNow()), $"person-erasure/{zoe.Id}", i);

        var tables = await customers.Read<CustomersDbContext, string>(db => db.AllTables());
        foreach (var word in new[] { "Quill", "shouted" }) tables.ShouldNotContain(word);
        var left = await Seen(customers, opened.Id);
        (left.Status, left.Notes.Single().Text, left.Steps.Last().Words).ShouldBe((CaseStatus.Closed, null, null));
        (await Seen(customers, open.Id)).Status.ShouldBe(CaseStatus.Closed, "Nobody is left to answer.");
        await Refused(customers, new TakeCaseStep(opened.Id, CaseStep.Reopen, null), "customers.erased");
    }

    private static OpenCase Complaint(Guid customer) => new() { CustomerId = customer, Kind = CaseKind.Complaint, Channel = CaseChannel.Phone, Subject = "Broken cup" };

    private static WorkingCalendarChangedV1 Calendar(Guid id, string code, bool isDefault, int from, int to) => new(
        id, code, code, "UTC", [.. new[] { "monday", "tuesday", "wednesday", "thursday", "friday" }.Select(day => new WorkingHoursV1(day, from, to))], [], isDefault);

    private static DateTimeOffset At(string time, int days = 0) =>
        new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero).AddDays(days) + TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

    private static Guid Agent(ModuleHarness customers, Language language = Language.English)
    {
        var agent = CustomerDesk.Person(Guid.CreateVersion7(), Guid.CreateVersion7(), RowScope.All) with { PreferredLanguage = language };
        ((TestCallers)customers.Services.GetRequiredService<ICallers>()).Add(agent);
        return agent.Id;
    }

    private static Task<ServiceCase?> Stored(ModuleHarness customers, Guid id) =>
        customers.Read<CustomersDbContext, ServiceCase?>(db => CaseEndpoints.One(db, id).AsNoTracking().SingleOrDefaultAsync());

    private static async Task<CaseView> Seen(ModuleHarness customers, Guid id) => CaseView.Of((await Stored(customers, id))!, customers.Time.GetUtcNow());

    private static async Task Escalate(ModuleHarness customers)
    {
        await using var scope = customers.Scope();
        await ActivatorUtilities.CreateInstance<EscalateLateCases>(scope.ServiceProvider).Run(CancellationToken.None);
    }

    private static async Task Refused<TResult>(ModuleHarness customers, ICommand<TResult> command, string code) =>
        (await Should.ThrowAsync<RuleBroken>(() => customers.Send(command))).Rule.Code.ShouldBe(code);
}
