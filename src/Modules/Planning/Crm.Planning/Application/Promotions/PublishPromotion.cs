using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Promotions;

/// <summary>Makes the approved draft the next version, which never changes, and tells those who sell by it.</summary>
internal sealed record PublishPromotion(Guid Id) : ICommand<PromotionReply>;

internal sealed class PublishPromotionValidator : AbstractValidator<PublishPromotion>
{
    public PublishPromotionValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class PublishPromotionHandler(PlanningDbContext db, CallerContext caller, CompanyDay days, TimeProvider time)
    : ICommandHandler<PublishPromotion, PromotionReply>
{
    public async Task<PromotionReply> Handle(PublishPromotion command, CancellationToken ct)
    {
        var promotion = await db.ForChange<Promotion, PromotionId>(new PromotionId(command.Id), ct);
        var content = PromotionContent.DraftOf(promotion);
        var text = content?.Told(promotion.Code, promotion.NextNumber, new Phrase(promotion.NameEnglish, promotion.NameChinese)) ?? "";
        promotion.Publish(content?.Draft(), text, await days.Today(ct), new Sign(caller.Caller.Id, time.GetUtcNow()));
        return PromotionReply.Of(promotion);
    }
}
