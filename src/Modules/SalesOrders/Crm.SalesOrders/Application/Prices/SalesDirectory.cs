using System.Collections.Frozen;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Domain.Warehousing;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>What every order is held against and that seldom changes: channels, warehouses, categories and territories. In memory with the price book.</summary>
internal sealed class SalesDirectory
{
    /// <summary>As a new database has it.</summary>
    public static readonly SalesDirectory First = new(
        CategoryTree.Empty,
        FirstChannels.All.Select(c => new ChannelTerms(c.Code, c.Kind, IsActive: true, PriceGroup: null, NumberPattern.Usual, Policy: null, [])),
        [new Server(Domain.Warehouses.Default, Warehouse.MaskOf(Enum.GetValues<ChannelKind>()), IsActive: true)],
        new Dictionary<Guid, IReadOnlyList<Guid>>());

    private readonly FrozenDictionary<string, ChannelTerms> _channels;
    private readonly FrozenDictionary<string, Server> _servers;
    private readonly List<Server> _inUse;
    private readonly IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> _aboveTerritory;

    public SalesDirectory(
        CategoryTree categories, IEnumerable<ChannelTerms> channels, IEnumerable<Server> servers, IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> aboveTerritory)
    {
        _aboveTerritory = aboveTerritory;
        Categories = categories;
        _channels = channels.ToFrozenDictionary(c => c.Code, StringComparer.Ordinal);
        _servers = servers.ToFrozenDictionary(s => s.Warehouse, StringComparer.Ordinal);
        _inUse = [.. _servers.Values.Where(s => s.IsActive).OrderBy(s => s.Warehouse != Domain.Warehouses.Default).ThenBy(s => s.Warehouse, StringComparer.Ordinal)];
    }

    public CategoryTree Categories { get; }

    /// <summary>A territory and those above it, itself first; none for a customer of none.</summary>
    public IReadOnlyList<Guid> TerritoriesFrom(Guid? territory) => territory is { } id ? [id, .. _aboveTerritory.GetValueOrDefault(id) ?? []] : [];

    public bool Knows(string channel) => _channels.ContainsKey(channel);

    /// <param name="code">Of the channel.</param>
    /// <param name="isNew">Something is sold on it now, instead of changing what was sold.</param>
    public ChannelTerms Channel(string code, bool isNew)
    {
        var channel = _channels.GetValueOrDefault(code) ?? throw ChannelRules.Unknown.Broken(code);
        return channel.IsActive || !isNew ? channel : throw ChannelRules.Closed.Broken(code);
    }

    /// <summary>The warehouse that serves an order of the channel that names none: the first of the channel's own, else the default, else the first by code.</summary>
    public string ServerOf(ChannelTerms channel) => FindServerOf(channel) ?? throw StockRules.ChannelUnserved.Broken(channel.Code);

    /// <summary>As <see cref="ServerOf"/>; null where nobody serves it.</summary>
    public string? FindServerOf(ChannelTerms channel)
    {
        var own = channel.Warehouses.Select(code => _servers.GetValueOrDefault(code)).FirstOrDefault(s => s is { IsActive: true });
        var server = channel.Warehouses.Count > 0 ? own : _inUse.Find(s => s.Serves(channel.Kind));
        return server?.Warehouse;
    }

    /// <summary>Refuses a warehouse that is not in use, or does not serve the channel.</summary>
    public void RequireServes(string warehouse, ChannelTerms channel)
    {
        if (_servers.GetValueOrDefault(warehouse) is not { IsActive: true } server) throw StockRules.WarehouseUnknown.Broken(warehouse);
        var serves = channel.Warehouses.Count > 0 ? channel.Warehouses.Contains(warehouse) : server.Serves(channel.Kind);
        if (!serves) throw StockRules.WarehouseServesOthers.Broken(warehouse, channel.Code);
    }
}

/// <summary>What a channel means for its orders.</summary>
/// <param name="Code">Of the channel.</param>
/// <param name="Kind">By which warehouses know it.</param>
/// <param name="IsActive">Takes new orders.</param>
/// <param name="PriceGroup">Of customers who have none.</param>
/// <param name="Numbers">Of its orders.</param>
/// <param name="Policy">Where an order does not say otherwise.</param>
/// <param name="Warehouses">That may serve it, the preferred one first; empty: all that serve its kind.</param>
internal sealed record ChannelTerms(
    string Code, ChannelKind Kind, bool IsActive, string? PriceGroup, NumberPattern Numbers, Domain.PaymentPolicy? Policy, IReadOnlyList<string> Warehouses);

/// <param name="Warehouse">Its code.</param>
/// <param name="Mask">Kinds of channels that it serves.</param>
/// <param name="IsActive">In use.</param>
internal sealed record Server(string Warehouse, int Mask, bool IsActive)
{
    public bool Serves(ChannelKind kind) => (Mask & Domain.Warehousing.Warehouse.MaskOf(kind)) != 0;
}
