using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Customers.Contracts;
using Crm.Customers.Domain.Processes;

namespace Crm.Customers.Application;

internal sealed partial class CustomersPublishedEvents
{
    private static IIntegrationEvent? Of(SalesProcess p, DomainEvent happened) => happened switch
    {
        ProcessWasAdvanced a => Of(p, p.Steps.Single(s => s.Number == a.Step), a),
        ProcessWasCancelled c => new ProcessAdvancedV1(
            p.Key, p.CustomerId.Value, p.Code, p.Number, c.Step, p.Node, null, p.Node, Enums.Name(ProcessState.Cancelled), p.EndedAt!.Value, p.Present.DwellSeconds, p.OrderId),
        _ => null,
    };

    // Several steps may be taken at once: each is told as the way was then.
    private static ProcessAdvancedV1 Of(SalesProcess p, ProcessStep step, ProcessWasAdvanced a) => new(
        p.Key, p.CustomerId.Value, p.Code, p.Number, a.Step, a.From, a.Transition, a.To,
        Enums.Name(p.State == ProcessState.Ended && step.Number == p.Steps.Count ? ProcessState.Ended : ProcessState.Open), step.EnteredAt, a.SecondsInFrom, p.OrderId);
}
