using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Api.Pools;
using Crm.Customers.Application;
using Crm.Customers.Application.Activities;
using Crm.Customers.Application.Opportunities;
using Crm.Customers.Application.Ownership;
using Crm.Customers.Application.Pools;
using Crm.Customers.Contracts;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Domain.Pools;
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

/// <summary>Customers whom nobody looks after, and who may take them.</summary>
public sealed class PoolTests
{
    private static readonly Guid North = Guid.CreateVersion7();
    private static readonly DateOnly Today = new(2026, 3, 2);

    [SkippableTheory, EveryProvider]
    public async Task A_customer_is_given_up_with_a_reason_claimed_once_and_never_owned_and_pooled(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var (bert, carla) = (Seller(), Seller());
        var pool = await Pool(customers, "north");
        var anna = (await customers.Register(CustomerDesk.Acme(), bert)).Id;

        await customers.Send(new GiveUpCustomer { Id = anna, Pool = "north", Reason = "too far away" }, bert);
        (await Code(customers, new GiveUpCustomer { Id = anna, Pool = "north", Reason = "again" })).ShouldBe("customers.already-pooled");
        (await Code(customers, new ChangeCustomer(anna, CustomerDesk.Acme() with { OwnerId = bert.Id }))).ShouldBe("customers.pooled");
        (await Code(customers, new HandOverCustomer { Id = anna, OwnerId = bert.Id, Reason = "back" })).ShouldBe("customers.pooled");
        (await customers.Find(anna, bert)).ShouldBeNull();
        var claimed = await customers.Send(new ClaimCustomer { PoolId = pool, CustomerId = anna }, carla);
        (await Code(customers, new ClaimCustomer { PoolId = pool, CustomerId = anna }, bert)).ShouldBe("customers.not-pooled");

        var hers = (await customers.Find(anna, carla))!;
        (hers.OwnerId, hers.UnitId, hers.Version).ShouldBe((carla.Id, North, claimed.Version));
        var entry = await customers.Read<CustomersDbContext, PoolEntry>(db => db.PoolEntries.SingleAsync());
        (entry.By, entry.OwnerBefore, entry.Reason, entry.ClaimedById).ShouldBe((PooledBy.Hand, bert.Id, "too far away", carla.Id));
        var told = await customers.Published<CustomersDbContext>(typeof(CustomerRegisteredV1), typeof(CustomerPooledV1), typeof(CustomerClaimedV1), typeof(CustomerChangedV1));
        told.Select(e => e.GetType().Name).ShouldBe(["CustomerRegisteredV1", "CustomerPooledV1", "CustomerChangedV1", "CustomerClaimedV1", "CustomerChangedV1"]);
        told.OfType<CustomerChangedV1>().Select(c => c.Customer.OwnerId).ShouldBe([null, carla.Id]);

        await customers.Given(new PersonErasureRequestedV1(anna, customers.Time.GetUtcNow()), $"person-erasure/{anna}", position: 1);
        (await customers.Read<CustomersDbContext, string?>(db => db.PoolEntries.Select(e => e.Reason).SingleAsync())).ShouldBeNull();
    }

