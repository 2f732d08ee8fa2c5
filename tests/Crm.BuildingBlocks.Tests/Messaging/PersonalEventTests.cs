using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.Messaging.Receiver;
using Crm.BuildingBlocks.Tests.Messaging.Sender;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Messaging;

public sealed class PersonalEventTests
{
    [SkippableTheory, EveryProvider]
    public async Task Personal_values_travel_encrypted_and_are_blank_once_the_person_is_erased(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString);
        var (ada, ben) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await host.Send(parcels: 1, p => p.Move(recipientId: ada, recipient: "Ada Stern"));
        await host.Send(parcels: 1, p => p.Move(recipientId: ben, recipient: "Ben Roth"));
        (await host.In((SenderContext db) => db.Outbox.AsNoTracking().ToListAsync())).ShouldAllBe(m => !m.Body.Contains("Stern") && !m.Body.Contains("Roth"));

        await host.Persons.Destroy(ben, default);
        await host.Pump();

        (await host.Effects(KeepMoves.Name)).Select(e => e.Recipient).ShouldBe(["Ada Stern", null], ignoreOrder: true);
        (await host.Inbox(KeepMoves.Name)).ShouldAllBe(m => !m.Body.Contains("Stern") && !m.Body.Contains("Roth"));
    }
}
