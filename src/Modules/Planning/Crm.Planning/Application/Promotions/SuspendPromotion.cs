using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Promotions;

/// <summary>Stops a promotion at once: the next order does not get it any more. Orders that have it keep it.</summary>
internal sealed record SuspendPromotion(Guid Id, string Reason) : ICommand<PromotionReply>;

internal sealed class SuspendPromotionValidator : AbstractValidator<SuspendPromotion>
{
    public SuspendPromotionValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(OffersMapping.LongestReason);
}

internal sealed class SuspendPromotionHandler(PlanningDbContext db, TimeProvider time) : ICommandHandler<SuspendPromotion, PromotionReply>
{
    public async Task<PromotionReply> Handle(SuspendPromotion command, CancellationToken ct)
    {
        var promotion = await db.ForChange<Promotion, PromotionId>(new PromotionId(command.Id), ct);
        promotion.Suspend(command.Reason.Trim(), time.GetUtcNow());
        return PromotionReply.Of(promotion);
    }
}
