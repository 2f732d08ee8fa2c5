using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Channels;

internal readonly record struct ChannelId(Guid Value) : ITypedId;

/// <summary>A way on which orders come, and what follows from it. Orders, rules and price lists name it by its code, which never changes.</summary>
internal sealed class Channel : AggregateRoot
{
    private Channel()
    {
    }

    public ChannelId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Code { get; private set; } = "";

    public ChannelKind Kind { get; private set; }

    /// <summary>In English.</summary>
    public string Name { get; private set; } = "";

    public string NameChinese { get; private set; } = "";

    /// <summary>Takes new orders.</summary>
    public bool IsActive { get; private set; }

    /// <summary>By which price lists and promotions know customers who have no group of their own.</summary>
    public string? PriceGroup { get; private set; }

    /// <summary>How its orders are numbered, such as <c>WEB-{year}-{n}</c>; null: like those of every other channel without a pattern.</summary>
    public string? NumberPattern { get; private set; }

    /// <summary>Where an order does not say otherwise; null: as the company has it.</summary>
    public PaymentPolicy? PaymentPolicy { get; private set; }

    /// <summary>Codes of the warehouses that may serve it, the preferred one first; empty: every one that serves its kind.</summary>
    public IReadOnlyList<string> Warehouses { get; private set; } = [];

    public ChannelFacts Facts => new(Kind, new Phrase(Name, NameChinese), IsActive, PriceGroup, NumberPattern, PaymentPolicy, Warehouses);

    public static Channel Open(string code, ChannelFacts facts)
    {
        var channel = new Channel { Id = new ChannelId(Guid.CreateVersion7()), Code = code };
        channel.Take(facts);
        channel.Raise(new ChannelWasOpened());
        return channel;
    }

    /// <summary>From now on; orders keep what they were given.</summary>
    public void Change(ChannelFacts facts)
    {
        Take(facts);
        Raise(new ChannelWasChanged());
    }

    private void Take(ChannelFacts facts)
    {
        (Kind, Name, NameChinese, IsActive) = (facts.Kind, facts.Names.English, facts.Names.Chinese, facts.IsActive);
        (PriceGroup, NumberPattern, PaymentPolicy, Warehouses) = (facts.PriceGroup, facts.NumberPattern, facts.PaymentPolicy, facts.Warehouses);
    }
}

/// <summary>What may be said of a channel, apart from its code.</summary>
internal sealed record ChannelFacts(
    ChannelKind Kind, Phrase Names, bool IsActive, string? PriceGroup, string? NumberPattern, PaymentPolicy? PaymentPolicy, IReadOnlyList<string> Warehouses);

internal enum ChannelKind
{
    [Label("Shop", "门店")]
    Shop,
    [Label("Web", "网站")]
    Web,
    [Label("Phone", "电话")]
    Phone,
    [Label("Social", "社交媒体")]
    Social,
    [Label("Marketplace", "电商平台")]
    Marketplace,
    [Label("Partner", "合作伙伴")]
    Partner,
}

/// <summary>The channels that are there before anybody opens one: one of each kind, named like it.</summary>
internal static class FirstChannels
{
    public const string Shop = "shop";
    public const string Web = "web";
    public const string Phone = "phone";
    public const string Social = "social";
    public const string Marketplace = "marketplace";
    public const string Partner = "partner";

    public static readonly IReadOnlyList<(string Code, ChannelKind Kind)> All =
    [
        (Shop, ChannelKind.Shop), (Web, ChannelKind.Web), (Phone, ChannelKind.Phone),
        (Social, ChannelKind.Social), (Marketplace, ChannelKind.Marketplace), (Partner, ChannelKind.Partner),
    ];
}

internal sealed record ChannelWasOpened : DomainEvent;

internal sealed record ChannelWasChanged : DomainEvent;
