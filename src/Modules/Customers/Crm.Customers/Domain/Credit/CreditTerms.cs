using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Credit;

internal readonly record struct CreditTermsId(Guid Value) : ITypedId;

/// <summary>How much a customer may owe and for how long. Said here; Sales Orders hears it and holds orders against it.</summary>
internal sealed class CreditTerms : AggregateRoot
{
    /// <summary>Of a limit.</summary>
    public const decimal Largest = 1_000_000_000m;

    public const int MostPaymentDays = 365;

    private CreditTerms()
    {
    }

    public CreditTermsId Id { get; private set; }

    public override Guid Key => Id.Value;

    /// <summary>Unique.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>In <see cref="Currency"/>; null: no limit in any currency.</summary>
    public decimal? Limit { get; private set; }

    public string Currency { get; private set; } = "";

    /// <summary>Days until an invoice is due; null: as the company's setting says.</summary>
    public int? PaymentDays { get; private set; }

    /// <summary>Gets no credit at all until it is given some again.</summary>
    public bool IsBlocked { get; private set; }

    /// <summary>As if none had ever been set: no limit, the company's days, credit as everybody has it.</summary>
    public bool SayNothing => Limit is null && PaymentDays is null && !IsBlocked;

    public static CreditTerms Grant(CustomerId customer, CreditFacts facts)
    {
        var terms = new CreditTerms { Id = new CreditTermsId(Guid.CreateVersion7()), CustomerId = customer };
        terms.Take(facts);
        return terms;
    }

    public void Change(CreditFacts facts)
    {
        if (facts != new CreditFacts(Limit, Currency, PaymentDays, IsBlocked)) Take(facts);
    }

    private void Take(CreditFacts facts)
    {
        (Limit, Currency, PaymentDays, IsBlocked) = facts;
        Raise(new CreditTermsWereSet());
    }
}

internal sealed record CreditFacts(decimal? Limit, string Currency, int? PaymentDays, bool IsBlocked);

internal sealed record CreditTermsWereSet : DomainEvent;
