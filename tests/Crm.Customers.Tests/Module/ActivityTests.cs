using System.Text.Json.Nodes;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.Customers.Api.Activities;
using Crm.Customers.Application;
using Crm.Customers.Application.Activities;
using Crm.Customers.Contracts;
using Crm.Customers.Domain.Activities;
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

public sealed class ActivityTests
{
    private static readonly Guid North = Guid.CreateVersion7();

    [SkippableTheory, EveryProvider]
    public async Task An_activity_is_planned_moved_and_completed_with_the_next_one_and_told_to_the_others(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var (anna, bert) = (User(customers), User(customers));
        var acme = await customers.Register(new CustomerInput { Name = "Acme", OwnerId = anna.Id, UnitId = North, Contacts = [new ContactInput("Carl")] });
        var contact = (await customers.Find(acme.Id))!.Contacts.Single().Id;
        var nine = customers.Time.GetUtcNow().AddHours(1);
        var call = await customers.Send(Call(acme.Id, nine) with { Participants = [new ParticipantInput(bert.Id), new ParticipantInput(ContactId: contact)] }, anna);

        var visit = await customers.Send(Call(acme.Id, nine.AddMinutes(10)) with { Kind = ActivityKind.Visit, OwnerId = anna.Id, Participants = [new ParticipantInput(bert.Id)] }, anna);
        var overlap = visit.Overlaps.ShouldHaveSingleItem();
        overlap.ActivityId.ShouldBe(call.Id);
        overlap.PersonIds.ShouldBe([anna.Id, bert.Id], ignoreOrder: true);
        (await customers.Send(Call(acme.Id, nine) with { Kind = ActivityKind.Task }, anna)).Overlaps.ShouldBeEmpty("A task keeps nobody busy.");

        var moved = await customers.Send(new MoveActivity { Id = visit.Id, StartsAt = nine.AddHours(5), EndsAt = nine.AddHours(6), Reason = "rain" }, anna, ifMatch: visit.Version);
        moved.Overlaps.ShouldBeEmpty();
        await customers.Send(new CheckInAtVisit { Id = visit.Id, Latitude = 1, Longitude = 1 }, anna);
        customers.Time.Advance(TimeSpan.FromMinutes(45));
        (await customers.Send(new CheckOutOfVisit { Id = visit.Id, Latitude = 1, Longitude = 1 }, anna)).Basis.ShouldBe(DistanceBasis.NoAddress);
        var done = await customers.Send(
            new CompleteActivity { Id = visit.Id, Outcome = "liked it", NextStep = "send a quote", Next = Call(acme.Id, nine.AddDays(1)) }, anna);

        var view = (await Seen(customers, visit.Id, anna))!;
        (view.Status, view.Outcome, view.NextStep, view.NextId, view.Moves.Single().Reason).ShouldBe((ActivityStatus.Done, "liked it", "send a quote", done.NextId, "rain"));
        (await Seen(customers, done.NextId!.Value, anna))!.OwnerId.ShouldBe(anna.Id);
        var told = (await customers.Published<CustomersDbContext>(typeof(ActivityCompletedV1))).ShouldHaveSingleItem().ShouldBeOfType<ActivityCompletedV1>();
        (told.ActivityId, told.CustomerId, told.Kind, told.MinutesOnSite, told.HappenedAt).ShouldBe((visit.Id, acme.Id, "visit", 45, customers.Time.GetUtcNow()));
        (await customers.Read<CustomersDbContext, DateTimeOffset?>(db => db.HeldActivities.MaxAsync(a => a.HappenedAt))).ShouldBe(customers.Time.GetUtcNow());

        await Refused(customers, Call(acme.Id, nine) with { ContactId = Guid.CreateVersion7() }, anna, "customers.contact-unknown");
        await Refused(customers, Call(acme.Id, nine) with { Participants = [new ParticipantInput(Guid.CreateVersion7())] }, anna, "customers.person-unknown");
    }

