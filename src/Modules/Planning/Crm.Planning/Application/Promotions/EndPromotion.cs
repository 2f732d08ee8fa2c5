using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Promotions;

/// <summary>Ends a promotion for good before its days are over.</summary>
internal sealed record EndPromotion(Guid Id, string? Reason) : ICommand<PromotionReply>;

internal sealed class EndPromotionValidator : AbstractValidator<EndPromotion>
{
    public EndPromotionValidator() => RuleFor(c => c.Reason).MaximumLength(OffersMapping.LongestReason);
}

internal sealed class EndPromotionHandler(PlanningDbContext db, TimeProvider time) : ICommandHandler<EndPromotion, PromotionReply>
{
    public async Task<PromotionReply> Handle(EndPromotion command, CancellationToken ct)
    {
        var promotion = await db.ForChange<Promotion, PromotionId>(new PromotionId(command.Id), ct);
        promotion.End(command.Reason?.Trim(), time.GetUtcNow());
        return PromotionReply.Of(promotion);
    }
}
