using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.PriceLists;
using Crm.Planning.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.PriceLists;

/// <summary>Makes the approved draft the next version, which never changes, and tells Sales Orders.</summary>
internal sealed record PublishPriceList(Guid Id) : ICommand<PriceListReply>;

internal sealed class PublishPriceListValidator : AbstractValidator<PublishPriceList>
{
    public PublishPriceListValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class PublishPriceListHandler(PlanningDbContext db, TimeProvider time) : ICommandHandler<PublishPriceList, PriceListReply>
{
    public async Task<PriceListReply> Handle(PublishPriceList command, CancellationToken ct)
    {
        // Of two who publish lists that overlap, the second one has to see the first.
        await db.LockPriceLists(ct);
        var list = await db.ForChange<PlannedPriceList, PlannedPriceListId>(new PlannedPriceListId(command.Id), ct);
        var content = PriceListContent.Read(list.Draft);
        var terms = content.Terms();
        await RequireRoom(list, terms, ct);
        var text = PublishedText.Write(content.ToPriceList(list.Code, list.Number + 1));
        list.Publish(terms, PublishedText.Parts(text), time.GetUtcNow());
        db.Add(new PublishedListText(list.Id, list.Number, text));
        return PriceListReply.Of(list);
    }

    private async Task RequireRoom(PlannedPriceList list, VersionTerms terms, CancellationToken ct)
    {
        var others = await db.Set<PlannedPriceList>().IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(l => l.Id != list.Id && (l.State == PriceListState.Published || l.State == PriceListState.Suspended))
            .Where(l => l.Versions.Any(v => v.ScopeKey == terms.ScopeKey && v.Priority == terms.Priority))
            .Select(l => new { l.Code, Versions = l.Versions.Select(v => new { v.Number, v.ScopeKey, v.Priority, v.ValidFrom, v.ValidTo }).ToList() })
            .ToListAsync(ct);
        foreach (var other in others)
        {
            var held = other.Versions.Select(v => new HeldDays(v.Number, v.ScopeKey == terms.ScopeKey && v.Priority == terms.Priority, v.ValidFrom, v.ValidTo));
            if (HeldDays.Overlap([.. held], terms.From, terms.To)) throw PriceListRules.Overlap.Broken(other.Code);
        }
    }
}