    [SkippableTheory, EveryProvider]
    public async Task Who_owns_takes_part_or_sees_the_customer_reads_an_activity_and_only_its_own_people_change_it(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var (anna, bert, carla) = (User(customers), User(customers), User(customers));
        var keeper = User(customers);
        var acme = await customers.Register(new CustomerInput { Name = "Acme", OwnerId = keeper.Id, UnitId = North });
        var nine = customers.Time.GetUtcNow().AddHours(1);
        var id = (await customers.Send(Call(acme.Id, nine) with { OwnerId = anna.Id, Participants = [new ParticipantInput(bert.Id)] })).Id;

        foreach (var reader in new[] { anna, bert, keeper }) (await Seen(customers, id, reader)).ShouldNotBeNull();
        (await Seen(customers, id, carla)).ShouldBeNull();
        await customers.Send(new StartActivity(id), anna);
        foreach (var other in new[] { bert, keeper, carla })
            await Should.ThrowAsync<ResourceNotFound>(() => customers.Send(new CancelActivity { Id = id }, other));
        await Should.ThrowAsync<ResourceNotFound>(() => customers.Send(Call(acme.Id, nine), carla));
        await Should.ThrowAsync<NotAllowed>(() => customers.Send(Call(acme.Id, nine) with { OwnerId = anna.Id }, keeper));
    }

