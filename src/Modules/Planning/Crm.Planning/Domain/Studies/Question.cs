using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.Studies;

/// <summary>How a question can be answered.</summary>
internal enum QuestionKind
{
    [Label("One of several", "单选")]
    Single,
    [Label("Some of several", "多选")]
    Multiple,

    /// <summary>A whole number from the least to the most.</summary>
    [Label("Scale", "量表")]
    Scale,
    [Label("Number", "数值")]
    Number,
    [Label("Text", "文本")]
    Text,
    [Label("Date", "日期")]
    Date,
    [Label("Yes or no", "是或否")]
    YesNo,
}

/// <param name="Key">Unique within the question.</param>
/// <param name="Text">As it is read out.</param>
internal sealed record QuestionOption(string Key, Phrase Text);

/// <summary>A question of a study.</summary>
/// <param name="Key">Unique within the study.</param>
/// <param name="Kind">How it can be answered.</param>
/// <param name="Text">As it is read out.</param>
/// <param name="Options">To choose from, of a single or multiple choice, and only there.</param>
/// <param name="Least">Of a scale it is needed; of a number the least that is taken.</param>
/// <param name="Most">Of a scale it is needed; of a number the most that is taken.</param>
/// <param name="IsRequired">A response without an answer to it is refused.</param>
internal sealed record Question(
    string Key, QuestionKind Kind, Phrase Text, IReadOnlyList<QuestionOption>? Options = null, decimal? Least = null, decimal? Most = null, bool IsRequired = false)
{
    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>Digits after the point of a number.</summary>
    public const int Decimals = 8;

    /// <summary>Numbers lie between this and its negative.</summary>
    public const decimal GreatestNumber = 1_000_000_000m;

    private static readonly Phrase OneOption = new("One of its options is expected.", "应为其中一个选项。");
    private static readonly Phrase SomeOptions = new("Some of its options are expected, each once.", "应为若干选项，且不得重复。");
    private static readonly Phrase WholeInRange = new("A whole number within its scale is expected.", "应为量表范围内的整数。");
    private static readonly Phrase NumberInRange = new("A number within its range is expected, of at most eight decimals.", "应为范围内的数值，最多八位小数。");
    private static readonly Phrase Words = new("A text is expected.", "应为文本。");
    private static readonly Phrase Day = new("A date is expected.", "应为日期。");
    private static readonly Phrase YesOrNo = new("yes or no is expected.", "应为 yes 或 no。");

    /// <summary>Whether its answers are counted by what was chosen, so that they can be crossed with others.</summary>
    public bool IsOneOfFew => Kind is QuestionKind.Single or QuestionKind.Scale or QuestionKind.YesNo;

    public bool IsNumeric => Kind is QuestionKind.Scale or QuestionKind.Number;

    /// <summary>From 0 to 10, as asked for recommendations.</summary>
    public bool IsRecommendation => Kind == QuestionKind.Scale && Least == 0 && Most == 10;

    /// <summary>What is wrong with an answer to it; null where it fits.</summary>
    public Phrase? Fault(AnswerGiven answer) => Kind switch
    {
        QuestionKind.Single => answer.IsOptionsAlone && answer.Options is [var one] && HasOption(one) ? null : OneOption,
        QuestionKind.Multiple => answer.IsOptionsAlone && answer.Options is { Count: > 0 } some && some.All(HasOption) && some.Distinct().Count() == some.Count ? null : SomeOptions,
        QuestionKind.YesNo => answer.IsOptionsAlone && answer.Options is [Yes or No] ? null : YesOrNo,
        QuestionKind.Scale => answer.IsNumberAlone && IsWithin(answer.Number) && decimal.Truncate(answer.Number!.Value) == answer.Number ? null : WholeInRange,
        QuestionKind.Number => answer.IsNumberAlone && IsWithin(answer.Number) && Math.Round(answer.Number!.Value, Decimals) == answer.Number ? null : NumberInRange,
        QuestionKind.Date => answer.IsDateAlone ? null : Day,
        _ => answer.IsTextAlone && answer.Text!.Trim().Length > 0 ? null : Words,
    };

    /// <summary>Whether it asks the same in the same way.</summary>
    public bool Is(Question other) =>
        this with { Options = null } == other with { Options = null } && (Options ?? []).SequenceEqual(other.Options ?? []);

    private bool HasOption(string key) => Options?.Any(o => o.Key == key) == true;

    private bool IsWithin(decimal? number) => number >= (Least ?? -GreatestNumber) && number <= (Most ?? GreatestNumber);
}

/// <summary>What somebody answered to one question: one of the four, by the kind of the question.</summary>
internal sealed record AnswerGiven(string Question, IReadOnlyList<string>? Options = null, decimal? Number = null, DateOnly? Date = null, string? Text = null)
{
    public bool IsOptionsAlone => Options is not null && Number is null && Date is null && Text is null;

    public bool IsNumberAlone => Number is not null && Options is null && Date is null && Text is null;

    public bool IsDateAlone => Date is not null && Options is null && Number is null && Text is null;

    public bool IsTextAlone => Text is not null && Options is null && Number is null && Date is null;
}