    [SkippableTheory, EveryProvider]
    public async Task Who_may_claim_is_said_by_the_pool(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var anna = (await customers.Register(CustomerDesk.Acme())).Id;
        (await Code(customers, new OpenPool { Code = "bad", Names = Names, Permission = "nobody.knows.it" })).ShouldBe("customers.pool-permission-unknown");
        var pool = await Pool(customers, "north", p => p with { Units = [North], Permission = CustomersPermissions.Delete.Name });
        (await Code(customers, new OpenPool { Code = "north", Names = Names })).ShouldBe("customers.pool-taken");
        (await Code(customers, new GiveUpCustomer { Id = anna, Pool = "south", Reason = "x" })).ShouldBe("customers.pool-unknown");
        await customers.Send(new GiveUpCustomer { Id = anna, Pool = "north", Reason = "nobody has time" });
        var claim = new ClaimCustomer { PoolId = pool, CustomerId = anna };

        (await Code(customers, claim)).ShouldBe("customers.pool-no-person");
        (await Code(customers, claim, CustomerDesk.Person(Guid.CreateVersion7(), Guid.CreateVersion7(), RowScope.Own))).ShouldBe("customers.pool-not-for-unit");
        (await Code(customers, claim, Seller())).ShouldBe("customers.pool-permission-missing");
        var manager = Seller();
        manager = manager with { Permissions = new Dictionary<string, RowScope>(manager.Permissions) { [CustomersPermissions.Delete.Name] = RowScope.Own } };
        (await Code(customers, new ChangePool { Id = pool, Names = Names, IsActive = false })).ShouldBe("customers.pool-holds-customers");
        var closed = await Pool(customers, "closed");
        await customers.Send(new ChangePool { Id = closed, Names = Names, IsActive = false });
        (await Code(customers, claim with { PoolId = closed }, manager)).ShouldBe("customers.pool-closed");
        await customers.Send(new ChangePool { Id = pool, Names = Names });
        await customers.Send(claim, manager);
    }

    [SkippableTheory, EveryProvider]
    public async Task However_many_claim_at_once_each_customer_is_claimed_once_and_nobody_claims_more_than_the_cap(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var pool = await Pool(customers, "north", p => p with { DailyCap = 3 });
        var lying = new List<Guid>();
        for (var i = 0; i < 8; i++)
        {
            lying.Add((await customers.Register(new CustomerInput { Name = $"Lies {i}" })).Id);
            await customers.Send(new GiveUpCustomer { Id = lying[i], Pool = "north", Reason = "nobody has time" });
        }

        var sellers = new[] { Seller(), Seller() };
        var tries = await Task.WhenAll(lying.SelectMany(id => sellers.Select(seller => Task.Run(async () =>
        {
            try
            {
                await customers.Send(new ClaimCustomer { PoolId = pool, CustomerId = id }, seller);
                return "claimed";
            }
            catch (RuleBroken refusal)
            {
                return refusal.Rule.Code;
            }
        }))));

        tries.Count(t => t == "claimed").ShouldBe(6);
        tries.Except(["claimed", "customers.pool-cap-reached", "customers.not-pooled"]).ShouldBeEmpty();
        var owners = await customers.Read<CustomersDbContext, List<Guid?>>(db => db.Customers.Where(c => c.OwnerId != null).Select(c => c.OwnerId).ToListAsync());
        foreach (var seller in sellers) owners.Count(o => o == seller.Id).ShouldBe(3);
        customers.Time.Advance(TimeSpan.FromDays(1));
        var left = await customers.Read<CustomersDbContext, Guid>(db => db.Customers.Where(c => c.PoolId != null).OrderBy(c => c.Id).Select(c => c.Id.Value).FirstAsync());
        await customers.Send(new ClaimCustomer { PoolId = pool, CustomerId = left }, sellers[0]);
    }

