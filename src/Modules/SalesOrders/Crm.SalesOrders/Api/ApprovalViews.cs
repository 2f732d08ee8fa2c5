using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.SalesOrders.Domain;

namespace Crm.SalesOrders.Api;

/// <summary>A rule in a list.</summary>
internal sealed record ApprovalRuleRow(Guid Id, string Name, HoldKind Kind, decimal? Threshold, string? Currency, string? Channel, bool IsActive, int Version)
{
    public static readonly Expression<Func<ApprovalRule, ApprovalRuleRow>> FromRule = r => new ApprovalRuleRow(
        r.Id.Value, r.Name, r.Kind, r.Threshold, r.Currency, r.Channel, r.IsActive, r.Version);
}

/// <summary>A rule with its steps.</summary>
internal sealed record ApprovalRuleView(
    Guid Id, string Name, HoldKind Kind, decimal? Threshold, string? Currency, string? Channel, IReadOnlyList<ApprovalStep> Steps, bool IsActive, int Version)
{
    public static ApprovalRuleView Of(ApprovalRule r) => new(r.Key, r.Name, r.Kind, r.Threshold, r.Currency, r.Channel, r.Steps.Steps, r.IsActive, r.Version);
}

/// <summary>Why an order must not go on, or once had to wait.</summary>
/// <param name="Id">To release a manual one by.</param>
/// <param name="Kind">What was measured; manual when somebody placed it.</param>
/// <param name="RuleId">The rule that placed it.</param>
/// <param name="Words">The reason that was given, or the name of the rule.</param>
/// <param name="Threshold">Of the rule.</param>
/// <param name="Measured">What the order came to.</param>
/// <param name="PlacedAt">When.</param>
/// <param name="PlacedBy">By whom, or who asked for the confirmation.</param>
/// <param name="Steps">Who has to agree, one after the other.</param>
/// <param name="StepsDone">How many have.</param>
/// <param name="AgreedBy">Who they are; nobody agrees to two steps.</param>
/// <param name="IsOpen">Whether it still holds the order.</param>
/// <param name="MayDecide">Whether the caller may agree to or release it now.</param>
/// <param name="ReleasedAt">When it was released.</param>
/// <param name="ReleasedBy">By whom.</param>
/// <param name="Note">What was said about it.</param>
internal sealed record HoldView(
    Guid Id, HoldKind Kind, Guid? RuleId, string Words, decimal? Threshold, decimal? Measured, DateTimeOffset PlacedAt, Guid PlacedBy,
    IReadOnlyList<ApprovalStep> Steps, int StepsDone, IReadOnlyList<Guid> AgreedBy, bool IsOpen, bool MayDecide, DateTimeOffset? ReleasedAt, Guid? ReleasedBy, string? Note)
{
    public static HoldView Of(Hold h, Guid caller, DateTimeOffset now) => new(
        h.Id, h.Kind, h.RuleId?.Value, h.Words, h.Threshold, h.Measured, h.PlacedAt, h.PlacedBy, h.Steps.Steps, h.StepsDone, h.AgreedBy ?? [], h.IsOpen,
        h.MayDecide(caller, now), h.ReleasedAt, h.ReleasedBy, h.Note);
}

/// <summary>What a quote said at one time.</summary>
internal sealed record RevisionView(int Number, DateTimeOffset MadeAt, DateOnly ValidUntil, Money Net, Money Freight, Money Gross, IReadOnlyList<RevisedLine> Lines)
{
    public static RevisionView Of(OrderRevision r)
    {
        return new RevisionView(r.Number, r.MadeAt, r.ValidUntil, Amount(r.Net), Amount(r.Freight), Amount(r.Gross), r.Lines);

        Money Amount(decimal amount) => new Money(amount, r.Currency).Rounded();
    }
}
