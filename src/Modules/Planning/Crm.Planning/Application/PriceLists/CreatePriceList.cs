using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.PriceLists;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.PriceLists;

/// <summary>Begins a price list as a draft.</summary>
internal sealed record CreatePriceList : PriceListInput, ICommand<PriceListReply>;

internal sealed class CreatePriceListValidator : AbstractValidator<CreatePriceList>
{
    public CreatePriceListValidator() => Include(new PriceListInputValidator<CreatePriceList>());
}

internal sealed class CreatePriceListHandler(PlanningDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<CreatePriceList, PriceListReply>
{
    public async Task<PriceListReply> Handle(CreatePriceList command, CancellationToken ct)
    {
        ContentChecks.Require(command.Content, "/content");
        await db.RequireFreeCode(command.Code, own: null, ct);
        var list = PlannedPriceList.Create(command.Label(caller.Caller.PersonId, caller.Caller.UnitId), command.Content.ToDraft(), time.GetUtcNow());
        db.Add(list);
        return PriceListReply.Of(list);
    }
}
