using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.PriceLists;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.PriceLists;

/// <summary>Takes a list out of selling, or back, or ends it for good; the next order on any host is priced accordingly.</summary>
/// <param name="Id">Which list.</param>
/// <param name="To">What it shall be.</param>
/// <param name="Reason">Why.</param>
internal sealed record TurnPriceList(Guid Id, PriceListTurn To, string? Reason) : ICommand<PriceListReply>;

internal enum PriceListTurn
{
    Suspended,
    Resumed,
    Ended,
    Archived,
}

internal sealed class TurnPriceListValidator : AbstractValidator<TurnPriceList>
{
    public TurnPriceListValidator() => RuleFor(c => c.Reason).MaximumLength(PricesMapping.LongestReason);
}

internal sealed class TurnPriceListHandler(PlanningDbContext db, TimeProvider time) : ICommandHandler<TurnPriceList, PriceListReply>
{
    public async Task<PriceListReply> Handle(TurnPriceList command, CancellationToken ct)
    {
        var list = await db.ForChange<PlannedPriceList, PlannedPriceListId>(new PlannedPriceListId(command.Id), ct);
        var (reason, now) = (string.IsNullOrWhiteSpace(command.Reason) ? null : command.Reason.Trim(), time.GetUtcNow());
        switch (command.To)
        {
            case PriceListTurn.Suspended:
                list.Suspend(reason, now);
                break;
            case PriceListTurn.Resumed:
                list.Resume(reason, now);
                break;
            case PriceListTurn.Ended:
                list.End(reason, now);
                break;
            default:
                list.Archive();
                break;
        }

        return PriceListReply.Of(list);
    }
}
