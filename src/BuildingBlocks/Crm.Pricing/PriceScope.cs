using System.Collections.Frozen;

namespace Crm.Pricing;

/// <summary>For whom, where and when a price list or a promotion holds. What is left empty holds for everybody.</summary>
public sealed record PriceScope
{
    public static readonly PriceScope Everywhere = new();

    private readonly FrozenSet<string> _channels = [];
    private readonly FrozenSet<string> _customerGroups = [];
    private readonly FrozenSet<string> _territories = [];
    private readonly FrozenSet<Guid> _customers = [];

    /// <summary>First business date; null: since ever.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last business date, inclusive; null: without end.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Names of channels as in the API, such as <c>web</c>.</summary>
    public IReadOnlyList<string> Channels
    {
        get;
        init => _channels = (field = value).ToFrozenSet(StringComparer.Ordinal);
    } = [];

    /// <summary>Codes of customer groups.</summary>
    public IReadOnlyList<string> CustomerGroups
    {
        get;
        init => _customerGroups = (field = value).ToFrozenSet(StringComparer.Ordinal);
    } = [];

    /// <summary>Ids of territories; each means those below it as well.</summary>
    public IReadOnlyList<string> Territories
    {
        get;
        init => _territories = (field = value).ToFrozenSet(StringComparer.Ordinal);
    } = [];

    /// <summary>Ids of customers.</summary>
    public IReadOnlyList<string> Customers
    {
        get;
        init => _customers = Ids.Of(field = value);
    } = [];

    /// <summary>How narrowly it is meant, 0 to 15: customers count eight, a customer group four, a territory two, a channel one.</summary>
    internal int Narrowness => (Customers.Count > 0 ? 8 : 0) + (_customerGroups.Count > 0 ? 4 : 0) + (_territories.Count > 0 ? 2 : 0) + (_channels.Count > 0 ? 1 : 0);

    /// <summary>Whether it is for whom and where the request is; the day is another question.</summary>
    internal bool Covers(PriceRequest request) => (_channels.Count == 0 || (request.Channel is { } channel && _channels.Contains(channel)))
        && (_customerGroups.Count == 0 || (request.CustomerGroup is { } group && _customerGroups.Contains(group)))
        && (_territories.Count == 0 || request.Territories.Any(_territories.Contains))
        && (Customers.Count == 0 || (request.CustomerId is { } customer && _customers.Contains(customer)));
}
