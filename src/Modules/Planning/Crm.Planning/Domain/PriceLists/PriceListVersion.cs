namespace Crm.Planning.Domain.PriceLists;

/// <summary>For whom and when a version holds, as far as lists are compared by it.</summary>
/// <param name="ScopeKey">The same for all lists of one currency for the same channels, groups, territories and customers.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Priority">The higher one is asked first.</param>
/// <param name="From">First business date; null: since ever.</param>
/// <param name="To">Last business date, inclusive; null: without end.</param>
/// <param name="Items">How many prices it has.</param>
internal sealed record VersionTerms(string ScopeKey, string Currency, int Priority, DateOnly? From, DateOnly? To, int Items);

/// <summary>A published version. Never changes. What it says is its <see cref="PublishedListText"/>, so that the list is loaded without it.</summary>
internal sealed class PriceListVersion
{
    private PriceListVersion()
    {
    }

    internal PriceListVersion(int number, VersionTerms terms, DateTimeOffset now)
    {
        (Number, PublishedAt) = (number, now);
        (ScopeKey, Currency, Priority, ValidFrom, ValidTo, ItemCount) = terms;
    }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public string ScopeKey { get; private set; } = "";

    public string Currency { get; private set; } = "";

    public int Priority { get; private set; }

    public DateOnly? ValidFrom { get; private set; }

    public DateOnly? ValidTo { get; private set; }

    public int ItemCount { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }

    public DateTimeOffset ApprovedAt { get; private set; }

    public Guid? ApprovedById { get; private set; }

    /// <summary>Version of the list with which the others were told of the first part.</summary>
    public int Position { get; private set; }

    internal void WasApproved(Guid? by, DateTimeOffset at) => (ApprovedById, ApprovedAt) = (by, at);

    internal void WasTold(int position) => Position = position;
}
