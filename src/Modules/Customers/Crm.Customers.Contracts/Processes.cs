using Crm.BuildingBlocks;

namespace Crm.Customers.Contracts;

/// <summary>A customer's way through a sales process went one step further, began, ended or was cancelled.</summary>
/// <param name="ProcessId">One way of one customer.</param>
/// <param name="CustomerId">Whose way.</param>
/// <param name="Definition">Code of the process.</param>
/// <param name="Number">Version of the process.</param>
/// <param name="Step">1 for the first, with which it began.</param>
/// <param name="From">Key of the node it left; null for the first step.</param>
/// <param name="Transition">Key of the transition it took; null for the first step and where it was cancelled.</param>
/// <param name="To">Key of the node it came to; where it was cancelled, the one it was at.</param>
/// <param name="State"><c>open</c>, <c>ended</c> or <c>cancelled</c>, with this step.</param>
/// <param name="At">When.</param>
/// <param name="SecondsInFrom">Whole seconds it was at the node it left.</param>
/// <param name="OrderId">Of Sales Orders, once it is known which one it is about.</param>
[EventName("customers.process-advanced.v1")]
public sealed record ProcessAdvancedV1(
    Guid ProcessId,
    [PersonKey] Guid CustomerId,
    string Definition,
    int Number,
    int Step,
    string? From,
    string? Transition,
    string To,
    string State,
    DateTimeOffset At,
    long? SecondsInFrom,
    Guid? OrderId) : IIntegrationEvent;
