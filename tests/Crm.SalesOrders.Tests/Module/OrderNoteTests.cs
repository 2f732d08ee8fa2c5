using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.Platform.Contracts;
using Crm.SalesOrders.Application.Notes;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class OrderNoteTests
{
    [SkippableTheory, EveryProvider]
    public async Task Notes_are_written_beside_the_order_pinned_and_forgotten_with_the_customer(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A");
        var order = await host.Do(Orders.Of(customer, ("A", 1)));

        var note = await host.Do(new WriteNote { OrderId = order.Id, Text = "Ring twice, the bell of uncle Ottokar is weak" });
        await host.Do(new PinNote(order.Id, note.Id, IsPinned: true));

        var kept = await host.See(db => db.OrderNotes.AsNoTracking().SingleAsync());
        (kept.IsPinned, kept.WrittenBy, kept.IsAutomatic, kept.Version).ShouldBe((true, Callers.App.Id, false, 2));
        (await host.Order(order.Id)).Version.ShouldBe(order.Version);
        var trail = await host.See(db => db.Audit.Select(a => a.Changes!).ToListAsync());
        string.Concat(trail).ShouldNotContain("Ottokar");
        await host.Harness.Services.GetRequiredService<IPersonKeys>().Destroy(customer, CancellationToken.None);
        await host.Hear(new PersonErasureRequestedV1(customer, host.Harness.Time.GetUtcNow()), Guid.CreateVersion7(), version: 1);
        (await host.See(db => db.AllTables())).ShouldNotContain("Ottokar");
    }

    [Fact]
    public async Task Who_does_not_see_an_order_neither_writes_on_it_nor_pins_what_others_wrote()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A");
        var order = await host.Do(Orders.Of(customer, ("A", 1)));
        var note = await host.Do(new WriteNote { OrderId = order.Id, Text = "seen" });
        var stranger = new Caller(Guid.CreateVersion7(), CallerKind.Person, "Stranger")
        {
            Permissions = new Dictionary<string, RowScope> { [NotePermissions.Write.Name] = RowScope.Own },
        };

        await Should.ThrowAsync<ResourceNotFound>(() => host.Do(new WriteNote { OrderId = order.Id, Text = "hello" }, stranger));
        await Should.ThrowAsync<ResourceNotFound>(() => host.Do(new PinNote(order.Id, note.Id, IsPinned: true), stranger));
        var other = await host.Do(Orders.Of(customer, ("A", 1)));
        await Should.ThrowAsync<ResourceNotFound>(() => host.Do(new PinNote(other.Id, note.Id, IsPinned: true)));
    }
}
