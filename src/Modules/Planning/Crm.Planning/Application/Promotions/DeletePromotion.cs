using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Promotions;

/// <summary>Hides a promotion that was never published; an administrator can restore it.</summary>
internal sealed record DeletePromotion(Guid Id) : ICommand<PromotionReply>;

internal sealed class DeletePromotionValidator : AbstractValidator<DeletePromotion>
{
    public DeletePromotionValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DeletePromotionHandler(PlanningDbContext db, TimeProvider time) : ICommandHandler<DeletePromotion, PromotionReply>
{
    public async Task<PromotionReply> Handle(DeletePromotion command, CancellationToken ct)
    {
        var promotion = await db.ForChange<Promotion, PromotionId>(new PromotionId(command.Id), ct);
        promotion.Delete(time.GetUtcNow());
        return PromotionReply.Of(promotion);
    }
}