    [SkippableTheory, EveryProvider]
    public async Task People_are_reminded_once_in_their_language_and_again_only_when_it_is_moved(DatabaseProvider provider)
    {
        var tray = new MailTray();
        await using var customers = await ModuleHarness.Start(provider, services => services.AddSingleton<IMailTransport>(tray), new CustomersModule());
        var (anna, bert) = (User(customers), User(customers, Language.Chinese, "Asia/Shanghai"));
        var acme = await customers.Register(new CustomerInput { Name = "Acme", OwnerId = anna.Id });
        var nine = customers.Time.GetUtcNow().AddHours(2);
        var call = Call(acme.Id, nine) with { OwnerId = anna.Id, RemindMinutesBefore = 60, Participants = [new ParticipantInput(bert.Id)] };
        var id = (await customers.Send(call)).Id;
        await customers.Send(call with { IsDone = true, StartsAt = nine.AddDays(-1), EndsAt = nine.AddDays(-1) });
        var cancelled = (await customers.Send(call)).Id;

        await Remind(customers);
        tray.Mails.ShouldBeEmpty("It is too early.");
        customers.Time.Advance(TimeSpan.FromMinutes(61));
        await customers.Send(new CancelActivity { Id = cancelled });
        await Task.WhenAll(Remind(customers), Remind(customers));
        await Remind(customers);

        tray.Mails.Select(m => m.To.Address).ShouldBe([TestCallers.AddressFor(anna.Id), TestCallers.AddressFor(bert.Id)], ignoreOrder: true);
        tray.Mails.Single(m => m.To.Address == TestCallers.AddressFor(bert.Id)).Subject.ShouldBe("提醒：Tea tasting, 2026-03-02 18:00".Replace(", ", "，", StringComparison.Ordinal));
        tray.Mails.Single(m => m.To.Address == TestCallers.AddressFor(anna.Id)).Text.ShouldContain("Customer: Acme");
        tray.Mails.Single(m => m.To.Address == TestCallers.AddressFor(bert.Id)).Text.ShouldNotContain("Acme", Case.Sensitive, "The customer is not his to see.");

        await customers.Send(new MoveActivity { Id = id, StartsAt = nine.AddDays(1), EndsAt = nine.AddDays(1) });
        await Remind(customers);
        tray.Mails.Count.ShouldBe(2);
        customers.Time.Advance(TimeSpan.FromDays(1));
        await Remind(customers);
        tray.Mails.Count.ShouldBe(4);
        await customers.Send(new MoveActivity { Id = id, StartsAt = nine.AddDays(2), EndsAt = nine.AddDays(2) });
        await customers.Send(new ActivityNotHeld { Id = id });
        customers.Time.Advance(TimeSpan.FromDays(1));
        await Remind(customers);
        tray.Mails.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_mail_that_is_planned_before_the_activity_moves_is_not_sent_and_one_that_failed_is_tried_again()
    {
        var server = new MoodyServer();
        await using var customers = await ModuleHarness.Start(DatabaseProvider.Sqlite, services => services.AddSingleton<IMailTransport>(server), new CustomersModule());
        var anna = User(customers);
        var acme = await customers.Register(new CustomerInput { Name = "Acme" });
        var nine = customers.Time.GetUtcNow().AddMinutes(30);
        var call = Call(acme.Id, nine) with { OwnerId = anna.Id, RemindMinutesBefore = 60 };
        var (kept, moved) = ((await customers.Send(call)).Id, (await customers.Send(call)).Id);

        await Remind(customers);
        await customers.Send(new MoveActivity { Id = moved, StartsAt = nine.AddDays(3), EndsAt = nine.AddDays(3) });
        server.IsUp = true;
        await Remind(customers);
        customers.Time.Advance(TimeSpan.FromMinutes(2));
        await Remind(customers);

        server.Taken.ShouldHaveSingleItem();
        var states = await customers.Read<CustomersDbContext, List<(Guid, MailState)>>(async db =>
            [.. (await db.Set<ActivityReminder>().AsNoTracking().ToListAsync()).Select(r => (r.ActivityId.Value, r.State))]);
        states.ShouldBe([(kept, MailState.Taken), (moved, MailState.Skipped)], ignoreOrder: true);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_was_written_down_by_mistake_is_deleted_and_the_others_are_told_until_it_is_restored(DatabaseProvider provider)
    {
        var tray = new MailTray();
        await using var customers = await ModuleHarness.Start(provider, services => services.AddSingleton<IMailTransport>(tray), new CustomersModule());
        var anna = User(customers);
        var acme = await customers.Register(new CustomerInput { Name = "Acme", OwnerId = anna.Id });
        var nine = customers.Time.GetUtcNow().AddMinutes(30);
        var call = Call(acme.Id, nine) with { OwnerId = anna.Id, RemindMinutesBefore = 60 };
        var done = (await customers.Send(call with { IsDone = true, StartsAt = nine.AddDays(-1), EndsAt = nine.AddDays(-1) })).Id;
        var planned = (await customers.Send(call)).Id;

        foreach (var id in new[] { done, planned }) await customers.Send(new DeleteActivity(id));
        await Remind(customers);

        tray.Mails.ShouldBeEmpty();
        (await Seen(customers, done, anna)).ShouldBeNull();
        await Should.ThrowAsync<ResourceNotFound>(() => customers.Send(new StartActivity(planned)));
        foreach (var id in new[] { done, planned }) await customers.Send(new RestoreActivity(id));
        (await Should.ThrowAsync<RuleBroken>(() => customers.Send(new RestoreActivity(done)))).Rule.Code.ShouldBe("customers.activity-not-deleted");
        await Remind(customers);
        tray.Mails.ShouldHaveSingleItem();
        (await Seen(customers, done, anna)).ShouldNotBeNull();
        (await customers.Published<CustomersDbContext>(typeof(ActivityCompletedV1), typeof(ActivityWithdrawnV1))).Select(e => e.GetType())
            .ShouldBe([typeof(ActivityCompletedV1), typeof(ActivityWithdrawnV1), typeof(ActivityCompletedV1)]);
        (await customers.Send(new PlanActivityReminders(planned))).Planned.ShouldBe(0);

        await customers.Send(new DeleteActivity(done));
        await Erase(customers, acme.Id);
        (await customers.Read<CustomersDbContext, int>(db => db.Set<Activity>().IgnoreQueryFilters([ModuleDbContext.DeletedFilter]).CountAsync(a => a.Subject != ""))).ShouldBe(0);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_feed_is_read_by_its_key_until_it_is_revoked_and_tells_no_more_than_it_must(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var (anna, bert) = (User(customers), User(customers));
        var acme = await customers.Register(new CustomerInput { Name = "Acme" });
        var nine = customers.Time.GetUtcNow().AddHours(1);
        await customers.Send(Call(acme.Id, nine) with { OwnerId = anna.Id, Description = "very secret" });
        await customers.Send(Call(acme.Id, nine) with { OwnerId = bert.Id, Subject = "His own" });
        var (full, busy) = (FeedSecret.New(), FeedSecret.New());
        var feed = await customers.Send(new OpenCalendarFeed { Label = "phone", Secret = full }, anna);
        var quiet = await customers.Send(new OpenCalendarFeed { Label = "shared", Detail = FeedDetail.BusyOnly, Secret = busy }, anna);

        var calendar = (await Feed(customers, feed.Id, full))!;
        calendar.ShouldContain("SUMMARY:Tea tasting");
        foreach (var untold in new[] { "His own", "very secret", "Acme" }) calendar.ShouldNotContain(untold);
        (await Feed(customers, quiet.Id, busy))!.ShouldNotContain("Tea");
        (await Feed(customers, feed.Id, busy)).ShouldBeNull();
        (await Feed(customers, feed.Id, [])).ShouldBeNull();
        (await customers.Read<CustomersDbContext, string>(db => db.AllTables())).ShouldNotContain(FeedSecret.Format(full), Case.Insensitive);

        await Should.ThrowAsync<ResourceNotFound>(() => customers.Send(new RevokeCalendarFeed(feed.Id), bert));
        await customers.Send(new RevokeCalendarFeed(feed.Id), anna);
        (await Feed(customers, feed.Id, full)).ShouldBeNull();
        ((TestCallers)customers.Services.GetRequiredService<ICallers>()).Remove(anna.Id);
        (await Feed(customers, quiet.Id, busy)).ShouldBeNull("Who has left is told nothing.");
    }

    [SkippableTheory, EveryProvider]
    public async Task Of_a_customer_who_is_erased_no_word_and_no_place_is_left_in_activities(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var anna = User(customers);
        var person = await customers.Register(new CustomerInput { Name = "Zoe Quill", Kind = Customers.Domain.CustomerKind.Person });
        var nine = customers.Time.GetUtcNow().AddHours(1);
        var visit = (await customers.Send(Call(person.Id, nine) with { Kind = ActivityKind.Visit, OwnerId = anna.Id, Subject = "Quill at home", Description = "likes quiet", Place = "Quill lane 5" })).Id;
        await customers.Send(new MoveActivity { Id = visit, StartsAt = nine.AddHours(1), EndsAt = nine.AddHours(2), Reason = "Quill was ill" });
        await customers.Send(new CheckInAtVisit { Id = visit, Latitude = 47.1234567, Longitude = 8.7654321 });
        await customers.Send(new CheckOutOfVisit { Id = visit, Latitude = 47.1234567, Longitude = 8.7654321 });
        await customers.Send(new CompleteActivity { Id = visit, Outcome = "Quill buys", NextStep = "call Quill" });
        await customers.Send(new OpenCalendarFeed { Label = "Annas phone", Secret = FeedSecret.New() }, anna);

        foreach (var erased in new[] { person.Id, anna.Id })
        {
            await customers.Services.GetRequiredService<IPersonKeys>().Destroy(erased, CancellationToken.None);
            await customers.Given(new PersonErasureRequestedV1(erased, customers.Time.GetUtcNow()), $"person-erasure/{erased}", 1);
            await customers.Given(new PersonErasureRequestedV1(erased, customers.Time.GetUtcNow()), $"person-erasure/{erased}", 2);
        }

        var tables = await customers.Read<CustomersDbContext, string>(db => db.AllTables());
        foreach (var word in new[] { "Quill", "likes quiet", "47.12", "8.765", "Annas phone" }) tables.ShouldNotContain(word);
        var left = (await Seen(customers, visit, Caller.Job("test")))!;
        (left.Status, left.CheckIn!.Latitude, left.HappenedAt is not null, left.OwnerId).ShouldBe((ActivityStatus.Done, null, true, anna.Id));
        await Refused(customers, new MoveActivity { Id = visit, StartsAt = nine, EndsAt = nine }, Caller.Job("test"), "customers.erased");
    }

    [SkippableTheory, EveryProvider]
    public async Task What_takes_no_time_is_reminded_of_when_it_begins_and_what_moves_away_and_back_once_more(DatabaseProvider provider)
    {
        var tray = new MailTray();
        await using var customers = await ModuleHarness.Start(provider, services => services.AddSingleton<IMailTransport>(tray), new CustomersModule());
        var (anna, masked, gone) = (User(customers), User(customers), User(customers));
        var callers = (TestCallers)customers.Services.GetRequiredService<ICallers>();
        callers.Add(masked with { Masks = new Dictionary<string, FieldMask> { ["activities.subject"] = FieldMask.Omit } });
        callers.Add(gone with { Permissions = new Dictionary<string, RowScope>() });
        var acme = await customers.Register(CustomerDesk.Acme());
        var nine = customers.Time.GetUtcNow().AddHours(1);
        var id = (await customers.Send(Call(acme.Id, nine) with
        {
            OwnerId = anna.Id,
            Kind = ActivityKind.Task,
            EndsAt = nine,
            RemindMinutesBefore = 0,
            Participants = [new ParticipantInput(masked.Id), new ParticipantInput(gone.Id)],
        })).Id;

        customers.Time.MoveTo(nine.AddMinutes(-5));
        await customers.Send(new MoveActivity { Id = id, StartsAt = nine.AddMinutes(-10), EndsAt = nine.AddMinutes(-10) });
        await customers.Send(new MoveActivity { Id = id, StartsAt = nine.AddDays(1), EndsAt = nine.AddDays(1) });
        await Remind(customers);
        await customers.Send(new MoveActivity { Id = id, StartsAt = nine, EndsAt = nine });
        customers.Time.MoveTo(nine.AddSeconds(5));
        await Remind(customers);
        await Remind(customers);

        tray.Mails.Select(m => m.To.Address).ShouldBe([TestCallers.AddressFor(anna.Id), TestCallers.AddressFor(masked.Id)], ignoreOrder: true);
        var words = tray.Mails.Single(m => m.To.Address == TestCallers.AddressFor(masked.Id));
        (words.Subject + words.Text).ShouldNotContain("Tea tasting");
    }

    [SkippableTheory, EveryProvider]
    public async Task What_took_place_is_corrected_in_words_and_not_in_what_was_told_and_is_about_the_same_customer(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var (acme, other) = (await customers.Register(CustomerDesk.Acme()), await customers.Register(new CustomerInput { Name = "Other" }));
        var foreign = await customers.Send(new Customers.Application.Cases.OpenCase
        {
            CustomerId = other.Id,
            Kind = Customers.Domain.Cases.CaseKind.Request,
            Channel = Customers.Domain.Cases.CaseChannel.Web,
            Subject = "x",
        });
        var start = customers.Time.GetUtcNow().AddHours(-1);
        var done = (await customers.Send(Call(acme.Id, start) with { IsDone = true, Outcome = "wrong" })).Id;
        var stored = await customers.Read<CustomersDbContext, Activity>(db => ActivityEndpoints.One(db, done).AsNoTracking().SingleAsync());

        await customers.Send(new ChangeActivity(done, ActivityChangeInput.From(stored) with { Outcome = "right", NextStep = "none" }), Caller.Job("test"));
        (await Seen(customers, done, Caller.Job("test")))!.Outcome.ShouldBe("right");
        await Refused(customers, new ChangeActivity(done, ActivityChangeInput.From(stored) with { OwnerId = User(customers).Id }), Caller.Job("test"), "customers.activity-told");
        await Refused(customers, Call(acme.Id, start) with { CaseId = foreign.Id }, Caller.Job("test"), "customers.activity-link-unknown");
        await Refused(customers, Call(acme.Id, start) with { OpportunityId = Guid.CreateVersion7() }, Caller.Job("test"), "customers.activity-link-unknown");
        (await customers.Send(Call(other.Id, start) with { CaseId = foreign.Id, OrderId = Guid.CreateVersion7() })).Status.ShouldBe(ActivityStatus.Planned);
        foreach (var wrong in new[]
        {
            Call(acme.Id, DateTimeOffset.MinValue) with { RemindMinutesBefore = 10 }, Call(acme.Id, new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            Call(acme.Id, customers.Time.GetUtcNow().AddDays(1)) with { IsDone = true },
        })
            (await Should.ThrowAsync<InvalidInput>(() => customers.Send(wrong))).Errors.Single().Pointer.ShouldBeOneOf("/endsAt", "/isDone");
        var busy = User(customers).Id;
        var fair = await customers.Send(Call(acme.Id, start.AddDays(-29)) with { Kind = ActivityKind.Visit, EndsAt = start.AddDays(1), OwnerId = busy });
        (await customers.Send(Call(acme.Id, start) with { OwnerId = busy })).Overlaps.Single().ActivityId.ShouldBe(fair.Id);
    }

    [SkippableTheory, EveryProvider]
    public async Task With_a_visitor_goes_where_the_visitor_was_and_with_a_contact_the_words_about_it(DatabaseProvider provider)
    {
        var tray = new MailTray();
        await using var customers = await ModuleHarness.Start(provider, services => services.AddSingleton<IMailTransport>(tray), new CustomersModule());
        var (anna, bert) = (User(customers), User(customers));
        var acme = await customers.Register(new CustomerInput { Name = "Acme", OwnerId = anna.Id, Contacts = [new ContactInput("Carl")] });
        var carl = (await customers.Find(acme.Id))!.Contacts.Single().Id;
        var start = customers.Time.GetUtcNow().AddHours(1);
        var visit = (await customers.Send(Call(acme.Id, start) with { Kind = ActivityKind.Visit, OwnerId = anna.Id })).Id;
        await customers.Send(new CheckInAtVisit { Id = visit, Latitude = 47.25, Longitude = 8.5 }, anna);
        var stored = await customers.Read<CustomersDbContext, Activity>(db => ActivityEndpoints.One(db, visit).AsNoTracking().SingleAsync());
        await customers.Send(new ChangeActivity(visit, ActivityChangeInput.From(stored) with { OwnerId = bert.Id }));
        await customers.Send(new CheckOutOfVisit { Id = visit, Latitude = 47.5, Longitude = 8.5 }, bert);
        var talk = (await customers.Send(Call(acme.Id, start) with { OwnerId = bert.Id, Subject = "Carl sings", ContactId = carl, RemindMinutesBefore = 60 })).Id;
        var feed = (await customers.Send(new OpenCalendarFeed { Label = "phone", Secret = FeedSecret.New() }, anna)).Id;
        var opened = await customers.Read<CustomersDbContext, string>(db => db.Audit.Where(a => a.RecordId == feed).Select(a => a.Changes!).SingleAsync());
        var key = await customers.Services.GetRequiredService<IPersonKeys>().ExistingKeyOf(anna.Id, CancellationToken.None);
        PersonalJson.DecryptValue(JsonNode.Parse(opened)!["label"]![1], key)!.GetValue<string>().ShouldBe("phone", "It goes with the key of its person.");

        await Erase(customers, anna.Id);
        await Erase(customers, carl);
        await Remind(customers);

        var seen = (await Seen(customers, visit, Caller.Job("test")))!;
        (seen.CheckIn!.Latitude, seen.CheckIn.ById, seen.CheckOut!.Latitude, seen.CheckOut.ById).ShouldBe((null, anna.Id, 47.5, bert.Id));
        var called = (await Seen(customers, talk, Caller.Job("test")))!;
        (called.Subject, called.Status).ShouldBe(("", ActivityStatus.Cancelled));
        tray.Mails.ShouldBeEmpty("Nothing of it is left to be reminded of.");
        var trail = await customers.Read<CustomersDbContext, string>(async db => string.Concat(await db.Audit.Select(a => a.Changes ?? "").ToListAsync()));
        trail.ShouldNotContain("atitude");
    }

    private static async Task Erase(ModuleHarness customers, Guid person)
    {
        await customers.Services.GetRequiredService<IPersonKeys>().Destroy(person, CancellationToken.None);
        await customers.Given(new PersonErasureRequestedV1(person, customers.Time.GetUtcNow()), $"person-erasure/{person}", 1);
    }

    private static PlanActivity Call(Guid customer, DateTimeOffset start) => new()
    {
        CustomerId = customer,
        Kind = ActivityKind.Call,
        Subject = "Tea tasting",
        StartsAt = start,
        EndsAt = start.AddMinutes(30),
        TimeZone = "Europe/Berlin",
    };

    private static Caller User(ModuleHarness customers, Language language = Language.English, string zone = "UTC")
    {
        var user = CustomerDesk.Person(Guid.CreateVersion7(), Guid.CreateVersion7(), RowScope.Own) with
        {
            PreferredLanguage = language,
            TimeZone = zone,
            Permissions = new Dictionary<string, RowScope> { [ActivityPermissions.Read.Name] = RowScope.Own, [ActivityPermissions.Write.Name] = RowScope.Own, [CustomersPermissions.Read.Name] = RowScope.Own },
        };
        ((TestCallers)customers.Services.GetRequiredService<ICallers>()).Add(user);
        return user;
    }

    private static Task<ActivityView?> Seen(ModuleHarness customers, Guid id, Caller reader) => customers.Read<CustomersDbContext, ActivityView?>(
        async db => await ActivityEndpoints.One(db, id).SingleOrDefaultAsync() is { } found ? ActivityView.Of(found) : null, reader);

    private static async Task<string?> Feed(ModuleHarness customers, Guid id, byte[] secret)
    {
        await using var scope = customers.Scope(Caller.Nobody);
        return await scope.ServiceProvider.GetRequiredService<ActivityCalendars>().Feed(id, FeedSecret.Format(secret), CancellationToken.None);
    }

    private static async Task Remind(ModuleHarness customers)
    {
        await using var scope = customers.Scope();
        await ActivatorUtilities.CreateInstance<SendActivityReminders>(scope.ServiceProvider).Run(CancellationToken.None);
    }

    private static async Task Refused<TResult>(ModuleHarness customers, BuildingBlocks.Hosting.Pipeline.ICommand<TResult> command, Caller caller, string code) =>
        (await Should.ThrowAsync<RuleBroken>(() => customers.Send(command, caller))).Rule.Code.ShouldBe(code);

    private sealed class MoodyServer : IMailTransport
    {
        private static readonly Phrase Down = new("down", "停机");

        public bool IsUp { get; set; }

        public List<OutgoingMail> Taken { get; } = [];

        public Task<MailOutcome> Send(OutgoingMail mail, CancellationToken cancellation)
        {
            if (!IsUp) return Task.FromResult<MailOutcome>(new MailOutcome.NotTaken(Down, WorthRetrying: true));
            Taken.Add(mail);
            return Task.FromResult<MailOutcome>(new MailOutcome.Taken());
        }
    }
}
