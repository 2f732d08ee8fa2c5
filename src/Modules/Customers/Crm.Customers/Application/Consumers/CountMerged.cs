using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Customers.Application.Figures;
using Crm.Customers.Contracts;
using Crm.Customers.Domain;

namespace Crm.Customers.Application.Consumers;

/// <summary>Counts the figures of families anew whose members were merged or are customers of their own again.</summary>
internal sealed class CountMerged(FigureCount figures) : IConsumer<CustomerMergedV1>, IConsumer<CustomerUnmergedV1>
{
    public Task Consume(Received<CustomerMergedV1> received, CancellationToken ct) =>
        figures.Run([new CustomerId(received.Event.CustomerId), new CustomerId(received.Event.SurvivorId)], ct);

    public Task Consume(Received<CustomerUnmergedV1> received, CancellationToken ct) =>
        figures.Run([new CustomerId(received.Event.CustomerId), new CustomerId(received.Event.SurvivorId)], ct);
}
