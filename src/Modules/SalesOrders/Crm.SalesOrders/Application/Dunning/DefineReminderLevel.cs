using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Dunning;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Dunning;

/// <summary>Says when customers are reminded for the first, second ... time, and in which words.</summary>
internal sealed record DefineReminderLevel : ICommand<ReminderLevelSaved>
{
    [JsonIgnore]
    public int Level { get; init; }

    /// <summary>Whole days since the day the invoice was due.</summary>
    public required int DaysAfterDue { get; init; }

    public required BothLanguages Subject { get; init; }

    /// <summary>May name {customer}, {invoice}, {order}, {issued}, {due}, {days}, {open}, {total}, {fee} and {company}.</summary>
    public required BothLanguages Text { get; init; }

    public decimal? Fee { get; init; }

    /// <summary>ISO 4217, with a fee.</summary>
    public string? FeeCurrency { get; init; }

    public bool IsActive { get; init; } = true;

    internal sealed record BothLanguages(string English, string Chinese)
    {
        public Phrase ToPhrase() => new(English, Chinese);
    }
}

internal sealed record ReminderLevelSaved(int Level, int Version);

internal sealed class DefineReminderLevelValidator : AbstractValidator<DefineReminderLevel>
{
    private const int MostLevels = 9;
    private const int LongestText = 8000;

    private static readonly Phrase UnknownName = new(
        $"A name in braces is one of {string.Join(", ", ReminderText.Names)}.", $"花括号中的名称应为以下之一：{string.Join("、", ReminderText.Names)}。");

    private static readonly Phrase FeeWithCurrency = new("Give a fee with its currency, or neither.", "费用与币种须同时填写，或都不填。");

    public DefineReminderLevelValidator()
    {
        RuleFor(c => c.Level).InclusiveBetween(1, MostLevels);
        RuleFor(c => c.DaysAfterDue).InclusiveBetween(1, 1000);
        RuleFor(c => c.Subject).NotNull().ChildRules(Texts(Columns.Name));
        RuleFor(c => c.Text).NotNull().ChildRules(Texts(LongestText));
        RuleFor(c => c.FeeCurrency).Must((c, currency) => currency is null == c.Fee is null).WithPhrase(FeeWithCurrency);
        When(c => c.FeeCurrency is not null, () => RuleFor(c => c.FeeCurrency!).IsCurrency());
        RuleFor(c => c.Fee).IsAmount(c => c.FeeCurrency ?? "");
    }

    private static Action<InlineValidator<DefineReminderLevel.BothLanguages>> Texts(int longest) => texts =>
    {
        texts.RuleFor(t => t.English).NotEmpty().MaximumLength(longest).Must(KnowsItsNames).WithPhrase(UnknownName);
        texts.RuleFor(t => t.Chinese).NotEmpty().MaximumLength(longest).Must(KnowsItsNames).WithPhrase(UnknownName);
    };

    private static bool KnowsItsNames(string? text) => text is null || ReminderText.Unknown(text) is null;
}

internal sealed class DefineReminderLevelHandler(SalesOrdersDbContext db) : ICommandHandler<DefineReminderLevel, ReminderLevelSaved>
{
    public async Task<ReminderLevelSaved> Handle(DefineReminderLevel command, CancellationToken ct)
    {
        var facts = new ReminderFacts(
            command.DaysAfterDue, command.Subject.ToPhrase(), command.Text.ToPhrase(), command.Fee, command.FeeCurrency, command.IsActive);
        var level = await db.ReminderLevels.SingleOrDefaultAsync(l => l.Level == command.Level, ct);
        if (level is null) db.ReminderLevels.Add(level = ReminderLevel.Define(command.Level, facts));
        else
        {
            db.CheckExpectedVersion(level);
            level.Change(facts);
        }

        return new ReminderLevelSaved(level.Level, level.Version);
    }
}
