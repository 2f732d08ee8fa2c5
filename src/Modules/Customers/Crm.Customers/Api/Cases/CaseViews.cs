using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.Customers.Domain.Cases;

namespace Crm.Customers.Api.Cases;

/// <summary>A case in a list.</summary>
/// <param name="AssigneeId">Who sees to it.</param>
/// <param name="UnitId">In whose queue it lies.</param>
internal sealed record CaseRow(
    Guid Id,
    string Number,
    Guid CustomerId,
    CaseKind Kind,
    CasePriority Priority,
    CaseChannel Channel,
    CaseStatus Status,
    string Subject,
    Guid? OrderId,
    Guid? ProductId,
    Guid? AssigneeId,
    Guid? UnitId,
    DateTimeOffset OpenedAt,
    DateTimeOffset? RespondBy,
    DateTimeOffset? RespondedAt,
    DateTimeOffset? SolveBy,
    DateTimeOffset? SolvedAt,
    DateTimeOffset? ClosedAt,
    int EscalationLevel,
    int? Rating,
    int Version)
{
    public static readonly Expression<Func<ServiceCase, CaseRow>> FromCase = c => new CaseRow(
        c.Id.Value, c.Number, c.CustomerId.Value, c.Kind, c.Priority, c.Channel, c.Status, c.Subject, c.OrderId, c.ProductId, c.OwnerId, c.UnitId, c.OpenedAt,
        c.RespondBy, c.RespondedAt, c.SolveBy, c.SolvedAt, c.ClosedAt, c.EscalationLevel, c.Rating, c.Version);
}

/// <summary>A case in full.</summary>
/// <param name="ResponseInTime">Whether the first answer kept the promise; null as long as nothing is due.</param>
/// <param name="SolutionInTime">Likewise for the solution.</param>
/// <param name="RemainingMinutes">Working minutes that are left of the solution, while the customer is waited for.</param>
internal sealed record CaseView(
    Guid Id,
    string Number,
    Guid CustomerId,
    CaseKind Kind,
    CasePriority Priority,
    CaseChannel Channel,
    CaseStatus Status,
    string Subject,
    string? Description,
    Guid? ContactId,
    Guid? OrderId,
    Guid? ProductId,
    Guid? AssigneeId,
    Guid? UnitId,
    DateTimeOffset OpenedAt,
    DateTimeOffset? RespondBy,
    DateTimeOffset? RespondedAt,
    bool? ResponseInTime,
    DateTimeOffset? SolveBy,
    int? RemainingMinutes,
    DateTimeOffset? SolvedAt,
    bool? SolutionInTime,
    DateTimeOffset? ClosedAt,
    int Reopenings,
    int EscalationLevel,
    string? Solution,
    int? Rating,
    string? RatingComment,
    DateTimeOffset? RatedAt,
    IReadOnlyList<CaseNoteView> Notes,
    IReadOnlyList<CaseStepView> Steps,
    int Version)
{
    public static CaseView Of(ServiceCase c, DateTimeOffset now) => new(
        c.Key, c.Number, c.CustomerId.Value, c.Kind, c.Priority, c.Channel, c.Status, c.Subject, c.Description, c.ContactId, c.OrderId, c.ProductId, c.OwnerId, c.UnitId, c.OpenedAt,
        c.RespondBy, c.RespondedAt, c.IsResponseInTime(now), c.SolveBy, c.RemainingSeconds / 60, c.SolvedAt, c.IsSolutionInTime(now), c.ClosedAt, c.Reopenings, c.EscalationLevel,
        c.Solution, c.Rating, c.RatingComment, c.RatedAt,
        [.. c.Notes.OrderBy(n => n.WrittenAt).ThenBy(n => n.Id).Select(n => new CaseNoteView(n.Id, n.WrittenAt, n.WrittenById, n.Text, n.IsToCustomer, n.Template))],
        [.. c.Steps.OrderBy(s => s.TakenAt).ThenBy(s => s.Id).Select(s => new CaseStepView(s.TakenAt, s.TakenById, s.Step, s.From, s.To, s.AssigneeId, s.UnitId, s.Words))],
        c.Version);
}

/// <param name="Text">Null once the customer was erased.</param>
/// <param name="Template">Code of the template it was made from.</param>
internal sealed record CaseNoteView(Guid Id, DateTimeOffset WrittenAt, Guid WrittenById, string? Text, bool IsToCustomer, string? Template);

internal sealed record CaseStepView(
    DateTimeOffset TakenAt, Guid TakenById, CaseStep Step, CaseStatus From, CaseStatus To, Guid? AssigneeId, Guid? UnitId, string? Words);

/// <param name="Step">What may be done.</param>
/// <param name="IsPossible">Whether it may be done now.</param>
/// <param name="Code">Of the rule that forbids it.</param>
/// <param name="Why">Why it may not be done now.</param>
internal sealed record CaseStepChoice(CaseStep Step, bool IsPossible, string? Code, Phrase? Why)
{
    public static IReadOnlyList<CaseStepChoice> Of(ServiceCase c) =>
        [.. Enum.GetValues<CaseStep>().Select(step => c.WhyNot(step) is { } rule ? new CaseStepChoice(step, false, rule.Code, rule.Text) : new CaseStepChoice(step, true, null, null))];
}

internal sealed record ServiceLevelView(CaseKind? Kind, CasePriority Priority, int? ResponseMinutes, int? SolutionMinutes, Guid? CalendarId, int Version);

internal sealed record EscalationRuleView(int Level, CaseDeadline Deadline, int MinutesAfter, Guid? PersonId, bool IsActive, int Version);

internal sealed record CaseTemplateView(string Code, Phrase Text, bool IsActive, int Version);
