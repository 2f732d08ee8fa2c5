namespace Crm.SalesOrders.Domain.Prices;

/// <summary>Whether a planned price list or promotion may be sold by at the moment.</summary>
internal sealed class PriceSuspension
{
    private PriceSuspension()
    {
    }

    public PriceSuspension(PublicationKind kind, string code) => (Kind, Code) = (kind, code);

    public PublicationKind Kind { get; private set; }

    /// <summary>Of the list or promotion.</summary>
    public string Code { get; private set; } = "";

    public bool IsSuspended { get; private set; }

    /// <summary>When it was ended before its time; null: it was not.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The source's position; older news is ignored.</summary>
    public int Position { get; private set; }

    /// <summary>Nobody new gets it.</summary>
    public bool IsOff => IsSuspended || EndedAt is not null;

    /// <returns>False: it is older than what is known.</returns>
    public bool Suspend(bool isSuspended, int position)
    {
        if (position <= Position) return false;
        (IsSuspended, Position) = (isSuspended, position);
        return true;
    }

    /// <inheritdoc cref="Suspend"/>
    public bool End(DateTimeOffset at, int position)
    {
        if (position <= Position) return false;
        (EndedAt, Position) = (at, position);
        return true;
    }
}
