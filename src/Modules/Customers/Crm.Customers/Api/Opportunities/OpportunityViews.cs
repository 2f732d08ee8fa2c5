using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.Customers.Application.Opportunities;
using Crm.Customers.Domain.Opportunities;

namespace Crm.Customers.Api.Opportunities;

/// <summary>An opportunity in a list.</summary>
/// <param name="Weighted">Amount x probability, rounded to the currency's digits.</param>
/// <param name="ModelProbability">Of the stage, a fraction from 0 to 1.</param>
/// <param name="ManualProbability">As somebody estimates it; it counts where it is there.</param>
internal sealed record OpportunityRow(
    Guid Id,
    string Title,
    Guid CustomerId,
    OpportunityState State,
    Guid PipelineId,
    string Stage,
    ForecastCategory Category,
    string Currency,
    decimal Amount,
    decimal Weighted,
    decimal ModelProbability,
    decimal? ManualProbability,
    DateOnly ExpectedClose,
    DateOnly? NextStepOn,
    Guid? OwnerId,
    Guid? UnitId,
    string? Source,
    string? Channel,
    DateTimeOffset OpenedAt,
    DateOnly? ClosedOn,
    string? Reason,
    int Version)
{
    public static readonly Expression<Func<Opportunity, OpportunityRow>> FromOpportunity = o => new OpportunityRow(
        o.Id.Value, o.Title, o.CustomerId.Value, o.State, o.PipelineId.Value, o.Stage, o.Category, o.Currency, o.Amount, o.Weighted, o.ModelProbability, o.ManualProbability,
        o.ExpectedClose, o.NextStepOn, o.OwnerId, o.UnitId, o.Source, o.Channel, o.OpenedAt, o.ClosedOn, o.Reason, o.Version);
}

/// <summary>An opportunity in full.</summary>
/// <param name="Amount">What it is thought to be worth, without tax, in whole digits of the currency.</param>
/// <param name="AmountBasis">Whether that is the sum of the lines, or typed.</param>
/// <param name="TypedAmount">As somebody typed it.</param>
/// <param name="Weighted">Amount x probability, rounded to the currency's digits.</param>
/// <param name="ModelProbability">Of the stage, a fraction from 0 to 1.</param>
/// <param name="ManualProbability">As somebody estimates it.</param>
/// <param name="Probability">The one that counts.</param>
/// <param name="ProbabilityBasis">Which one that is.</param>
/// <param name="ModelCategory">What the stage says.</param>
/// <param name="Category">What a forecast counts it as.</param>
/// <param name="Stays">Where it has been, and how long.</param>
internal sealed record OpportunityView(
    Guid Id,
    string Title,
    Guid CustomerId,
    Guid? ContactId,
    OpportunityState State,
    Guid PipelineId,
    string Stage,
    string Currency,
    decimal Amount,
    AmountBasis AmountBasis,
    decimal? TypedAmount,
    decimal Weighted,
    decimal ModelProbability,
    decimal? ManualProbability,
    string? ManualReason,
    decimal Probability,
    ProbabilityBasis ProbabilityBasis,
    ForecastCategory ModelCategory,
    ForecastCategory? ManualCategory,
    ForecastCategory Category,
    DateOnly ExpectedClose,
    string? NextStep,
    DateOnly? NextStepOn,
    DateOnly? WantedOn,
    string? Notes,
    Guid? OwnerId,
    Guid? UnitId,
    string? Source,
    string? Channel,
    IReadOnlyList<string> Competitors,
    IReadOnlyList<OpportunityLineView> Lines,
    IReadOnlyList<OpportunityStayView> Stays,
    DateTimeOffset OpenedAt,
    DateOnly? ClosedOn,
    string? Reason,
    string? ReasonNote,
    string? LostTo,
    int Version)
{
    public static OpportunityView Of(Opportunity o, DateTimeOffset now) => new(
        o.Key, o.Title, o.CustomerId.Value, o.ContactId, o.State, o.PipelineId.Value, o.Stage, o.Currency, o.Amount, o.AmountBasis, o.TypedAmount, o.Weighted,
        o.ModelProbability, o.ManualProbability, o.ManualReason, o.Probability, o.ProbabilityBasis, o.ModelCategory, o.ManualCategory, o.Category, o.ExpectedClose,
        o.NextStep, o.NextStepOn, o.WantedOn, o.Notes, o.OwnerId, o.UnitId, o.Source, o.Channel, o.Competitors,
        [.. o.Lines.OrderBy(l => l.Position).Select(l => new OpportunityLineView(l.ProductId, l.Sku, l.Description, l.Quantity, l.UnitPrice, l.DiscountRate, l.Net(o.Currency)))],
        [.. o.Stays.OrderBy(s => s.EnteredAt).ThenBy(s => s.Id).Select(s => OpportunityStayView.Of(s, now))],
        o.OpenedAt, o.ClosedOn, o.Reason, o.ReasonNote, o.LostTo, o.Version);
}

/// <param name="Net">quantity x unit price x (1 - discount), rounded to the currency's digits; absent without a price.</param>
internal sealed record OpportunityLineView(Guid? ProductId, string? Sku, string? Description, decimal Quantity, decimal? UnitPrice, decimal DiscountRate, decimal? Net);

/// <param name="Hours">Spent there so far, in hours with two decimals.</param>
internal sealed record OpportunityStayView(Guid PipelineId, string Stage, DateTimeOffset EnteredAt, DateTimeOffset? LeftAt, decimal Hours, Guid ById, string? Note)
{
    public static OpportunityStayView Of(OpportunityStay s, DateTimeOffset now) =>
        new(s.PipelineId.Value, s.Stage, s.EnteredAt, s.LeftAt, Math.Round((decimal)s.Length(now).TotalHours, 2, MidpointRounding.AwayFromZero), s.ById, s.Note);
}

/// <summary>A pipeline, in a list and alone.</summary>
/// <param name="IsDefault">Opportunities that name none are in this one.</param>
internal sealed record PipelineView(Guid Id, string Code, Phrase Names, bool IsActive, bool IsDefault, IReadOnlyList<PipelineContent.Stage> Stages, int Version)
{
    public static PipelineView Of(Pipeline p) =>
        new(p.Key, p.Code, new Phrase(p.Name, p.NameChinese), p.IsActive, p.IsDefault, [.. p.Stages.Select(PipelineContent.Stage.Of)], p.Version);
}

/// <summary>A reason for winning or losing.</summary>
internal sealed record OutcomeReasonView(Guid Id, OpportunityState Outcome, string Code, Phrase Names, bool IsActive, int Version)
{
    public static readonly Expression<Func<OutcomeReason, OutcomeReasonView>> FromReason = r => new OutcomeReasonView(
        r.Id.Value, r.Outcome, r.Code, new Phrase(r.Name, r.NameChinese), r.IsActive, r.Version);
}
