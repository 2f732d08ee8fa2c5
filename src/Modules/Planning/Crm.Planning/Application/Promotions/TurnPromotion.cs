using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Promotions;

/// <summary>Shows of a promotion what day it is.</summary>
internal sealed record TurnPromotion(Guid Id) : ICommand<PromotionReply>;

internal sealed class TurnPromotionValidator : AbstractValidator<TurnPromotion>
{
    public TurnPromotionValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class TurnPromotionHandler(PlanningDbContext db, CompanyDay days, TimeProvider time) : ICommandHandler<TurnPromotion, PromotionReply>
{
    public async Task<PromotionReply> Handle(TurnPromotion command, CancellationToken ct)
    {
        var promotion = await db.ForChange<Promotion, PromotionId>(new PromotionId(command.Id), ct);
        promotion.Turn(await days.Today(ct), time.GetUtcNow());
        return PromotionReply.Of(promotion);
    }
}
