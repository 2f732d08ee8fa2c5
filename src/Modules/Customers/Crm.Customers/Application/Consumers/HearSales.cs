using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Customers.Application.Processes;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Processes;
using Crm.Customers.Persistence;
using Crm.SalesOrders.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Consumers;

/// <summary>Keeps what sales tells of customers, and takes the processes further that wait for it.</summary>
internal sealed class HearSales(CustomersDbContext db, ProcessWalks walks) :
    IConsumer<OrderQuotedV1>, IConsumer<OrderExpiredV1>, IConsumer<OrderSubmittedV1>, IConsumer<OrderConfirmedV1>, IConsumer<OrderCancelledV1>, IConsumer<OrderCompletedV1>,
    IConsumer<PaymentCapturedV1>, IConsumer<ShipmentDeliveredV1>, IConsumer<ReturnReceivedV1>, IConsumer<RefundSettledV1>
{
    public const string Name = "customers.process-facts";

    public Task Consume(Received<OrderQuotedV1> received, CancellationToken ct)
    {
        var told = received.Event;
        return Hear(received, told.CustomerId, SalesFact.QuoteSent, told.OrderId, ct, amount: told.Gross);
    }

    public Task Consume(Received<OrderExpiredV1> received, CancellationToken ct) =>
        Hear(received, received.Event.CustomerId, SalesFact.QuoteExpired, received.Event.OrderId, ct);

    public Task Consume(Received<OrderSubmittedV1> received, CancellationToken ct) =>
        Hear(received, received.Event.CustomerId, SalesFact.OrderSubmitted, received.Event.OrderId, ct);

    public Task Consume(Received<OrderConfirmedV1> received, CancellationToken ct)
    {
        var order = received.Event.Order;
        return Hear(received, order.CustomerId, SalesFact.OrderConfirmed, received.Event.OrderId, ct, amount: order.Gross);
    }

    // Older ones do not say whose order it was; no process can wait for them.
    public Task Consume(Received<OrderCancelledV1> received, CancellationToken ct) => received.Event.CustomerId is { } customer
        ? Hear(received, customer, SalesFact.OrderCancelled, received.Event.OrderId, ct)
        : Task.CompletedTask;

    public Task Consume(Received<OrderCompletedV1> received, CancellationToken ct)
    {
        var told = received.Event;
        return Hear(received, told.CustomerId, SalesFact.OrderCompleted, told.OrderId, ct, amount: told.Owed, isComplete: true);
    }

    public Task Consume(Received<PaymentCapturedV1> received, CancellationToken ct)
    {
        var told = received.Event;
        return Hear(received, told.CustomerId, SalesFact.PaymentCaptured, told.OrderId, ct, told.Amount, told.BalanceAfter, told.BalanceAfter <= 0);
    }

    public Task Consume(Received<ShipmentDeliveredV1> received, CancellationToken ct)
    {
        var told = received.Event;
        return Hear(received, told.CustomerId, SalesFact.ShipmentDelivered, told.OrderId, ct, isComplete: told.IsOrderFullyDelivered);
    }

    public Task Consume(Received<ReturnReceivedV1> received, CancellationToken ct)
    {
        var told = received.Event;
        return Hear(received, told.CustomerId, SalesFact.ReturnReceived, told.OrderId, ct, isComplete: told.IsOrderFullyReturned);
    }

    public Task Consume(Received<RefundSettledV1> received, CancellationToken ct)
    {
        var told = received.Event;
        return Hear(received, told.CustomerId, SalesFact.RefundSettled, told.OrderId, ct, told.Amount, told.BalanceAfter);
    }

    private async Task Hear<TEvent>(
        Received<TEvent> received, Guid customerId, SalesFact kind, Guid orderId, CancellationToken ct, decimal? amount = null, decimal? balanceAfter = null, bool? isComplete = null)
        where TEvent : IIntegrationEvent
    {
        var customer = new CustomerId(customerId);
        var survivor = await walks.TakeTurn(customer, ct);
        db.ProcessFacts.Add(new ProcessFact
        {
            Id = received.MessageId,
            CustomerId = customer,
            Kind = kind,
            OrderId = orderId,
            OccurredAt = received.OccurredAt,
            Amount = amount,
            BalanceAfter = balanceAfter,
            IsComplete = isComplete,
        });
        if (survivor is not { } known) return;
        var family = await db.FamilyOf(known.Value, ct);
        var open = await db.Processes.AsSplitQuery().Where(p => p.State == ProcessState.Open && family.Contains(p.CustomerId))
            .OrderBy(p => p.StartedAt).ThenBy(p => p.Id).ToListAsync(ct);
        foreach (var process in open)
        {
            // The process before may just have made the order its own.
            await db.SaveChangesAsync(ct);
            await walks.GoOn(process, ct);
        }
    }
}
