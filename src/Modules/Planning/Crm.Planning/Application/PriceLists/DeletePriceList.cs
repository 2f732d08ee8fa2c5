using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.PriceLists;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.PriceLists;

/// <summary>Hides a list of which nothing was published; an administrator can restore it.</summary>
internal sealed record DeletePriceList(Guid Id) : ICommand<PriceListReply>;

internal sealed class DeletePriceListValidator : AbstractValidator<DeletePriceList>
{
    public DeletePriceListValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DeletePriceListHandler(PlanningDbContext db, TimeProvider time) : ICommandHandler<DeletePriceList, PriceListReply>
{
    public async Task<PriceListReply> Handle(DeletePriceList command, CancellationToken ct)
    {
        var list = await db.ForChange<PlannedPriceList, PlannedPriceListId>(new PlannedPriceListId(command.Id), ct);
        list.Delete(time.GetUtcNow());
        return PriceListReply.Of(list);
    }
}
