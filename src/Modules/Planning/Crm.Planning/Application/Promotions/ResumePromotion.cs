using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Promotions;

/// <summary>Gives a suspended promotion again, by the version of the day.</summary>
internal sealed record ResumePromotion(Guid Id, string? Reason) : ICommand<PromotionReply>;

internal sealed class ResumePromotionValidator : AbstractValidator<ResumePromotion>
{
    public ResumePromotionValidator() => RuleFor(c => c.Reason).MaximumLength(OffersMapping.LongestReason);
}

internal sealed class ResumePromotionHandler(PlanningDbContext db, CompanyDay days, TimeProvider time) : ICommandHandler<ResumePromotion, PromotionReply>
{
    public async Task<PromotionReply> Handle(ResumePromotion command, CancellationToken ct)
    {
        var promotion = await db.ForChange<Promotion, PromotionId>(new PromotionId(command.Id), ct);
        promotion.Resume(command.Reason?.Trim(), await days.Today(ct), time.GetUtcNow());
        return PromotionReply.Of(promotion);
    }
}
