using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Channels;

/// <summary>What a caller says about a channel.</summary>
internal abstract record ChannelContent
{
    /// <summary>Its name in addresses and masks.</summary>
    public const string Resource = "channels";

    /// <summary>Which warehouses serve it, where it names none.</summary>
    public required ChannelKind Kind { get; init; }

    /// <summary>As it is shown to people.</summary>
    public required Phrase Names { get; init; }

    /// <summary>Whether it takes new orders.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>By which price lists and promotions know its customers who have no group of their own.</summary>
    public string? PriceGroup { get; init; }

    /// <summary>How its orders are numbered, such as <c>WEB-{year}-{n}</c> or <c>AMZ-{n:8}</c>; left out, like all others.</summary>
    public string? NumberPattern { get; init; }

    /// <summary>Where an order does not say otherwise; left out, as the company has it.</summary>
    public PaymentPolicy? PaymentPolicy { get; init; }

    /// <summary>Codes of the warehouses that may serve it, the preferred one first; left out, every one that serves its kind.</summary>
    public IReadOnlyList<string> Warehouses { get; init; } = [];

    public ChannelFacts ToFacts() => new(Kind, Names, IsActive, PriceGroup, NumberPattern, PaymentPolicy, Warehouses);
}

/// <summary>Opens a channel.</summary>
internal sealed record OpenChannel : ChannelContent, ICommand<ChannelSaved>
{
    /// <summary>Orders and price lists name it by this. Never changes.</summary>
    public required string Code { get; init; }
}

/// <summary>Replaces what is said of a channel. Orders keep what they were given.</summary>
internal sealed record ChangeChannel : ChannelContent, ICommand<ChannelSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The channel as the command that would write it.</summary>
    public static ChangeChannel Of(Channel c) => new()
    {
        Id = c.Key,
        Kind = c.Kind,
        Names = c.Facts.Names,
        IsActive = c.IsActive,
        PriceGroup = c.PriceGroup,
        NumberPattern = c.NumberPattern,
        PaymentPolicy = c.PaymentPolicy,
        Warehouses = c.Warehouses,
    };
}

/// <summary>What came of a command on a channel.</summary>
internal sealed record ChannelSaved(Guid Id, string Code, int Version)
{
    public static ChannelSaved Of(Channel channel) => new(channel.Key, channel.Code, channel.Version);
}

internal abstract class ChannelContentValidator<TContent> : AbstractValidator<TContent>
    where TContent : ChannelContent
{
    private const int MostWarehouses = 50;

    private static readonly Phrase Pattern = new(
        "Letters, digits, '.', '_', '-', '/' and {year}, at most 24 characters that do not end in a digit, and then {n} or {n:8}.",
        "由字母、数字、'.'、'_'、'-'、'/' 和 {year} 组成（最多 24 个字符且不以数字结尾），最后为 {n} 或 {n:8}。");

    protected ChannelContentValidator()
    {
        RuleFor(c => c.Kind).IsInEnum();
        RuleFor(c => c.Names).AreNames();
        RuleFor(c => c.PriceGroup!).IsPublicationCode();
        RuleFor(c => c.NumberPattern).Must(p => p is null || NumberPattern.IsValid(p)).WithPhrase(Pattern);
        RuleFor(c => c.PaymentPolicy).IsInEnum();
        RuleFor(c => c.Warehouses).Must(w => w.Count <= MostWarehouses).WithPhrase(PublicationPhrases.TooMany);
        RuleFor(c => c.Warehouses).Must(w => w.Distinct().Count() == w.Count).WithPhrase(InputPhrases.Once);
        RuleForEach(c => c.Warehouses).IsWarehouseCode();
    }
}

internal sealed class OpenChannelValidator : ChannelContentValidator<OpenChannel>
{
    public OpenChannelValidator() => RuleFor(c => c.Code).IsPublicationCode();
}

internal sealed class ChangeChannelValidator : ChannelContentValidator<ChangeChannel>
{
    public ChangeChannelValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class OpenChannelHandler(SalesOrdersDbContext db) : ICommandHandler<OpenChannel, ChannelSaved>
{
    public async Task<ChannelSaved> Handle(OpenChannel command, CancellationToken ct)
    {
        (await PriceStamp.Lock(db, ct)).Raise(db);
        if (await db.Channels.AnyAsync(c => c.Code == command.Code, ct)) throw ChannelRules.CodeTaken.Broken(command.Code);
        await db.RequireWarehouses(command.Warehouses, ct);
        var channel = Channel.Open(command.Code, command.ToFacts());
        db.Channels.Add(channel);
        return ChannelSaved.Of(channel);
    }
}

internal sealed class ChangeChannelHandler(SalesOrdersDbContext db) : ICommandHandler<ChangeChannel, ChannelSaved>
{
    public async Task<ChannelSaved> Handle(ChangeChannel command, CancellationToken ct)
    {
        (await PriceStamp.Lock(db, ct)).Raise(db);
        var channel = await db.ForChange<Channel, ChannelId>(new ChannelId(command.Id), ct);
        await db.RequireWarehouses(command.Warehouses, ct);
        channel.Change(command.ToFacts());
        return ChannelSaved.Of(channel);
    }
}

internal static class ChannelAccess
{
    public static async Task RequireWarehouses(this SalesOrdersDbContext db, IReadOnlyList<string> codes, CancellationToken ct)
    {
        if (codes.Count == 0) return;
        var known = await db.Warehouses.Where(w => w.IsActive && EF.Parameter(codes).Contains(w.Code)).Select(w => w.Code).ToListAsync(ct);
        if (codes.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown) throw StockRules.WarehouseUnknown.Broken(unknown);
    }

    /// <summary>Refuses a channel that is not there; one that takes no new orders may still be named.</summary>
    public static async Task RequireChannel(this SalesOrdersDbContext db, string code, CancellationToken ct)
    {
        if (!await db.Channels.AnyAsync(c => c.Code == code, ct)) throw ChannelRules.Unknown.Broken(code);
    }
}
