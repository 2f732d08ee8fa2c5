using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Contracts;
using Crm.SalesOrders.Application.Opportunities;

namespace Crm.SalesOrders.Application.Consumers;

/// <summary>What a customer said yes to becomes the draft of a quote.</summary>
internal sealed class DraftWonOpportunity(ICommandHandler<DraftOpportunityQuote, OpportunityDrafted> handler) : IConsumer<OpportunityWonV1>
{
    public Task Consume(Received<OpportunityWonV1> received, CancellationToken ct)
    {
        var won = received.Event;
        return handler.Handle(
            new DraftOpportunityQuote
            {
                OpportunityId = won.OpportunityId,
                CustomerId = won.CustomerId,
                Title = won.Title,
                Currency = won.Currency,
                Amount = won.Amount,
                WonOn = won.WonOn,
                OwnerId = won.OwnerId,
                UnitId = won.UnitId,
                Channel = won.Channel,
                WantedOn = won.WantedOn,
                Lines = [.. won.Lines.Select(l => new DraftOpportunityQuote.Line(l.ProductId, l.Sku, l.Description, l.Quantity, l.UnitPrice, l.DiscountRate))],
            },
            ct);
    }
}
