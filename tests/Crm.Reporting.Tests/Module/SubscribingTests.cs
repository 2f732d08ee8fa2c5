using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Reporting.Application.Schedules;
using Crm.Reporting.Domain;
using Crm.Reporting.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Reporting.Tests.Module;

public sealed class SubscribingTests
{
    [Fact]
    public async Task Who_sees_part_of_the_figures_subscribes_nobody_else()
    {
        await using var module = await Reports.Start(DatabaseProvider.Sqlite);
        var (seller, colleague) = (User(module, RowScope.UnitAndBelow), User(module, RowScope.All));
        var schedule = await Schedule(module, seller);

        await Should.ThrowAsync<NotAllowed>(() => module.Send(new Subscribe(schedule, new SubscriptionInput { UserId = colleague.Id }), seller));
        await module.Send(new Subscribe(schedule, new SubscriptionInput { UserId = seller.Id }), seller);

        (await Addresses(module)).ShouldBe([TestCallers.AddressFor(seller.Id)]);
    }

    [Fact]
    public async Task Who_sees_part_of_the_figures_gets_them_at_the_address_that_is_stored()
    {
        await using var module = await Reports.Start(DatabaseProvider.Sqlite);
        var seller = User(module, RowScope.Own);
        var schedule = await Schedule(module, seller);

        var refused = await Should.ThrowAsync<InvalidInput>(() =>
            module.Send(new Subscribe(schedule, new SubscriptionInput { UserId = seller.Id, Email = "home@example.org" }), seller));
        await module.Send(new Subscribe(schedule, new SubscriptionInput { UserId = seller.Id, Email = TestCallers.AddressFor(seller.Id).ToUpperInvariant() }), seller);

        refused.Errors.ShouldHaveSingleItem().Pointer.ShouldBe("email");
        (await Addresses(module)).ShouldBe([TestCallers.AddressFor(seller.Id)]);
    }

    [Fact]
    public async Task Who_sees_all_figures_may_send_anybodys_report_anywhere()
    {
        await using var module = await Reports.Start(DatabaseProvider.Sqlite);
        var (analyst, seller) = (User(module, RowScope.All), User(module, RowScope.Own));
        var schedule = await Schedule(module, analyst);

        await module.Send(new Subscribe(schedule, new SubscriptionInput { UserId = seller.Id, Email = "board@example.com" }), analyst);

        (await Addresses(module)).ShouldBe(["board@example.com"]);
    }

    [Fact]
    public async Task Without_a_stored_address_one_has_to_be_given()
    {
        await using var module = await Reports.Start(DatabaseProvider.Sqlite);
        var analyst = User(module, RowScope.All);
        var schedule = await Schedule(module, analyst);

        var refused = await Should.ThrowAsync<InvalidInput>(() =>
            module.Send(new Subscribe(schedule, new SubscriptionInput { UserId = Guid.CreateVersion7() }), analyst));

        refused.Errors.ShouldHaveSingleItem().Pointer.ShouldBe("email");
    }

    [SkippableTheory, EveryProvider]
    public async Task Who_subscribes_twice_at_the_same_moment_is_subscribed_once(DatabaseProvider provider)
    {
        await using var module = await Reports.Start(provider);
        var analyst = User(module, RowScope.All);
        var schedule = await Schedule(module, analyst);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                await module.Send(new Subscribe(schedule, new SubscriptionInput { UserId = analyst.Id }), analyst);
                return "subscribed";
            }
            catch (RuleBroken broken)
            {
                return broken.Rule.Code;
            }
        }));

        outcomes.Count(o => o == "subscribed").ShouldBe(1);
        outcomes.Where(o => o != "subscribed").ShouldAllBe(o => o == ReportingRules.AlreadySubscribed.Code);
        (await Addresses(module)).Count.ShouldBe(1);
        var ended = await module.Read<ReportingDbContext, Guid>(db => db.Subscriptions.Select(s => s.Id.Value).SingleAsync());
        await module.Send(new EndSubscription(schedule, ended), analyst);
        await module.Send(new Subscribe(schedule, new SubscriptionInput { UserId = analyst.Id }), analyst);
        (await Addresses(module)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_schedule_that_an_app_makes_for_a_person_belongs_to_that_person()
    {
        await using var module = await Reports.Start(DatabaseProvider.Sqlite);
        var phone = new Caller(Guid.CreateVersion7(), CallerKind.Application, "phone (mei)")
        {
            ActsForPerson = true,
            Permissions = new Dictionary<string, RowScope> { ["reporting.schedules.write"] = RowScope.Own },
        };

        await Schedule(module, phone);

        (await module.Read<ReportingDbContext, Guid?>(db => db.Schedules.Select(s => s.OwnerId).SingleAsync())).ShouldBe(phone.Id);
    }

    private static Caller User(ModuleHarness module, RowScope reach)
    {
        var user = new Caller(Guid.CreateVersion7(), CallerKind.Person, "user")
        {
            Permissions = new Dictionary<string, RowScope> { ["reporting.reports.read"] = reach, ["reporting.schedules.write"] = RowScope.Own },
        };
        ((TestCallers)module.Services.GetRequiredService<ICallers>()).Add(user);
        return user;
    }

    private static async Task<Guid> Schedule(ModuleHarness module, Caller owner) =>
        (await module.Send(new MakeSchedule { Name = "Mine", Period = "thisMonth", Cron = MailedReports.EveryMorning, TimeZone = "UTC" }, owner)).Id;

    private static Task<List<string>> Addresses(ModuleHarness module) =>
        module.Read<ReportingDbContext, List<string>>(db => db.Subscriptions.Select(s => s.Email).ToListAsync());
}
