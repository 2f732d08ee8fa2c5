using System.Xml.Linq;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Api.Processes;
using Crm.Customers.Application;
using Crm.Customers.Application.Processes;
using Crm.Customers.Contracts;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Processes;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Crm.SalesOrders.Contracts;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module;

/// <summary>Customers on their way through a sales process: by what people do and by what sales tells.</summary>
public sealed partial class ProcessTests
{
    private static readonly Dictionary<string, string> Visited = new() { ["visitedOn"] = "2026-03-02" };

    [SkippableTheory, EveryProvider]
    public async Task A_sale_goes_from_the_visit_to_the_end_by_people_and_by_what_sales_tells(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var anna = (await customers.Register(CustomerDesk.Acme())).Id;
        var order = Guid.CreateVersion7();
        var sale = await Start(customers, anna);
        (await Code(customers, new StartProcess { CustomerId = anna, Process = FirstProcess.Code })).ShouldBe("customers.process-already-open");
        (await Code(customers, new AdvanceProcess { Id = sale, Transition = "visited" })).ShouldBe("customers.process-fields-missing");
        (await Code(customers, new AdvanceProcess { Id = sale, Transition = "visited", Values = new Dictionary<string, string> { ["visitedOn"] = "soon" } })).ShouldBe("customers.process-value-unfit");
        (await Code(customers, new AdvanceProcess { Id = sale, Transition = "declined" })).ShouldBe("customers.process-elsewhere");

        customers.Time.Advance(TimeSpan.FromHours(3));
        await customers.Send(new AdvanceProcess { Id = sale, Transition = "visited", Values = Visited, Note = "likes green tea" });
        (await Code(customers, new AdvanceProcess { Id = sale, Transition = "quoted" })).ShouldBe("customers.process-waits");
        await Tell(customers, new OrderQuotedV1(order, "Q-1", anna, new DateOnly(2026, 4, 1), 40m, "EUR"), order, 1);
        await Tell(customers, Confirmed(order, anna), order, 2);
        await Tell(customers, Paid(order, anna, balance: 10m), order, 3);
        (await See(customers, sale)).Node.ShouldBe("payment");
        await Tell(customers, Paid(order, anna, balance: 0m), order, 4);
        await Tell(customers, Delivered(order, anna), order, 5);
        await customers.Send(new AdvanceProcess { Id = sale, Transition = "satisfied" });

        var ended = await See(customers, sale);
        (ended.State, ended.Node, ended.OrderId, ended.DueAt).ShouldBe((ProcessState.Ended, "closed", order, null));
        ended.Steps.Select(s => s.Node).ShouldBe(["start", "visit", "quote", "order", "payment", "delivery", "content", "closed"]);
        (ended.Steps[1].DwellSeconds, ended.Steps[1].Note, ended.Values["visitedOn"]).ShouldBe((3 * 3600, "likes green tea", "2026-03-02"));
        (await Code(customers, new AdvanceProcess { Id = sale, Transition = "satisfied" })).ShouldBe("customers.process-over");
        var told = (await customers.Published<CustomersDbContext>(typeof(ProcessAdvancedV1))).Cast<ProcessAdvancedV1>().ToList();
        told.Select(t => t.To).ShouldBe(ended.Steps.Select(s => s.Node));
        told.Select(t => t.State).ShouldBe([.. Enumerable.Repeat("open", 7), "ended"]);
        (told[2].From, told[2].Transition, told[2].SecondsInFrom, told[^1].OrderId).ShouldBe(("visit", "visited", 3 * 3600L, order));

        var figures = await Statistics(customers, ended.DefinitionId);
        (figures.Started, figures.Ended).ShouldBe((1, 1));
        figures.Nodes.Single(n => n.Node == "visit").AverageHours.ShouldBe(3m);
        figures.Transitions.Where(t => t.From == "visit").Select(t => (t.Transition, t.Taken, t.Share)).ShouldBe([("visited", 1, 1m), ("not-interested", 0, 0m)]);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_sales_told_before_it_was_waited_for_counts_and_what_belongs_to_another_order_does_not(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var anna = (await customers.Register(CustomerDesk.Acme())).Id;
        var (early, old, other) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await Tell(customers, Confirmed(old, anna), old, 1);
        customers.Time.Advance(TimeSpan.FromDays(1));
        var sale = await Start(customers, anna);
        customers.Time.Advance(TimeSpan.FromMinutes(1));
        await Tell(customers, Confirmed(early, anna), early, 1);
        await Tell(customers, Delivered(other, anna), other, 1);
        await Tell(customers, Paid(early, anna, 0m), early, 2);
        (await See(customers, sale)).Node.ShouldBe("visit");

        await customers.Send(new AdvanceProcess { Id = sale, Transition = "visited", Values = Visited });

        var now = await See(customers, sale);
        (now.Node, now.OrderId).ShouldBe(("delivery", early));
        await Tell(customers, Delivered(early, anna), early, 3);
        (await See(customers, sale)).Node.ShouldBe("content");
        (await Code(customers, new BindProcess { Id = sale, OrderId = other })).ShouldBe("customers.process-order-taken");
    }

    [SkippableTheory, EveryProvider]
    public async Task Processes_of_one_kind_share_no_order_and_a_known_order_counts_from_its_beginning(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var anna = (await customers.Register(CustomerDesk.Acme())).Id;
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Publish(customers, "parcel", Waiting, allowsSeveral: true);
        await Tell(customers, Confirmed(second, anna), second, 1);
        customers.Time.Advance(TimeSpan.FromDays(1));
        var one = await Start(customers, anna, "parcel");
        var two = await Start(customers, anna, "parcel");
        customers.Time.Advance(TimeSpan.FromMinutes(1));

        await Tell(customers, Confirmed(first, anna), first, 1);
        await customers.Send(new BindProcess { Id = two, OrderId = second });
        await Tell(customers, Delivered(first, anna), first, 2);

        var (a, b) = (await See(customers, one), await See(customers, two));
        (a.Node, a.OrderId, a.State).ShouldBe(("end", first, ProcessState.Ended));
        (b.Node, b.OrderId, b.State).ShouldBe(("delivery", second, ProcessState.Open));
        (await Code(customers, new StartProcess { CustomerId = anna, Process = "parcel", OrderId = second })).ShouldBe("customers.process-order-taken");
    }

    [SkippableTheory, EveryProvider]
    public async Task An_order_that_came_to_nothing_gives_way_to_the_next_and_nobody_takes_the_order_of_another_customer(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var (anna, bert) = ((await customers.Register(CustomerDesk.Acme())).Id, (await customers.Register(new CustomerInput { Name = "Bert" })).Id);
        var (his, first, second, third) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await Tell(customers, Confirmed(his, bert), his, 1);
        (await Code(customers, new StartProcess { CustomerId = anna, Process = FirstProcess.Code, OrderId = his })).ShouldBe("customers.process-order-of-another");
        var wrong = await Start(customers, anna);
        (await Code(customers, new BindProcess { Id = wrong, OrderId = his })).ShouldBe("customers.process-order-of-another");
        await customers.Send(new BindProcess { Id = wrong, OrderId = first });
        await customers.Send(new CancelProcess { Id = wrong, Reason = "wrong process" });

        var sale = (await customers.Send(new StartProcess { CustomerId = anna, Process = FirstProcess.Code, OrderId = first })).Id;
        await customers.Send(new AdvanceProcess { Id = sale, Transition = "visited", Values = Visited });
        foreach (var order in new[] { first, second })
        {
            customers.Time.Advance(TimeSpan.FromMinutes(1));
            await Tell(customers, new OrderQuotedV1(order, "Q-1", anna, new DateOnly(2026, 4, 1), 40m, "EUR"), order, 1);
        }

        (await See(customers, sale)).OrderId.ShouldBe(first);
        customers.Time.Advance(TimeSpan.FromMinutes(1));
        await Tell(customers, new OrderExpiredV1(first, "Q-1", anna, new DateOnly(2026, 4, 1)), first, 2);
        var quotedAgain = await See(customers, sale);
        (quotedAgain.Node, quotedAgain.OrderId).ShouldBe(("order", second));
        quotedAgain.Steps.Select(s => s.Node).ShouldBe(["start", "visit", "quote", "order", "quote", "order"]);

        await Publish(customers, "parcel", Waiting);
        var parcel = (await customers.Send(new StartProcess { CustomerId = anna, Process = "parcel", OrderId = second })).Id;
        (await Code(customers, new BindProcess { Id = parcel, OrderId = third })).ShouldBe("customers.process-order-taken");
        await Tell(customers, new OrderCancelledV1(second, WasConfirmed: false, new DateOnly(2026, 3, 3), null, anna), second, 2);
        await customers.Send(new BindProcess { Id = parcel, OrderId = third });
        (await See(customers, parcel)).OrderId.ShouldBe(third);
    }

    [SkippableTheory, EveryProvider]
    public async Task Of_many_people_who_do_the_same_at_once_one_does_it(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var anna = (await customers.Register(CustomerDesk.Acme())).Id;
        var starts = await Together(8, _ => customers.Send(new StartProcess { CustomerId = anna, Process = FirstProcess.Code }));
        var sale = await customers.Read<CustomersDbContext, Guid>(db => db.Processes.Select(p => p.Id.Value).SingleAsync());

        var advances = await Together(8, i => customers.Send(new AdvanceProcess { Id = sale, Transition = i % 2 == 0 ? "visited" : "not-interested", Values = Visited }));

        starts.Count(code => code is null).ShouldBe(1);
        advances.Count(code => code is null).ShouldBe(1);
        (await See(customers, sale)).Steps.Count.ShouldBe(3);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_sales_tells_in_the_moment_in_which_somebody_comes_to_wait_for_it_is_never_missed(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        for (var round = 0; round < 6; round++)
        {
            var anna = (await customers.Register(new CustomerInput { Name = $"Anna {round}" })).Id;
            var (sale, order) = (await Start(customers, anna), Guid.CreateVersion7());

            await Task.WhenAll(
                Task.Run(() => customers.Send(new AdvanceProcess { Id = sale, Transition = "visited", Values = Visited })),
                Task.Run(() => Tell(customers, Confirmed(order, anna), order, 1)),
                Task.Run(() => Tell(customers, Paid(order, anna, 0m), Guid.CreateVersion7(), 1)));
            await customers.Pump();

            (await See(customers, sale)).Node.ShouldBe("delivery", $"round {round}");
        }
    }

    [SkippableTheory, EveryProvider]
    public async Task A_definition_is_checked_has_versions_and_whoever_has_begun_stays_on_theirs(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var anna = (await customers.Register(CustomerDesk.Acme())).Id;
        var bert = (await customers.Register(new CustomerInput { Name = "Bert", Industry = "tea" })).Id;
        var faulty = await customers.Send(Draft("deal", new ProcessGraph([Node("start", NodeKind.Start), Node("alone", NodeKind.Task)], [Way("start", "nowhere")], [])));
        (await Code(customers, Draft("deal", Deciding))).ShouldBe("customers.process-draft-there");

        var refused = await Should.ThrowAsync<InvalidInput>(() => customers.Send(new PublishProcess(faulty.Id)));
        refused.Errors.Select(e => e.Pointer).ShouldBe(["/graph/nodes", "/graph/transitions/0/to"]);
        await customers.Send(new ChangeProcessDraft { Id = faulty.Id, Names = new Phrase("Deal", "交易"), Graph = Deciding with { Transitions = [.. Deciding.Transitions.Select(t => t.Key == "ask-decide" ? t with { Permission = "no.such.right" } : t)] } });
        (await Should.ThrowAsync<InvalidInput>(() => customers.Send(new PublishProcess(faulty.Id)))).Errors.Single().Pointer.ShouldBe("/graph/transitions/1/permission");
        (await Should.ThrowAsync<InvalidInput>(() => customers.Send(Draft("odd", Deciding with { Nodes = [.. Deciding.Nodes.Select(n => n with { Names = new Phrase("Tea\u0001", "茶\ud83d") })] }))))
            .Errors.Select(e => e.Pointer).Take(2).ShouldBe(["/graph/nodes/0/names/english", "/graph/nodes/0/names/chinese"]);
        await customers.Send(new ChangeProcessDraft { Id = faulty.Id, Names = new Phrase("Deal 🍵", "交易"), Graph = Deciding });
        await customers.Send(new PublishProcess(faulty.Id));
        (await Code(customers, new PublishProcess(faulty.Id))).ShouldBe("customers.process-not-draft");
        var (hers, his) = (await Start(customers, anna, "deal"), await Start(customers, bert, "deal"));
        await Publish(customers, "deal", Waiting);
        (await Code(customers, new RetireProcess(faulty.Id))).ShouldBe("customers.process-not-published");

        foreach (var process in new[] { hers, his }) await customers.Send(new AdvanceProcess { Id = process, Transition = "ask-decide", Values = new Dictionary<string, string> { ["worth"] = "5" } });
        (await See(customers, hers)).Node.ShouldBe("small");
        (await See(customers, his)).Node.ShouldBe("large");
        (await Code(customers, new AdvanceProcess { Id = hers, Transition = "small-end" })).ShouldBe("customers.process-guard-fails");
        var seller = CustomerDesk.Person(Guid.CreateVersion7(), Guid.CreateVersion7(), RowScope.All);
        (await Code(customers, new AdvanceProcess { Id = his, Transition = "large-end" }, seller)).ShouldBe("customers.process-permission-missing");
        (await Code(customers, new AdvanceProcess { Id = his, Transition = "other" })).ShouldBe("customers.process-way-unknown");
        (await See(customers, await Start(customers, (await customers.Register(new CustomerInput { Name = "Carl" })).Id, "deal"))).Number.ShouldBe(2);
        (await Code(customers, new StartProcess { CustomerId = anna, Process = "none" })).ShouldBe("customers.process-unknown");
    }

    [SkippableTheory, EveryProvider]
    public async Task Whoever_is_late_is_listed_and_who_stops_says_why_and_an_erased_customer_leaves_no_words(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var anna = (await customers.Register(CustomerDesk.Acme())).Id;
        var sale = await Start(customers, anna);
        // Monday the second of March and ten working days: until the end of Monday the sixteenth.
        (await See(customers, sale)).DueAt.ShouldBe(new DateTimeOffset(2026, 3, 17, 0, 0, 0, TimeSpan.Zero));
        await customers.Given(Calendar, $"working-calendar/{Calendar.CalendarId}", 1);
        await customers.Send(new AdvanceProcess { Id = sale, Transition = "visited", Values = Visited, Note = "Anna Berg likes tea" });
        // Five working days of a company that works from Sunday to Thursday and rests on the third.
        (await See(customers, sale)).DueAt.ShouldBe(new DateTimeOffset(2026, 3, 11, 0, 0, 0, TimeSpan.Zero));
        await customers.Send(new CancelProcess { Id = sale, Reason = "Anna Berg moved away" });
        (await Code(customers, new CancelProcess { Id = sale, Reason = "again" })).ShouldBe("customers.process-over");
        var again = await Start(customers, anna);
        var stranger = CustomerDesk.Person(Guid.CreateVersion7(), Guid.CreateVersion7(), RowScope.Own);
        (await customers.Read<CustomersDbContext, int>(db => db.Processes.CountAsync(), stranger)).ShouldBe(0);
        await Should.ThrowAsync<ResourceNotFound>(() => customers.Send(new AdvanceProcess { Id = again, Transition = "not-interested" }, stranger));

        for (var time = 1; time <= 2; time++) await customers.Given(new PersonErasureRequestedV1(anna, customers.Time.GetUtcNow()), $"person-erasure/{anna}", position: time);

        var left = await See(customers, sale);
        (left.CancelReason, left.Values.Count, left.Steps.Any(s => s.Note is not null)).ShouldBe((null, 0, false));
        (await See(customers, again)).State.ShouldBe(ProcessState.Cancelled);
    }

    [Fact]
    public async Task What_may_be_done_next_is_told_with_the_reasons_against_the_rest_and_drawn()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var anna = (await customers.Register(CustomerDesk.Acme())).Id;
        await Publish(customers, "deal", Deciding);
        var deal = await Start(customers, anna, "deal");
        await customers.Send(new AdvanceProcess { Id = deal, Transition = "ask-decide", Values = new Dictionary<string, string> { ["worth"] = "5" } });

        await using var scope = customers.Scope();
        var walks = scope.ServiceProvider.GetRequiredService<ProcessWalks>();
        var process = await scope.ServiceProvider.GetRequiredService<CustomersDbContext>().Processes.AsSplitQuery().SingleAsync();
        var graph = await walks.GraphOf(process, CancellationToken.None);
        var around = await walks.Around(process, CancellationToken.None);
        var next = graph.Transitions.ToDictionary(t => t.Key, t => process.Obstacles(graph, t, around).Select(o => o.Rule.Text.In(Language.English, [.. o.Values(Language.English)])).ToList());

        next["small-end"].ShouldBe(["'small-end' is closed unless: (worth is more than 100 or not customer is blocked is false)."]);
        next["large-end"].ShouldBe(["'large-end' leads from 'large', but the process is at 'small' now."]);
        var picture = XDocument.Parse(new ProcessPicture(graph, Language.Chinese, process).Draw(new Phrase("Deal", "交易")));
        XNamespace svg = "http://www.w3.org/2000/svg";
        picture.Root!.Element(svg + "title")!.Value.ShouldBe("交易：一位客户的进展");
        picture.Root.Element(svg + "desc")!.Value.ShouldContain("路径：start → ask → decide → small");
        picture.Descendants(svg + "text").Select(t => t.Value).ShouldContain("▶ small");
        picture.Descendants(svg + "text").Select(t => t.Value).ShouldContain("✓ ask");
        XDocument.Parse(new ProcessPicture(FirstProcess.Graph, Language.English).Draw(FirstProcess.Names)).Root!.Element(svg + "desc")!.Value.ShouldContain("Payment → Delivery: Paid in full");
    }

    private static readonly WorkingCalendarChangedV1 Calendar = new(
        Guid.CreateVersion7(), "usual", "Usual", "UTC",
        [.. new[] { "sunday", "monday", "tuesday", "wednesday", "thursday" }.Select(day => new WorkingHoursV1(day, 9 * 60, 17 * 60))], [new DateOnly(2026, 3, 3)], IsDefault: true);

    private static readonly ProcessGraph Waiting = new(
        [Node("start", NodeKind.Start), Node("order", NodeKind.Wait), Node("delivery", NodeKind.Wait), Node("end", NodeKind.End)],
        [Way("start", "order"), Way("order", "delivery") with { On = "orderConfirmed" }, Way("delivery", "end") with { On = "shipmentDelivered" }],
        []);

    private static readonly ProcessGraph Deciding = new(
        [Node("start", NodeKind.Start), Node("ask", NodeKind.Task), Node("decide", NodeKind.Decision), Node("large", NodeKind.Task), Node("small", NodeKind.Task), Node("end", NodeKind.End)],
        [
            Way("start", "ask"),
            Way("ask", "decide") with { RequiredFields = ["data.worth"] },
            Way("decide", "large") with { Guard = new Guard(All: [new(Field: "customer.industry", Is: GuardOperator.OneOf, Values: ["tea", "coffee"]), new(Field: "data.worth", Is: GuardOperator.AtLeast, Values: ["5"])]) },
            Way("decide", "small") with { IsElse = true },
            Way("large", "end") with { Permission = "customers.customers.delete" },
            Way("small", "end") with { Guard = new Guard(Any: [new(Field: "data.worth", Is: GuardOperator.More, Values: ["100"]), new(Not: new(Field: "customer.isBlocked", Is: GuardOperator.Equal, Values: ["false"]))]) },
        ],
        [new ProcessField("worth", new Phrase("worth", "价值"), FieldKind.Number)]);

    private static ProcessNode Node(string key, NodeKind kind) => new(key, kind, new Phrase(key, key));

    private static ProcessTransition Way(string from, string to) => new($"{from}-{to}", from, to, new Phrase($"{from}-{to}", $"{from}-{to}"));

    private static DraftProcess Draft(string code, ProcessGraph graph, bool allowsSeveral = false) =>
        new() { Code = code, Names = new Phrase(code, code), Graph = graph, AllowsSeveral = allowsSeveral };

    private static async Task Publish(ModuleHarness customers, string code, ProcessGraph graph, bool allowsSeveral = false) =>
        await customers.Send(new PublishProcess((await customers.Send(Draft(code, graph, allowsSeveral))).Id));

    private static async Task<Guid> Start(ModuleHarness customers, Guid customer, string process = FirstProcess.Code) =>
        (await customers.Send(new StartProcess { CustomerId = customer, Process = process })).Id;

    private static Task<ProcessView> See(ModuleHarness customers, Guid id) => customers.Read<CustomersDbContext, ProcessView>(
        async db => ProcessView.Of(await db.Processes.AsSplitQuery().SingleAsync(p => p.Id == new ProcessId(id)), customers.Time.GetUtcNow()));

    private static async Task<ProcessStatisticsView> Statistics(ModuleHarness customers, Guid definition)
    {
        await using var scope = customers.Scope();
        return (await ProcessStatistics.Get(
            definition, scope.ServiceProvider.GetRequiredService<CustomersDbContext>(), scope.ServiceProvider.GetRequiredService<BuildingBlocks.Hosting.Access.CallerContext>(), customers.Time, default)).Value!;
    }

    private static Task Tell(ModuleHarness customers, IIntegrationEvent told, Guid order, int position) => customers.Given(told, $"order/{order}", position);

    private static OrderConfirmedV1 Confirmed(Guid order, Guid customer) =>
        new(order, new OrderStateV1("SO-1", customer, "web", null, null, "EUR", new DateOnly(2026, 3, 2), null, null, 0m, 40m, 40m, 40m, []));

    private static PaymentCapturedV1 Paid(Guid order, Guid customer, decimal balance) =>
        new(order, Guid.CreateVersion7(), customer, 40m - balance, "EUR", new DateOnly(2026, 3, 2), balance);

    private static ShipmentDeliveredV1 Delivered(Guid order, Guid customer) => new(order, Guid.CreateVersion7(), customer, new DateOnly(2026, 3, 3), IsOrderFullyDelivered: true);

    /// <returns>The code of each refusal; null where it was done.</returns>
    private static Task<string?[]> Together<TResult>(int count, Func<int, Task<TResult>> act) => Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Run(async () =>
    {
        try
        {
            await act(i);
            return null;
        }
        catch (RuleBroken refusal)
        {
            return refusal.Rule.Code;
        }
    })));

    private static async Task<string> Code<TResult>(ModuleHarness customers, ICommand<TResult> command, Caller? caller = null) =>
        (await Should.ThrowAsync<RuleBroken>(() => customers.Send(command, caller))).Rule.Code;
}
