using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.PriceLists;
using Crm.Planning.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.PriceLists;

/// <summary>A price list as callers write it.</summary>
internal record PriceListInput
{
    /// <summary>Its name in addresses and masks.</summary>
    public const string Resource = "plannedPriceLists";

    /// <summary>As orders name it; does not change any more once something was published.</summary>
    public required string Code { get; init; }

    public required PriceListName Name { get; init; }

    /// <summary>Left out: the caller for a new list, else unchanged.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Left out: the caller's unit for a new list, else unchanged.</summary>
    public Guid? UnitId { get; init; }

    public required PriceListContent Content { get; init; }

    /// <summary>The list as the body that would write it.</summary>
    public static PriceListInput Of(PlannedPriceList list) => new()
    {
        Code = list.Code,
        Name = new PriceListName(list.English, list.Chinese),
        OwnerId = list.OwnerId,
        UnitId = list.UnitId,
        Content = PriceListContent.Read(list.Draft),
    };

    public PriceListLabel Label(Guid? owner, Guid? unit) => new(Code, Name.English, Name.Chinese, OwnerId ?? owner, UnitId ?? unit);
}

internal sealed record PriceListName(string English, string Chinese);

/// <param name="Id">The list.</param>
/// <param name="Code">As orders name it.</param>
/// <param name="State">Its state now.</param>
/// <param name="Next">How far the next version is.</param>
/// <param name="Number">Number of the last published version; 0 while there is none.</param>
/// <param name="Version">Send it as If-Match with the next change.</param>
internal sealed record PriceListReply(Guid Id, string Code, PriceListState State, NextVersion Next, int Number, int Version)
{
    public static PriceListReply Of(PlannedPriceList list) => new(list.Id.Value, list.Code, list.State, list.Next, list.Number, list.Version);
}

internal sealed class PriceListInputValidator<TInput> : AbstractValidator<TInput>
    where TInput : PriceListInput
{
    private static readonly Phrase WrongCode = new("Use letters, digits, '.', '_' and '-', at most 60.", "请使用字母、数字、'.'、'_' 和 '-'，最多 60 个字符。");

    public PriceListInputValidator()
    {
        RuleFor(l => l.Code).Matches($"^[A-Za-z0-9._-]{{1,{PricesMapping.LongestCode}}}$").WithPhrase(WrongCode);
        RuleFor(l => l.Name.English).NotEmpty().MaximumLength(200);
        RuleFor(l => l.Name.Chinese).NotEmpty().MaximumLength(200);
    }
}

internal static class PriceListCodes
{
    /// <summary>Refuses a code that another list has, one the caller may not see included.</summary>
    public static async Task RequireFreeCode(this PlanningDbContext db, string code, PlannedPriceListId? own, CancellationToken ct)
    {
        // Two who make the same code at the same moment see each other.
        await db.LockPriceLists(ct);
        var isTaken = await db.Set<PlannedPriceList>().IgnoreQueryFilters([BuildingBlocks.Hosting.Persistence.ModuleDbContext.ScopeFilter])
            .AnyAsync(l => l.Code == code && (own == null || l.Id != own), ct);
        if (isTaken) throw PriceListRules.CodeTaken.Broken(code);
    }

    /// <summary>Whoever makes, restores or publishes a list waits for the others who do.</summary>
    public static Task LockPriceLists(this PlanningDbContext db, CancellationToken ct) =>
        db.Dialect.Locked<PublishingTurn, string>(db, nameof(PublishingTurn.Name), [PublishingTurn.OfPriceLists]).SingleAsync(ct);
}
