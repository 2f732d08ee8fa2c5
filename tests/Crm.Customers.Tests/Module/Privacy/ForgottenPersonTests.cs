using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application;
using Crm.Customers.Application.Activities;
using Crm.Customers.Application.Consumers;
using Crm.Customers.Application.Opportunities;
using Crm.Customers.Application.Privacy;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Domain.Privacy;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module.Privacy;

public sealed class ForgottenPersonTests
{
    [SkippableTheory, EveryProvider]
    public async Task Of_a_contact_who_is_erased_nothing_is_left_and_the_company_stays(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var acme = (await customers.Register(CustomerDesk.Acme() with
        {
            ContactPoints = [new ContactPointInput(ContactPointKind.Email, "office@acme.example")],
            Contacts =
            [
                new ContactInput("Carl Contact", IsPrimary: true) { ContactPoints = [new ContactPointInput(ContactPointKind.Email, "carl@acme.example")] },
                new ContactInput("Dora Stays"),
            ],
        })).Id;
        var carl = (await customers.Find(acme))!.Contacts.Single(c => c.Name == "Carl Contact").Id;
        var tea = (await customers.Send(new OpenOpportunity { CustomerId = acme, Title = "Tea for Carl", Currency = "EUR", ExpectedClose = new DateOnly(2026, 4, 30), ContactId = carl, Notes = "Carl likes it", Amount = 100m })).Id;
        foreach (var address in new[] { "carl@acme.example", "office@acme.example" })
            await customers.Send(new RecordConsent { CustomerId = acme, Purpose = "marketing", Channel = ConsentChannel.Email, ContactPoint = address, IsGiven = true, Source = "fair" });

        await customers.Erase(carl);

        var left = (await customers.Find(acme))!;
        (left.Name, left.Lifecycle).ShouldBe(("Acme", Lifecycle.Prospect));
        left.Contacts.Select(c => (c.Name, c.IsPrimary)).ShouldBe([("Dora Stays", true)]);
        (await customers.Search("carl@acme.example")).ShouldBeEmpty();
        (await customers.Search("office@acme.example")).ShouldBe(["Acme"]);
        var words = await customers.Read<CustomersDbContext, (Opportunity, List<string?>)>(async db =>
            (await db.Opportunities.AsSplitQuery().SingleAsync(), await db.Set<Consent>().Select(c => c.ContactPoint).ToListAsync()));
        (words.Item1.Key, words.Item1.Title, words.Item1.Notes, words.Item1.ContactId, words.Item1.Amount, words.Item1.State).ShouldBe((tea, "–", null, (Guid?)null, 100m, OpportunityState.Open));
        words.Item2.ShouldBe([null, "office@acme.example"], ignoreOrder: true);
    }

    [SkippableTheory, EveryProvider]
    public async Task As_soon_as_one_part_has_forgotten_a_customer_nothing_more_is_written_for_it(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var anna = (await customers.Register(new CustomerInput { Name = "Anna", Kind = CustomerKind.Person })).Id;
        var now = customers.Time.GetUtcNow();

        await using (var scope = customers.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<CustomersDbContext>();
            await using var transaction = await db.Dialect.BeginWrite(db, CancellationToken.None);
            var asked = new Received<PersonErasureRequestedV1>(Guid.CreateVersion7(), "person-erasure/1", 1, now, new PersonErasureRequestedV1(anna, now));
            await ActivatorUtilities.CreateInstance<ForgetActivities>(scope.ServiceProvider).Consume(asked, CancellationToken.None);
            await db.SaveChangesAsync();
            await transaction.Commit(CancellationToken.None);
        }

        var late = new PlanActivity { CustomerId = anna, Kind = ActivityKind.Call, Subject = "Call Anna", StartsAt = now, EndsAt = now.AddHours(1) };
        (await Should.ThrowAsync<RuleBroken>(() => customers.Send(late))).Rule.ShouldBe(CustomersRules.Erased);
        (await customers.Find(anna))!.Name.ShouldBe("");
    }
}
