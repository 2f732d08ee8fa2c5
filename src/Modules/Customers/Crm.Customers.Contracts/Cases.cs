using Crm.BuildingBlocks;

namespace Crm.Customers.Contracts;

/// <summary>A customer wants something seen to.</summary>
/// <param name="CaseId">Never changes.</param>
/// <param name="CustomerId">Who asked.</param>
/// <param name="Number">By which people know it.</param>
/// <param name="Kind"><c>request</c>, <c>complaint</c> or <c>question</c>.</param>
/// <param name="Priority"><c>low</c>, <c>normal</c>, <c>high</c> or <c>urgent</c>.</param>
/// <param name="Channel">How it came in: <c>phone</c>, <c>email</c>, <c>web</c>, <c>chat</c>, <c>social</c>, <c>inPerson</c> or <c>letter</c>.</param>
/// <param name="OrderId">The order it is about.</param>
/// <param name="ProductId">The product it is about.</param>
/// <param name="OpenedAt">When.</param>
/// <param name="RespondBy">By when the first answer is promised.</param>
/// <param name="SolveBy">By when the solution is promised.</param>
/// <param name="AssigneeId">The user who sees to it.</param>
/// <param name="UnitId">In whose queue it lies.</param>
[EventName("customers.case-opened.v1")]
public sealed record CaseOpenedV1(
    Guid CaseId, Guid CustomerId, string Number, string Kind, string Priority, string Channel, Guid? OrderId, Guid? ProductId, DateTimeOffset OpenedAt, DateTimeOffset? RespondBy,
    DateTimeOffset? SolveBy, Guid? AssigneeId, Guid? UnitId) : IIntegrationEvent;

/// <summary>A case is over; told again when it is closed again after it was opened again.</summary>
/// <param name="CaseId">Never changes.</param>
/// <param name="CustomerId">Who asked.</param>
/// <param name="Kind">As it was opened.</param>
/// <param name="Priority">As it was at last.</param>
/// <param name="OpenedAt">When it was opened first.</param>
/// <param name="ClosedAt">When it was closed.</param>
/// <param name="IsSolved">False: it was closed without a solution.</param>
/// <param name="ResponseInTime">Null where no answer was promised.</param>
/// <param name="SolutionInTime">Null where no solution was promised.</param>
/// <param name="Reopenings">How often it was opened again.</param>
/// <param name="EscalationLevel">The highest level reached; 0 for none.</param>
/// <param name="Rating">From 1 to 5, where the customer said so before it was closed.</param>
/// <param name="AssigneeId">The user who saw to it.</param>
/// <param name="UnitId">In whose queue it lay.</param>
[EventName("customers.case-closed.v1")]
public sealed record CaseClosedV1(
    Guid CaseId, Guid CustomerId, string Kind, string Priority, DateTimeOffset OpenedAt, DateTimeOffset ClosedAt, bool IsSolved, bool? ResponseInTime, bool? SolutionInTime,
    int Reopenings, int EscalationLevel, int? Rating, Guid? AssigneeId, Guid? UnitId) : IIntegrationEvent;
