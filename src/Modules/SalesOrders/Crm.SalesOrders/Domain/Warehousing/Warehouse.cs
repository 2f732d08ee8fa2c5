using Crm.BuildingBlocks;
using Crm.SalesOrders.Domain.Channels;

namespace Crm.SalesOrders.Domain.Warehousing;

/// <summary>A place where stock lies. Orders, levels and documents name it by its code, which never changes.</summary>
internal sealed class Warehouse : AggregateRoot
{
    private Warehouse()
    {
    }

    public WarehouseId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? Street { get; private set; }

    public string? PostalCode { get; private set; }

    public string? City { get; private set; }

    public string? Region { get; private set; }

    /// <summary>As it was given.</summary>
    public string? Country { get; private set; }

    /// <summary>One bit for each kind of channel it serves, by the number of <see cref="ChannelKind"/>.</summary>
    public int ChannelMask { get; private set; }

    public bool IsActive { get; private set; }

    public IReadOnlyList<ChannelKind> Channels => ChannelsOf(ChannelMask);

    public WarehouseFacts Facts => new(Name, Street, PostalCode, City, Region, Country, Channels, IsActive);

    public static Warehouse Open(string code, WarehouseFacts facts)
    {
        var warehouse = new Warehouse { Id = new WarehouseId(Guid.CreateVersion7()), Code = code };
        warehouse.Take(facts);
        warehouse.Raise(new WarehouseWasOpened());
        return warehouse;
    }

    /// <param name="facts">What is said of it from now on.</param>
    /// <param name="isEmpty">Nothing lies there and nothing is on its way.</param>
    public void Change(WarehouseFacts facts, bool isEmpty)
    {
        if (!facts.IsActive && Code == Warehouses.Default) throw StockRules.DefaultWarehouseStays.Broken(Code);
        if (!facts.IsActive && !isEmpty) throw StockRules.WarehouseNotEmpty.Broken(Code);
        Take(facts);
        Raise(new WarehouseWasChanged());
    }

    public static int MaskOf(IEnumerable<ChannelKind> channels) => channels.Aggregate(0, (mask, channel) => mask | MaskOf(channel));

    public static int MaskOf(ChannelKind channel) => 1 << (int)channel;

    public static IReadOnlyList<ChannelKind> ChannelsOf(int mask) => [.. Enum.GetValues<ChannelKind>().Where(channel => (mask & MaskOf(channel)) != 0)];

    private void Take(WarehouseFacts facts)
    {
        (Name, Street, PostalCode, City, Region, Country) = (facts.Name, facts.Street, facts.PostalCode, facts.City, facts.Region, facts.Country);
        (ChannelMask, IsActive) = (MaskOf(facts.Channels), facts.IsActive);
    }
}

/// <summary>What may be said of a warehouse, apart from its code.</summary>
internal sealed record WarehouseFacts(
    string Name, string? Street, string? PostalCode, string? City, string? Region, string? Country, IReadOnlyList<ChannelKind> Channels, bool IsActive);

internal sealed record WarehouseWasOpened : DomainEvent;

internal sealed record WarehouseWasChanged : DomainEvent;
