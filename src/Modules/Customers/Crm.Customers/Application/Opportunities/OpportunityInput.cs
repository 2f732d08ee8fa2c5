using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Opportunities;
using FluentValidation;

namespace Crm.Customers.Application.Opportunities;

/// <summary>An opportunity as callers write it.</summary>
internal record OpportunityInput
{
    /// <summary>Its name in addresses and masks.</summary>
    public const string Resource = "opportunities";

    public required string Title { get; init; }

    /// <summary>Who is talked to: a contact of the customer.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>Left out, the caller.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Left out, the caller's unit.</summary>
    public Guid? UnitId { get; init; }

    public string? Source { get; init; }

    /// <summary>By which it will be sold.</summary>
    public string? Channel { get; init; }

    /// <summary>ISO 4217, of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>What it is thought to be worth, without tax; where every line has a price their sum counts instead.</summary>
    public decimal? Amount { get; init; }

    public required DateOnly ExpectedClose { get; init; }

    /// <summary>A fraction from 0 to 1; left out, that of the stage counts.</summary>
    public decimal? ManualProbability { get; init; }

    /// <summary>Why not that of the stage.</summary>
    public string? ManualReason { get; init; }

    /// <summary>What a forecast counts it as; left out, what the stage says.</summary>
    public ForecastCategory? Category { get; init; }

    public string? NextStep { get; init; }

    public DateOnly? NextStepOn { get; init; }

    /// <summary>When the customer wants to have it.</summary>
    public DateOnly? WantedOn { get; init; }

    public string? Notes { get; init; }

    /// <summary>Names of companies that offer as well.</summary>
    public IReadOnlyList<string> Competitors { get; init; } = [];

    public IReadOnlyList<Line> Lines { get; init; } = [];

    /// <param name="Quantity">More than zero, up to four decimals.</param>
    /// <param name="ProductId">Of a product of Sales Orders; or the SKU, or neither.</param>
    /// <param name="Sku">Of a product of Sales Orders.</param>
    /// <param name="Description">What it is called.</param>
    /// <param name="UnitPrice">Before discount, up to eight decimals; left out, as the price lists will say.</param>
    /// <param name="DiscountRate">A fraction from 0 to 1.</param>
    internal sealed record Line(decimal Quantity, Guid? ProductId = null, string? Sku = null, string? Description = null, decimal? UnitPrice = null, decimal DiscountRate = 0m);

    public static OpportunityInput Of(Opportunity o) => new()
    {
        Title = o.Title,
        ContactId = o.ContactId,
        OwnerId = o.OwnerId,
        UnitId = o.UnitId,
        Source = o.Source,
        Channel = o.Channel,
        Currency = o.Currency,
        Amount = o.TypedAmount,
        ExpectedClose = o.ExpectedClose,
        ManualProbability = o.ManualProbability,
        ManualReason = o.ManualReason,
        Category = o.ManualCategory,
        NextStep = o.NextStep,
        NextStepOn = o.NextStepOn,
        WantedOn = o.WantedOn,
        Notes = o.Notes,
        Competitors = o.Competitors,
        Lines = [.. o.Lines.OrderBy(l => l.Position).Select(l => new Line(l.Quantity, l.ProductId, l.Sku, l.Description, l.UnitPrice, l.DiscountRate))],
    };

    public OpportunityFacts ToFacts() => new(
        Title, ContactId, Source, Channel, Currency, Amount, ExpectedClose, ManualProbability, ManualReason, Category, NextStep, NextStepOn, WantedOn, Notes,
        Competitors,
        [
            .. Lines.Select((l, i) => new OpportunityLine
            {
                Position = i + 1,
                ProductId = l.ProductId,
                Sku = l.Sku,
                Description = l.Description,
                Quantity = l.Quantity,
                UnitPrice = l.UnitPrice,
                DiscountRate = l.DiscountRate,
            }),
        ]);
}

