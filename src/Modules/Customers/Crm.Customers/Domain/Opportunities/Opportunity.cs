using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Opportunities;

/// <summary>Something that a customer may buy.</summary>
internal sealed partial class Opportunity : AggregateRoot, IOwned, IDeletable
{
    private readonly List<OpportunityLine> _lines = [];
    private readonly List<OpportunityStay> _stays = [];

    private Opportunity()
    {
    }

    public OpportunityId Id { get; private set; }

    public override Guid Key => Id.Value;

    [PersonKey]
    public CustomerId CustomerId { get; private set; }

    /// <summary>Empty once the customer was erased, and only then.</summary>
    [PersonalInCopies]
    public string Title { get; private set; } = "";

    public Guid? ContactId { get; private set; }

    public Guid? OwnerId { get; private set; }

    public Guid? UnitId { get; private set; }

    [PersonalInCopies]
    public string? Source { get; private set; }

    public string? Channel { get; private set; }

    /// <summary>ISO 4217, of every amount.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>Counts where there are no lines or not every line has a price.</summary>
    public decimal? TypedAmount { get; private set; }

    /// <summary>What it is thought to be worth, without tax, in whole digits of the currency.</summary>
    public decimal Amount { get; private set; }

    /// <summary>Amount x probability, rounded to the currency's digits, half away from zero.</summary>
    public decimal Weighted { get; private set; }

    public DateOnly ExpectedClose { get; private set; }

    public PipelineId PipelineId { get; private set; }

    public string Stage { get; private set; } = "";

    /// <summary>Of the stage, as it was when the opportunity came there: a fraction from 0 to 1.</summary>
    public decimal ModelProbability { get; private set; }

    /// <summary>As somebody estimates it: a fraction from 0 to 1.</summary>
    public decimal? ManualProbability { get; private set; }

    [Personal]
    public string? ManualReason { get; private set; }

    /// <summary>Of the stage, as it was when the opportunity came there.</summary>
    public ForecastCategory ModelCategory { get; private set; }

    /// <summary>As somebody says.</summary>
    public ForecastCategory? ManualCategory { get; private set; }

    /// <summary>What a forecast counts it as.</summary>
    public ForecastCategory Category { get; private set; }

    public OpportunityState State { get; private set; }

    [Personal]
    public string? NextStep { get; private set; }

    public DateOnly? NextStepOn { get; private set; }

    public DateOnly? WantedOn { get; private set; }

    [Personal]
    public string? Notes { get; private set; }

    [PersonalInCopies]
    public IReadOnlyList<string> Competitors { get; private set; } = [];

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    public IReadOnlyList<OpportunityLine> Lines => _lines;

    public IReadOnlyList<OpportunityStay> Stays => _stays;

    /// <summary>The one that counts: of the outcome, as estimated, or of the stage.</summary>
    public decimal Probability => State switch
    {
        OpportunityState.Won => 1m,
        OpportunityState.Lost => 0m,
        _ => ManualProbability ?? ModelProbability,
    };

    public ProbabilityBasis ProbabilityBasis => State != OpportunityState.Open ? ProbabilityBasis.Outcome
        : ManualProbability is null ? ProbabilityBasis.Model : ProbabilityBasis.Manual;

    public AmountBasis AmountBasis => _lines.Count > 0 && _lines.TrueForAll(l => l.UnitPrice is not null) ? AmountBasis.Lines : AmountBasis.Typed;

    public static Opportunity Open(
        CustomerId customer, OpportunityFacts facts, Pipeline pipeline, string? stage, Guid? ownerId, Guid? unitId, Guid by, DateTimeOffset now)
    {
        var opportunity = new Opportunity { Id = new OpportunityId(Guid.CreateVersion7()), CustomerId = customer, OwnerId = ownerId, UnitId = unitId, OpenedAt = now };
        opportunity.Enter(pipeline, stage is null ? pipeline.Stages[0] : pipeline.Stage(stage), note: null, by, now);
        opportunity.Take(facts);
        opportunity.Raise(new OpportunityWasOpened());
        return opportunity;
    }

    public void Change(OpportunityFacts facts, Guid? ownerId, Guid? unitId)
    {
        RequireOpen();
        (OwnerId, UnitId) = (ownerId, unitId);
        Take(facts);
        Raise(new OpportunityWasChanged());
    }

    /// <summary>
    /// To another stage, which brings its own probability and category: what somebody said of them was said of the stage before, unless it is
    /// said again.
    /// </summary>
    public void Move(Pipeline pipeline, string stage, string? note, Guid by, DateTimeOffset now)
    {
        RequireOpen();
        var (from, to) = (Stage, pipeline.Stage(stage));
        if (PipelineId == pipeline.Id && from == to.Code) return;
        Arrive(pipeline, to, note, by, now);
        Count();
        Raise(new OpportunityWasMoved(from, to.Code));
    }

    private void Arrive(Pipeline pipeline, PipelineStage stage, string? note, Guid by, DateTimeOffset now)
    {
        (ManualProbability, ManualReason, ManualCategory) = (null, null, null);
        Enter(pipeline, stage, note, by, now);
    }

    private void Enter(Pipeline pipeline, PipelineStage stage, string? note, Guid by, DateTimeOffset now)
    {
        Leave(now);
        (PipelineId, Stage, ModelProbability, ModelCategory) = (pipeline.Id, stage.Code, stage.Probability, stage.Category);
        _stays.Add(OpportunityStay.In(pipeline.Id, stage.Code, note, by, now));
    }

    private void Leave(DateTimeOffset now) => _stays.Find(s => s.LeftAt is null)?.End(now);

    private void Take(OpportunityFacts facts)
    {
        Title = facts.Title.Trim();
        (ContactId, Source, Channel) = (facts.ContactId, facts.Source, facts.Channel);
        (Currency, TypedAmount, ExpectedClose) = (facts.Currency, facts.TypedAmount, facts.ExpectedClose);
        (ManualProbability, ManualReason, ManualCategory) = (facts.ManualProbability, facts.ManualProbability is null ? null : facts.ManualReason, facts.Category);
        (NextStep, NextStepOn, WantedOn, Notes) = (facts.NextStep, facts.NextStepOn, facts.WantedOn, facts.Notes);
        if (!Competitors.SequenceEqual(facts.Competitors)) Competitors = [.. facts.Competitors];
        _lines.RemoveAll(present => !facts.Lines.Any(present.SaysTheSameAs));
        _lines.AddRange(facts.Lines.Where(wanted => !_lines.Exists(wanted.SaysTheSameAs)).ToList());
        Count();
    }

    private void Count()
    {
        Amount = Currencies.Round(AmountBasis == AmountBasis.Lines ? _lines.Sum(l => l.Net(Currency)!.Value) : TypedAmount ?? 0m, Currency);
        Weighted = Currencies.Round(Amount * Probability, Currency);
        Category = State == OpportunityState.Won ? ForecastCategory.Closed : ManualCategory ?? ModelCategory;
    }

    private void RequireOpen()
    {
        if (Title.Length == 0) throw CustomersRules.Erased.Broken();
        if (State != OpportunityState.Open) throw OpportunityRules.Closed.Broken();
    }
}
