using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Fields;
using FluentValidation;

namespace Crm.Customers.Application.Fields;

/// <summary>What an administrator says of a field of the company's own.</summary>
internal abstract record FieldInput
{
    /// <summary>Its name in addresses and masks.</summary>
    public const string Resource = "fields";

    /// <summary>As people read it.</summary>
    public required Phrase Names { get; init; }

    /// <summary>Stays once a customer has a value in the field.</summary>
    public required FieldType Type { get; init; }

    /// <summary>Encrypted, erased with the person, and neither filtered nor sorted by. Stays once a customer has a value in the field.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Left out: nobody needs it.</summary>
    public RequiredInput? Required { get; init; }

    /// <summary>Of a number.</summary>
    public decimal? Min { get; init; }

    /// <summary>Of a number.</summary>
    public decimal? Max { get; init; }

    /// <summary>Of a date.</summary>
    public DateOnly? Earliest { get; init; }

    /// <summary>Of a date.</summary>
    public DateOnly? Latest { get; init; }

    /// <summary>Of a text, at most 400 characters.</summary>
    public int? MaxLength { get; init; }

    /// <summary>What the whole of a text has to match: a regular expression of .NET.</summary>
    public string? Pattern { get; init; }

    /// <summary>Of a list. One that was chosen is retired rather than left out.</summary>
    public IReadOnlyList<OptionInput> Options { get; init; } = [];

    /// <summary>Nobody writes it any more; what stands in it can be read.</summary>
    public bool IsRetired { get; init; }

    public FieldFacts ToFacts() => new(
        Names, Type, IsPersonal, IsRetired, Required is not null, Required?.Of, Required?.From, Min, Max, Earliest, Latest, MaxLength, Pattern,
        [.. Options.Select(o => new OptionFacts(o.Key, o.Names, o.IsRetired))]);
}

/// <param name="Of">Kind of customers who need it; left out: all.</param>
/// <param name="From">Stage from which they need it; left out: at once.</param>
internal sealed record RequiredInput(CustomerKind? Of = null, Lifecycle? From = null);

/// <param name="Key">By which values name it.</param>
/// <param name="Names">As people read it.</param>
/// <param name="IsRetired">It stays where it was chosen, and is not chosen any more.</param>
internal sealed record OptionInput(string Key, Phrase Names, bool IsRetired = false);

internal abstract class FieldInputValidator<TInput> : AbstractValidator<TInput>
    where TInput : FieldInput
{
    protected static readonly Phrase NoKey = new(
        "A key begins with a lower-case letter and has up to 40 letters and digits, such as deliveryDays.",
        "键名以小写字母开头，由字母和数字组成，最多 40 个字符，例如 deliveryDays。");

    private static readonly Phrase OfNumbers = new("Only a number has this.", "仅数字字段可设置。");
    private static readonly Phrase OfDates = new("Only a date has this.", "仅日期字段可设置。");
    private static readonly Phrase OfTexts = new("Only a text has this.", "仅文本字段可设置。");
    private static readonly Phrase OfLists = new("A list has options, and nothing else has.", "仅列表字段有选项，且必须有选项。");
    private static readonly Phrase InOrder = new("The smaller one comes first.", "起始值不能大于结束值。");
    private static readonly Phrase NoPattern = new("This is no regular expression of .NET.", "不是有效的 .NET 正则表达式。");
    private static readonly Phrase Once = new("Each option has a key of its own.", "选项键名不能重复。");

    protected FieldInputValidator()
    {
        RuleFor(f => f.Names).NotNull().ChildRules(HaveNames);
        RuleFor(f => f.Type).IsInEnum();
        RuleFor(f => f.Required!.Of).IsInEnum().When(f => f.Required is not null);
        RuleFor(f => f.Required!.From).IsInEnum().When(f => f.Required is not null);
        RuleFor(f => f.Min).InclusiveBetween(-FieldLimits.Number, FieldLimits.Number).Must((f, min) => min is null || f.Type == FieldType.Number).WithPhrase(OfNumbers);
        RuleFor(f => f.Max).InclusiveBetween(-FieldLimits.Number, FieldLimits.Number).Must((f, max) => max is null || f.Type == FieldType.Number).WithPhrase(OfNumbers)
            .Must((f, max) => !(max < f.Min)).WithPhrase(InOrder);
        RuleFor(f => f.Earliest).Must((f, day) => day is null || f.Type == FieldType.Date).WithPhrase(OfDates);
        RuleFor(f => f.Latest).Must((f, day) => day is null || f.Type == FieldType.Date).WithPhrase(OfDates)
            .Must((f, day) => !(day < f.Earliest)).WithPhrase(InOrder);
        RuleFor(f => f.MaxLength).InclusiveBetween(1, FieldLimits.Text).Must((f, most) => most is null || f.Type == FieldType.Text).WithPhrase(OfTexts);
        RuleFor(f => f.Pattern).MaximumLength(FieldLimits.Pattern).Must((f, pattern) => pattern is null || f.Type == FieldType.Text).WithPhrase(OfTexts)
            .Must(pattern => pattern is null || FieldCheck.IsPattern(pattern)).WithPhrase(NoPattern);
        RuleFor(f => f.Options).Must((f, options) => options.Count > 0 == f.Type is FieldType.Choice or FieldType.Choices).WithPhrase(OfLists);
        RuleFor(f => f.Options.Count).LessThanOrEqualTo(FieldLimits.Options).OverridePropertyName("Options");
        RuleFor(f => f.Options).Must(options => options.DistinctBy(o => o.Key).Count() == options.Count).WithPhrase(Once);
        RuleForEach(f => f.Options).ChildRules(option =>
        {
            option.RuleFor(o => o.Key).Must(FieldLimits.IsKey).WithPhrase(NoKey);
            option.RuleFor(o => o.Names).NotNull().ChildRules(HaveNames);
        });
    }

    private static void HaveNames(InlineValidator<Phrase> names)
    {
        names.RuleFor(n => n.English).NotEmpty().MaximumLength(CustomerLimits.Text);
        names.RuleFor(n => n.Chinese).NotEmpty().MaximumLength(CustomerLimits.Text);
    }
}