    [SkippableTheory, EveryProvider]
    public async Task Rules_take_whom_nobody_looks_after_when_the_grace_is_over_as_the_simulation_said(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        await Pool(customers, "quiet", p => p with { Rule = new ReleaseRule(NoOrderDays: 30, NoActivityDays: 12, WithoutOpportunity: true, GraceDays: 5) });
        await Pool(customers, "dormant", p => p with { Rule = new ReleaseRule(Lifecycles: [Lifecycle.Dormant]) });
        var seller = Seller();
        var ids = new Dictionary<string, Guid>();
        foreach (var name in new[] { "idle", "buys", "visited", "may buy", "protected", "nobody's" })
            ids[name] = (await customers.Register(new CustomerInput { Name = name, OwnerId = name == "nobody's" ? null : seller.Id })).Id;
        ids["dormant"] = (await customers.Register(new CustomerInput { Name = "dormant", OwnerId = seller.Id, Lifecycle = Lifecycle.Dormant })).Id;
        await customers.Send(new ProtectCustomer { Id = ids["protected"], IsProtected = true });
        var order = Guid.CreateVersion7();
        await customers.Given(
            new OrderConfirmedV1(order, new OrderStateV1("SO-1", ids["buys"], "web", null, null, "EUR", Today.AddDays(20), null, null, 0m, 40m, 40m, 40m, [])), $"order/{order}", 1);
        var visit = customers.Time.GetUtcNow().AddDays(24);
        customers.Time.Advance(TimeSpan.FromDays(24));
        await customers.Send(new PlanActivity
        {
            CustomerId = ids["visited"],
            Kind = ActivityKind.Call,
            Subject = "Tea?",
            StartsAt = visit.AddHours(-1),
            EndsAt = visit,
            IsDone = true,
        });
        await customers.Send(new OpenOpportunity { CustomerId = ids["may buy"], Title = "Tea", Currency = "EUR", ExpectedClose = Today });

        var day = Today.AddDays(40);
        var told = await Simulate(customers, day);
        told.Items.Where(i => i.IsReleased).Select(i => (i.CustomerId, i.Pool, i.ReleaseOn)).OrderBy(i => i.ReleaseOn)
            .ShouldBe([(ids["dormant"], "dormant", Today.AddDays(24)), (ids["idle"], "quiet", Today.AddDays(35))]);
        told.Items.Single(i => i.CustomerId == ids["idle"]).Reasons
            .ShouldBe(["Nobody was in touch since 2026-03-02 (35 days).", "Nothing was ordered since 2026-03-02 (35 days).", "No opportunity is open."]);
        told.Items.Where(i => !i.IsReleased).Select(i => (i.CustomerId, i.NoticedOn)).ShouldBe([(ids["visited"], Today.AddDays(36))]);
        (await Simulate(customers, Today.AddDays(-1))).Items.ShouldBeEmpty();

        var taken = new Dictionary<Guid, DateOnly>();
        for (var today = Today.AddDays(24); today <= day; today = today.AddDays(1), customers.Time.Advance(TimeSpan.FromDays(1)))
        {
            var said = (await Simulate(customers, today)).Items.Where(i => i.IsReleased).Select(i => i.CustomerId).Order().ToList();
            await Release(customers);
            var pooled = await customers.Read<CustomersDbContext, List<Guid>>(db => db.Customers.Where(c => c.PoolId != null).Select(c => c.Id.Value).ToListAsync());
            pooled.Except(taken.Keys).Order().ToList().ShouldBe(said, $"on {today}");
            foreach (var id in pooled) taken.TryAdd(id, today);
        }

        taken.ShouldBe(told.Items.Where(i => i.IsReleased).ToDictionary(i => i.CustomerId, i => i.ReleaseOn), ignoreOrder: true);
        (await Release(customers)).ShouldBe("1 customers released, 0 noticed, 0 failed");
        var entry = await customers.Read<CustomersDbContext, PoolEntry>(db => db.PoolEntries.SingleAsync(e => e.CustomerId == new CustomerId(ids["dormant"])));
        (entry.By, entry.Reason, entry.ReasonChinese).ShouldBe((PooledBy.Rule, "The customer is Dormant.", "客户状态为：休眠。"));
    }

