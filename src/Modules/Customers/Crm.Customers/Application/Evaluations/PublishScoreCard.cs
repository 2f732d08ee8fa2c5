using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Evaluations;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Evaluations;

/// <summary>Publishes a score card, or the next version of one; evaluations keep the version they were made by.</summary>
internal sealed record PublishScoreCard : ICommand<ScoreCardPublished>
{
    [JsonIgnore]
    public string Code { get; init; } = "";

    public required Phrase Name { get; init; }

    /// <summary>Their weights sum to 100.</summary>
    public required IReadOnlyList<Criterion> Criteria { get; init; }

    /// <summary>Points of a criterion go from 0 to this.</summary>
    public int Scale { get; init; } = 10;

    /// <summary>One of them begins at 0.</summary>
    public required IReadOnlyList<GradeBound> Grades { get; init; }

    /// <summary>Days for which an evaluation holds, the day itself included.</summary>
    public int ValidDays { get; init; } = 365;
}

internal sealed record ScoreCardPublished(Guid Id, string Code, int Number);

internal sealed class PublishScoreCardValidator : AbstractValidator<PublishScoreCard>
{
    private const int MostParts = 50;
    private const int LongestGrade = 20;

    private static readonly Phrase Hundred = new("The weights sum to 100; these sum to {0}.", "权重之和应为 100，目前为 {0}。");
    private static readonly Phrase Twice = new("Every criterion and every grade stands there once, and bounds differ.", "每项标准和每个等级只能出现一次，且界限须各不相同。");
    private static readonly Phrase FromNothing = new("One of the grades begins at 0, so that every score has one.", "须有一个等级从 0 分开始，使每个得分都有等级。");

    public PublishScoreCardValidator()
    {
        RuleFor(c => c.Code).IsPlainCode();
        RuleFor(c => c.Name).AreNames();
        RuleFor(c => c.Scale).InclusiveBetween(1, 1000);
        RuleFor(c => c.ValidDays).InclusiveBetween(1, 3660);
        RuleFor(c => c.Criteria).NotEmpty().Must(all => all is null || all.Count <= MostParts && all.OfType<Criterion>().DistinctBy(c => c.Code).Count() == all.Count).WithPhrase(Twice);
        RuleFor(c => c.Criteria).Must(all => all is null || all.Count == 0 || SumOf(all) == 100m)
            .WithMessage((_, all) => (System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? Hundred.Chinese : Hundred.English).Replace("{0}", SumOf(all).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        RuleForEach(c => c.Criteria).NotNull().ChildRules(one =>
        {
            one.RuleFor(x => x.Code).IsPlainCode();
            one.RuleFor(x => x.Name).AreNames();
            one.RuleFor(x => x.Weight).GreaterThan(0m).LessThanOrEqualTo(100m).PrecisionScale(7, 4, ignoreTrailingZeros: true);
        });
        RuleFor(c => c.Grades).NotEmpty().Must(all => all is null || all.Count <= MostParts && all.OfType<GradeBound>().DistinctBy(g => g.Grade).Count() == all.Count
            && all.OfType<GradeBound>().DistinctBy(g => g.FromScore).Count() == all.Count).WithPhrase(Twice);
        RuleFor(c => c.Grades).Must(all => all is null || all.Count == 0 || all.OfType<GradeBound>().Any(g => g.FromScore == 0m)).WithPhrase(FromNothing);
        RuleForEach(c => c.Grades).NotNull().ChildRules(one =>
        {
            one.RuleFor(x => x.Grade).NotEmpty().MaximumLength(LongestGrade);
            one.RuleFor(x => x.FromScore).InclusiveBetween(0m, 100m);
        });
    }

    private static decimal SumOf(IReadOnlyList<Criterion>? criteria) => criteria?.OfType<Criterion>().Sum(c => c.Weight) ?? 0m;
}

internal sealed class PublishScoreCardHandler(CustomersDbContext db, TimeProvider time) : ICommandHandler<PublishScoreCard, ScoreCardPublished>
{
    public async Task<ScoreCardPublished> Handle(PublishScoreCard command, CancellationToken ct)
    {
        // Two at once: the second one's save fails on code and number, and is done again.
        var last = await db.Set<ScoreCard>().Where(c => c.Code == command.Code).MaxAsync(c => (int?)c.Number, ct) ?? 0;
        var card = ScoreCard.Publish(command.Code, last + 1, command.Name, command.Criteria, command.Scale, command.Grades, command.ValidDays, time.GetUtcNow());
        db.Set<ScoreCard>().Add(card);
        return new ScoreCardPublished(card.Key, card.Code, card.Number);
    }
}
