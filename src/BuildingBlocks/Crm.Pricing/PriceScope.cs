using System.Collections.Frozen;

namespace Crm.Pricing;

/// <summary>For whom, where and when a price list or a promotion holds. What is left empty holds for everybody.</summary>
public sealed record PriceScope
{
    public static readonly PriceScope Everywhere = new();

    private readonly FrozenSet<string> _channels = [];
    private readonly FrozenSet<string> _customerGroups = [];

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

    /// <summary>How narrowly it is meant, 0 to 3: a customer group counts two, a channel one.</summary>
    internal int Narrowness => (_customerGroups.Count > 0 ? 2 : 0) + (_channels.Count > 0 ? 1 : 0);

    /// <param name="request">What is to be priced.</param>
    /// <param name="replacedOn">First day of a newer version of the same list or promotion; null: there is none.</param>
    internal bool Covers(PriceRequest request, DateOnly? replacedOn) => !(From > request.On) && !(To < request.On) && !(replacedOn <= request.On)
        && (_channels.Count == 0 || (request.Channel is { } channel && _channels.Contains(channel)))
        && (_customerGroups.Count == 0 || (request.CustomerGroup is { } group && _customerGroups.Contains(group)));
}
