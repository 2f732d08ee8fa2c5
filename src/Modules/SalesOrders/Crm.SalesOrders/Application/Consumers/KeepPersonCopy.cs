using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Platform.Contracts;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;

namespace Crm.SalesOrders.Application.Consumers;

/// <summary>Keeps who there is to credit a sale to.</summary>
internal sealed class KeepPersonCopy(SalesOrdersDbContext db) : IConsumer<UserChangedV1>
{
    public async Task Consume(Received<UserChangedV1> received, CancellationToken ct)
    {
        var user = received.Event;
        var copy = await db.PersonCopies.FindAsync([user.UserId], ct);
        if (copy is null) db.PersonCopies.Add(copy = new PersonCopy(user.UserId));
        copy.Take(received.StreamPosition, user.Login ?? "", user.Name, user.UnitId, user.Active);
    }
}