    [SkippableTheory, EveryProvider]
    public async Task Who_was_noticed_and_buys_is_not_taken_and_who_was_claimed_has_time_again(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var pool = await Pool(customers, "quiet", p => p with { Rule = new ReleaseRule(NoOrderDays: 10, GraceDays: 3) });
        var (seller, other) = (Seller(), Seller());
        var (anna, bert) = ((await customers.Register(CustomerDesk.Acme(), seller)).Id, (await customers.Register(new CustomerInput { Name = "Bert" }, seller)).Id);
        customers.Time.Advance(TimeSpan.FromDays(60));
        (await Release(customers)).ShouldBe("0 customers released, 2 noticed, 0 failed");
        (await Release(customers)).ShouldBe("0 customers released, 0 noticed, 0 failed");

        var order = Guid.CreateVersion7();
        await customers.Given(
            new OrderConfirmedV1(order, new OrderStateV1("SO-1", anna, "web", null, null, "EUR", Today.AddDays(61), null, null, 0m, 40m, 40m, 40m, [])), $"order/{order}", 1);
        customers.Time.Advance(TimeSpan.FromDays(3));
        (await Release(customers)).ShouldBe("1 customers released, 0 noticed, 0 failed");
        await customers.Send(new ClaimCustomer { PoolId = pool, CustomerId = bert }, other);
        customers.Time.Advance(TimeSpan.FromDays(9));

        (await Simulate(customers, Today.AddDays(72))).Items.Select(i => (i.CustomerId, i.IsReleased)).ShouldBe([(anna, false)]);
        var sight = await Simulate(customers, Today.AddDays(100));
        sight.Items.Select(i => (i.CustomerId, i.ReleaseOn)).OrderBy(i => i.ReleaseOn).ShouldBe([(anna, Today.AddDays(75)), (bert, Today.AddDays(76))]);
    }

    [SkippableTheory, EveryProvider]
    public async Task Who_gets_a_customer_has_time_and_who_was_noticed_in_vain_has_the_whole_grace_again(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        await Pool(customers, "quiet", p => p with { Rule = new ReleaseRule(NoOrderDays: 10, WithoutOpportunity: true, GraceDays: 3) });
        await Pool(customers, "slow", p => p with { Rule = new ReleaseRule(NoOrderDays: 5, WithoutOpportunity: true, GraceDays: 30) });
        await Pool(customers, "again", p => p with { Rule = new ReleaseRule(NoOrderDays: 10, WithoutOpportunity: true, GraceDays: 90) });
        var (seller, other) = (Seller(), Seller());
        var (anna, carl) = ((await customers.Register(CustomerDesk.Acme(), seller)).Id, (await customers.Register(new CustomerInput { Name = "Carl" }, seller)).Id);
        customers.Time.Advance(TimeSpan.FromDays(60));
        await customers.Send(new HandOverCustomer { Id = carl, OwnerId = other.Id, Reason = "Bert has left" });

        (await Release(customers)).ShouldBe("0 customers released, 1 noticed, 0 failed");
        var told = (await customers.Published<CustomersDbContext>(typeof(CustomerReleaseNoticedV1))).Cast<CustomerReleaseNoticedV1>().Single();
        (told.CustomerId, told.OwnerId, told.NoticedOn, told.ReleaseOn).ShouldBe((anna, seller.Id, Today.AddDays(60), Today.AddDays(63)));
        (await Notices(customers, seller)).ShouldBe([new(anna, seller.Id, "quiet", Today.AddDays(60), Today.AddDays(63))]);
        (await Notices(customers, other)).ShouldBeEmpty();

        var tea = await customers.Send(new OpenOpportunity { CustomerId = anna, Title = "Tea", Currency = "EUR", ExpectedClose = Today });
        customers.Time.Advance(TimeSpan.FromDays(1));
        (await Release(customers)).ShouldBe("0 customers released, 0 noticed, 0 failed");
        customers.Time.Advance(TimeSpan.FromDays(9));
        await customers.Send(new LoseOpportunity { Id = tea.Id, Reason = "timing" });
        (await Release(customers)).ShouldBe("0 customers released, 2 noticed, 0 failed");
        await customers.Send(new ChangeCustomer(carl, new CustomerInput { Name = "Carl", OwnerId = seller.Id }));
        customers.Time.Advance(TimeSpan.FromDays(3));
        (await Release(customers)).ShouldBe("1 customers released, 0 noticed, 0 failed");
        (await customers.Read<CustomersDbContext, List<Guid>>(db => db.Customers.Where(c => c.PoolId != null).Select(c => c.Id.Value).ToListAsync())).ShouldBe([anna]);
    }