internal sealed class OpportunityInputValidator<TInput> : AbstractValidator<TInput>
    where TInput : OpportunityInput
{
    private const int MostLines = 200;
    private const int MostCompetitors = 50;
    private const decimal LargestPrice = 1_000_000_000m;
    private const decimal LargestAmount = 1_000_000_000_000m;

    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);
    private static readonly Phrase KnownCurrency = new("Give a currency of ISO 4217, such as EUR.", "请填写 ISO 4217 币种代码，例如 EUR。");
    private static readonly Phrase Digits = new("Has more decimals than the currency.", "小数位数超过该币种允许的位数。");
    private static readonly Phrase TooMuch = new("The lines come to more than 1,000,000,000,000.", "明细合计超过 1,000,000,000,000。");
    private static readonly Phrase WhyNot = new("Say why the probability differs from that of the stage.", "请说明概率与阶段默认值不同的原因。");
    private static readonly Phrase NotClosed = new("An open opportunity is not closed: win or lose it.", "进行中的商机不能归为已成交：请标记赢单或输单。");

    public OpportunityInputValidator()
    {
        RuleFor(c => c.Title).NotEmpty().MaximumLength(CustomerLimits.Text);
        RuleFor(c => c.Source).MaximumLength(CustomerLimits.Text);
        RuleFor(c => c.Channel).MaximumLength(CustomerLimits.Text);
        RuleFor(c => c.Currency).Must(Currencies.AreKnown).WithPhrase(KnownCurrency);
        RuleFor(c => c.Amount).InclusiveBetween(0m, LargestAmount);
        RuleFor(c => c.Amount).Must((c, amount) => amount is not { } typed || Currencies.Round(typed, c.Currency ?? "") == typed).WithPhrase(Digits);
        RuleFor(c => c.ExpectedClose).InclusiveBetween(Earliest, Latest);
        RuleFor(c => c.NextStepOn).InclusiveBetween(Earliest, Latest);
        RuleFor(c => c.WantedOn).InclusiveBetween(Earliest, Latest);
        RuleFor(c => c.ManualProbability).InclusiveBetween(0m, 1m).PrecisionScale(5, 4, ignoreTrailingZeros: true);
        RuleFor(c => c.ManualReason).MaximumLength(CustomerLimits.Note).NotEmpty().When(c => c.ManualProbability is not null).WithPhrase(WhyNot);
        RuleFor(c => c.Category).IsInEnum().NotEqual(ForecastCategory.Closed).WithPhrase(NotClosed);
        RuleFor(c => c.NextStep).MaximumLength(CustomerLimits.Note);
        RuleFor(c => c.Notes).MaximumLength(CustomerLimits.Note);
        RuleFor(c => c.Competitors.Count).LessThanOrEqualTo(MostCompetitors).OverridePropertyName("Competitors");
        RuleForEach(c => c.Competitors).NotEmpty().MaximumLength(CustomerLimits.Text);
        RuleFor(c => c.Lines.Count).LessThanOrEqualTo(MostLines).OverridePropertyName("Lines");
        RuleForEach(c => c.Lines).NotNull().ChildRules(line =>
        {
            line.RuleFor(l => l.Quantity).GreaterThan(0m).LessThanOrEqualTo(LargestPrice).PrecisionScale(14, 4, ignoreTrailingZeros: true);
            line.RuleFor(l => l.UnitPrice).InclusiveBetween(0m, LargestPrice).PrecisionScale(18, 8, ignoreTrailingZeros: true);
            line.RuleFor(l => l.DiscountRate).InclusiveBetween(0m, 1m).PrecisionScale(5, 4, ignoreTrailingZeros: true);
            line.RuleFor(l => l.Sku).MaximumLength(CustomerLimits.Text);
            line.RuleFor(l => l.Description).MaximumLength(CustomerLimits.Text);
        });
        RuleFor(c => c.Lines).Must(lines => lines.OfType<OpportunityInput.Line>().Sum(Worth) <= LargestAmount).WithPhrase(TooMuch);
    }

    // Whatever is beyond its own range is refused by itself.
    private static decimal Worth(OpportunityInput.Line line) => Math.Clamp(line.Quantity, 0m, LargestPrice) * Math.Clamp(line.UnitPrice ?? 0m, 0m, LargestPrice);
}
