using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.PriceLists;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.PriceLists;

/// <summary>Replaces what is said of a list and the draft of its next version. What was published stays as it is.</summary>
internal sealed record ChangePriceList(Guid Id, PriceListInput List) : ICommand<PriceListReply>;

internal sealed class ChangePriceListValidator : AbstractValidator<ChangePriceList>
{
    public ChangePriceListValidator() => RuleFor(c => c.List).SetValidator(new PriceListInputValidator<PriceListInput>()).OverridePropertyName("");
}

internal sealed class ChangePriceListHandler(PlanningDbContext db, UnseenFields unseen) : ICommandHandler<ChangePriceList, PriceListReply>
{
    public async Task<PriceListReply> Handle(ChangePriceList command, CancellationToken ct)
    {
        var list = await db.ForChange<PlannedPriceList, PlannedPriceListId>(new PlannedPriceListId(command.Id), ct);
        var input = unseen.Keep(PriceListInput.Resource, command.List, PriceListInput.Of(list));
        ContentChecks.Require(input.Content, "/content");
        if (input.Code != list.Code) await db.RequireFreeCode(input.Code, list.Id, ct);
        list.Change(input.Label(list.OwnerId, list.UnitId), input.Content.ToDraft());
        return PriceListReply.Of(list);
    }
}