    [Fact]
    public async Task What_lies_in_a_pool_is_read_by_no_unit_is_not_taken_back_at_once_and_is_given_out_by_whoever_oversees()
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var (bert, carla) = (Seller(), Seller());
        var head = CustomerDesk.Person(Guid.CreateVersion7(), North, RowScope.Unit);
        ((TestCallers)customers.Services.GetRequiredService<ICallers>()).Add(carla);
        var pool = await Pool(customers, "north", p => p with { DaysBeforeOwnClaim = 5, DailyCap = 1 });
        var (anna, dora) = ((await customers.Register(CustomerDesk.Acme(), bert)).Id, (await customers.Register(new CustomerInput { Name = "Dora" }, bert)).Id);
        (await customers.Find(anna, head)).ShouldNotBeNull();
        foreach (var id in new[] { anna, dora }) await customers.Send(new GiveUpCustomer { Id = id, Pool = "north", Reason = "too far away" }, bert);

        (await customers.Find(anna, head)).ShouldBeNull();
        (await Code(customers, new ChangeCustomer(anna, CustomerDesk.Acme() with { UnitId = North }))).ShouldBe("customers.pooled");
        (await Code(customers, new ClaimCustomer { PoolId = pool, CustomerId = anna }, bert)).ShouldBe("customers.pool-own-too-early");
        var assign = new AssignPooledCustomer { PoolId = pool, CustomerId = anna, OwnerId = carla.Id, Reason = "She knows them" };
        (await Code(customers, assign with { OwnerId = bert.Id })).ShouldBe("customers.person-unknown");
        await Should.ThrowAsync<NotAllowed>(() => customers.Send(assign, CustomerDesk.Person(Guid.CreateVersion7(), Guid.CreateVersion7(), RowScope.Unit)));
        await customers.Send(assign, head);
        customers.Time.Advance(TimeSpan.FromDays(5));
        await customers.Send(new ClaimCustomer { PoolId = pool, CustomerId = dora }, bert with { UnitId = null });

        var (hers, his) = ((await customers.Find(anna, carla))!, (await customers.Find(dora, bert))!);
        (hers.OwnerId, hers.UnitId, his.OwnerId, his.UnitId).ShouldBe((carla.Id, North, bert.Id, North));
        (await customers.Published<CustomersDbContext>(typeof(OwnershipChangedV1))).Cast<OwnershipChangedV1>().ShouldContain(o => o.OwnerId == carla.Id && o.Reason == "She knows them");
    }

    private static readonly Phrase Names = new("Pool", "公海");

    private static async Task<IReadOnlyList<PoolNoticeView>> Notices(ModuleHarness customers, Caller caller)
    {
        await using var scope = customers.Scope(caller);
        return (await PoolEndpoints.Notices(
            null, scope.ServiceProvider.GetRequiredService<CustomersDbContext>(), scope.ServiceProvider.GetRequiredService<CallerContext>(), CancellationToken.None)).Value!;
    }

    private static Caller Seller() => CustomerDesk.Person(Guid.CreateVersion7(), North, RowScope.Own);

    private static async Task<Guid> Pool(ModuleHarness customers, string code, Func<OpenPool, OpenPool>? with = null) =>
        (await customers.Send((with ?? (p => p))(new OpenPool { Code = code, Names = Names }))).Id;

    private static async Task<ReleaseSimulation> Simulate(ModuleHarness customers, DateOnly on)
    {
        await using var scope = customers.Scope();
        var services = scope.ServiceProvider;
        return (await PoolEndpoints.Simulate(
            on, services.GetRequiredService<ReleasePlan>(), services.GetRequiredService<CompanyDay>(), services.GetRequiredService<CallerContext>(), CancellationToken.None)).Value!;
    }

    private static async Task<string> Release(ModuleHarness customers)
    {
        await using var scope = customers.Scope();
        return await scope.ServiceProvider.GetRequiredService<ReleaseCustomers>().Run(CancellationToken.None);
    }

    private static async Task<string> Code<TResult>(ModuleHarness customers, ICommand<TResult> command, Caller? caller = null) =>
        (await Should.ThrowAsync<RuleBroken>(() => customers.Send(command, caller))).Rule.Code;
}
