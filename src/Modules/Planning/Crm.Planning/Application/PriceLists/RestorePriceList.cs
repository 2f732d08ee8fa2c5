using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.PriceLists;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.PriceLists;

/// <summary>Brings a deleted list back, unless another one has its code by now.</summary>
internal sealed record RestorePriceList(Guid Id) : ICommand<PriceListReply>;

internal sealed class RestorePriceListValidator : AbstractValidator<RestorePriceList>
{
    public RestorePriceListValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class RestorePriceListHandler(PlanningDbContext db) : ICommandHandler<RestorePriceList, PriceListReply>
{
    public async Task<PriceListReply> Handle(RestorePriceList command, CancellationToken ct)
    {
        var list = await db.ForRestore<PlannedPriceList, PlannedPriceListId>(new PlannedPriceListId(command.Id), ct);
        await db.RequireFreeCode(list.Code, list.Id, ct);
        list.Restore();
        return PriceListReply.Of(list);
    }
}
