using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>Replaces what a draft or a quote says; a quote becomes a new revision.</summary>
internal sealed record ChangeDraft : OrderContent, ICommand<OrderSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The order as the command that would write it.</summary>
    public static ChangeDraft Of(Order order) => (ChangeDraft)new ChangeDraft { Id = order.Key, CustomerId = order.CustomerId, Currency = "", Lines = [] }.Saying(order);
}

internal sealed class ChangeDraftValidator : OrderContentValidator<ChangeDraft>;

internal sealed class ChangeDraftHandler(SalesOrdersDbContext db, OrderTermsReader reader, UnseenFields unseen, TimeProvider time) : ICommandHandler<ChangeDraft, OrderSaved>
{
    public async Task<OrderSaved> Handle(ChangeDraft command, CancellationToken ct)
    {
        var order = await db.ForChange<Order, OrderId>(new OrderId(command.Id), ct);
        order.ChangeDraft(await reader.Read(unseen.Keep(OrderContent.Resource, command, ChangeDraft.Of(order)), ct), time.GetUtcNow());
        return OrderSaved.Of(order);
    }
}
