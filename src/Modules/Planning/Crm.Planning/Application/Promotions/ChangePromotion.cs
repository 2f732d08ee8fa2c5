using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Promotions;

/// <summary>Drafts the next version, or replaces what is drafted. What is published stays until the next version is.</summary>
internal sealed record ChangePromotion(Guid Id, PromotionInput Promotion) : ICommand<PromotionReply>;

internal sealed class ChangePromotionValidator : AbstractValidator<ChangePromotion>
{
    public ChangePromotionValidator() => RuleFor(c => c.Promotion).SetValidator(new PromotionInputValidator<PromotionInput>()).OverridePropertyName("");
}

internal sealed class ChangePromotionHandler(PlanningDbContext db, UnseenFields unseen) : ICommandHandler<ChangePromotion, PromotionReply>
{
    public async Task<PromotionReply> Handle(ChangePromotion command, CancellationToken ct)
    {
        var promotion = await db.ForChange<Promotion, PromotionId>(new PromotionId(command.Id), ct);
        var input = unseen.Keep(PromotionInput.Resource, command.Promotion, PromotionInput.Of(promotion));
        var terms = new PromotionTerms(input.Name, input.CostOwnerId, input.OwnerId ?? promotion.OwnerId, input.UnitId ?? promotion.UnitId);
        promotion.Change(terms, input.Content.Draft());
        return PromotionReply.Of(promotion);
    }
}
