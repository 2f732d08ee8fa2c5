using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Promotions;

/// <summary>Says yes to what is drafted. A later change takes that back.</summary>
internal sealed record ApprovePromotion(Guid Id) : ICommand<PromotionReply>;

internal sealed class ApprovePromotionValidator : AbstractValidator<ApprovePromotion>
{
    public ApprovePromotionValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ApprovePromotionHandler(PlanningDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<ApprovePromotion, PromotionReply>
{
    public async Task<PromotionReply> Handle(ApprovePromotion command, CancellationToken ct)
    {
        var promotion = await db.ForChange<Promotion, PromotionId>(new PromotionId(command.Id), ct);
        promotion.Approve(PromotionContent.DraftOf(promotion)?.Draft(), new Sign(caller.Caller.Id, time.GetUtcNow()));
        return PromotionReply.Of(promotion);
    }
}
