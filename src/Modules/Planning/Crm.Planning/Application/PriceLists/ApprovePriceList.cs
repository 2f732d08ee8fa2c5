using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.PriceLists;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.PriceLists;

/// <summary>Approves the draft as it stands, prices below the floor for which a reason is given included.</summary>
internal sealed record ApprovePriceList(Guid Id) : ICommand<PriceListReply>;

internal sealed class ApprovePriceListValidator : AbstractValidator<ApprovePriceList>
{
    public ApprovePriceListValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ApprovePriceListHandler(PlanningDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<ApprovePriceList, PriceListReply>
{
    public async Task<PriceListReply> Handle(ApprovePriceList command, CancellationToken ct)
    {
        var list = await db.ForChange<PlannedPriceList, PlannedPriceListId>(new PlannedPriceListId(command.Id), ct);
        ContentChecks.RequireSellable(PriceListContent.Read(list.Draft));
        list.Approve(caller.Caller.Id, time.GetUtcNow());
        return PriceListReply.Of(list);
    }
}
