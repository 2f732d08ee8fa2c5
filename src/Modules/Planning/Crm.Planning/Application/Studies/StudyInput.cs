using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Domain.Studies;
using FluentValidation;

namespace Crm.Planning.Application.Studies;

/// <summary>A study as callers write it, without its code.</summary>
internal record StudyInput
{
    /// <summary>Its name in addresses and masks.</summary>
    public const string Resource = "studies";

    public required string Name { get; init; }

    /// <summary>What is to be found out.</summary>
    public string? Objective { get; init; }

    /// <summary>First day of the field work.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of it.</summary>
    public required DateOnly To { get; init; }

    /// <summary>In the order in which they are put.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>Left out: the caller for a new study, else unchanged.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Left out: the caller's unit for a new study, else unchanged.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>The study as the body that would write it.</summary>
    public static StudyInput Of(Study s) => new()
    {
        Name = s.Name,
        Objective = s.Objective,
        From = s.From,
        To = s.To,
        Questions = s.Questions,
        OwnerId = s.OwnerId,
        UnitId = s.UnitId,
    };

    public StudyTerms Terms() => new(Name, Objective, From, To);
}

/// <param name="Id">The study.</param>
/// <param name="State">Its state now.</param>
/// <param name="Version">Send it as If-Match with the next change.</param>
internal sealed record StudyReply(Guid Id, StudyState State, int Version)
{
    public static StudyReply Of(Study study) => new(study.Key, study.State, study.Version);
}

internal sealed class StudyInputValidator<TInput> : AbstractValidator<TInput>
    where TInput : StudyInput
{
    private const int MostQuestions = 200;

    private static readonly Phrase EndsBefore = new("Ends before it begins.", "结束早于开始。");
    private static readonly Phrase TooMany = new($"A study has at most {MostQuestions} questions.", $"一项调研最多 {MostQuestions} 个问题。");
    private static readonly Phrase SameKey = new("Every question has a key of its own.", "问题的键不得重复。");

    public StudyInputValidator()
    {
        RuleFor(s => s.Name).NotEmpty().MaximumLength(ResearchColumns.Name);
        RuleFor(s => s.Objective).MaximumLength(ResearchColumns.Note);
        RuleFor(s => s.From).IsResearchDay();
        RuleFor(s => s.To).IsResearchDay();
        RuleFor(s => s.To).Must((study, to) => to >= study.From).WithPhrase(EndsBefore);
        RuleFor(s => s.Questions).Must(q => q.Count <= MostQuestions).WithPhrase(TooMany);
        RuleFor(s => s.Questions).Must(all => all.Where(q => q is not null).GroupBy(q => q.Key).All(g => g.Count() == 1)).WithPhrase(SameKey);
        RuleForEach(s => s.Questions).NotNull().SetValidator(new QuestionValidator());
    }
}

internal sealed class QuestionValidator : AbstractValidator<Question>
{
    private const int MostOptions = 100;
    private const decimal WidestScale = 100;

    private static readonly Phrase OptionsOfChoice = new(
        $"A choice has 2 to {MostOptions} options, each with a key of its own; no other question has any.", $"选择题有 2 至 {MostOptions} 个选项，键不得重复；其他问题没有选项。");

    private static readonly Phrase EndsOfScale = new(
        "A scale goes from a whole number to a greater one, at most 100 steps; a number may have ends with the least below the most; no other question has any.",
        "量表的两端为整数，且起点小于终点，最多 100 级；数值题可设上下限，下限须小于上限；其他问题不得设置。");

    public QuestionValidator()
    {
        RuleFor(q => q.Key).IsResearchCode();
        RuleFor(q => q.Kind).IsInEnum();
        RuleFor(q => q.Text).NotNull().ChildRules(IsText);
        RuleFor(q => q.Options).Must((question, options) => HasOptions(question.Kind, options)).WithPhrase(OptionsOfChoice);
        RuleForEach(q => q.Options).NotNull().ChildRules(option =>
        {
            option.RuleFor(o => o.Key).IsResearchCode();
            option.RuleFor(o => o.Text).NotNull().ChildRules(IsText);
        });
        RuleFor(q => q.Most).Must((question, _) => HasEnds(question)).WithPhrase(EndsOfScale);
    }

    private static void IsText(InlineValidator<Phrase> text)
    {
        text.RuleFor(t => t.English).NotEmpty().MaximumLength(ResearchColumns.Address);
        text.RuleFor(t => t.Chinese).NotEmpty().MaximumLength(ResearchColumns.Address);
    }

    private static bool HasOptions(QuestionKind kind, IReadOnlyList<QuestionOption>? options)
    {
        if (kind is not (QuestionKind.Single or QuestionKind.Multiple)) return options is null or { Count: 0 };
        return options is { Count: >= 2 and <= MostOptions } && options.Where(o => o is not null).GroupBy(o => o.Key).All(g => g.Count() == 1);
    }

    private static bool HasEnds(Question question) => question.Kind switch
    {
        QuestionKind.Scale => question is { Least: { } least, Most: { } most } && IsWhole(least) && IsWhole(most) && most > least && most - least <= WidestScale,
        QuestionKind.Number => IsNumber(question.Least) && IsNumber(question.Most) && !(question.Least >= question.Most),
        _ => question is { Least: null, Most: null },
    };

    private static bool IsWhole(decimal number) => decimal.Truncate(number) == number && IsNumber(number);

    private static bool IsNumber(decimal? number) =>
        number is not { } given || (Math.Abs(given) <= Question.GreatestNumber && Math.Round(given, Question.Decimals) == given);
}
