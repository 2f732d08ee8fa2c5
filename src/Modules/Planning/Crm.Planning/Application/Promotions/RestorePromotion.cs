using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Promotions;

/// <summary>Brings a deleted draft back, unless another promotion has its code by now.</summary>
internal sealed record RestorePromotion(Guid Id) : ICommand<PromotionReply>;

internal sealed class RestorePromotionValidator : AbstractValidator<RestorePromotion>
{
    public RestorePromotionValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class RestorePromotionHandler(PlanningDbContext db) : ICommandHandler<RestorePromotion, PromotionReply>
{
    public async Task<PromotionReply> Handle(RestorePromotion command, CancellationToken ct)
    {
        var promotion = await db.ForRestore<Promotion, PromotionId>(new PromotionId(command.Id), ct);
        promotion.Restore();
        await db.RequireFreeCode(promotion.Code, ct);
        return PromotionReply.Of(promotion);
    }
}
