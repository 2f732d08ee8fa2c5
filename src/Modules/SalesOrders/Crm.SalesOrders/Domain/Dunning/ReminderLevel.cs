using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Dunning;

internal readonly record struct ReminderLevelId(Guid Value) : ITypedId;

/// <summary>When a customer is reminded of an invoice, how often before, and in which words.</summary>
internal sealed class ReminderLevel : AggregateRoot
{
    private ReminderLevel()
    {
    }

    public ReminderLevelId Id { get; private set; }

    public override Guid Key => Id.Value;

    /// <summary>From 1; unique. A higher one is sent later and says more.</summary>
    public int Level { get; private set; }

    public ReminderFacts Facts => new(DaysAfterDue, new Phrase(SubjectEnglish, SubjectChinese), new Phrase(TextEnglish, TextChinese), Fee, FeeCurrency, IsActive);

    /// <summary>Whole days that must have passed since the day the invoice was due; at least one.</summary>
    public int DaysAfterDue { get; private set; }

    public string SubjectEnglish { get; private set; } = "";

    public string SubjectChinese { get; private set; } = "";

    public string TextEnglish { get; private set; } = "";

    public string TextChinese { get; private set; } = "";

    /// <summary>What the customer owes for it beside the invoice, of invoices in its currency only; charged as a document of its own once the mail is taken.</summary>
    public decimal? Fee { get; private set; }

    public string? FeeCurrency { get; private set; }

    public bool IsActive { get; private set; }

    public static ReminderLevel Define(int level, ReminderFacts facts)
    {
        var defined = new ReminderLevel { Id = new ReminderLevelId(Guid.CreateVersion7()), Level = level };
        defined.Take(facts);
        defined.Raise(new ReminderLevelWasDefined());
        return defined;
    }

    public void Change(ReminderFacts facts)
    {
        if (facts == Facts) return;
        Take(facts);
        Raise(new ReminderLevelWasDefined());
    }

    public decimal? FeeIn(string currency) => FeeCurrency == currency ? Fee : null;

    private void Take(ReminderFacts facts)
    {
        (DaysAfterDue, Fee, FeeCurrency, IsActive) = (facts.DaysAfterDue, facts.Fee, facts.FeeCurrency, facts.IsActive);
        (SubjectEnglish, SubjectChinese, TextEnglish, TextChinese) = (facts.Subject.English, facts.Subject.Chinese, facts.Text.English, facts.Text.Chinese);
    }
}

/// <summary>What may be said of a level.</summary>
internal sealed record ReminderFacts(int DaysAfterDue, Phrase Subject, Phrase Text, decimal? Fee, string? FeeCurrency, bool IsActive);

internal sealed record ReminderLevelWasDefined : DomainEvent;
