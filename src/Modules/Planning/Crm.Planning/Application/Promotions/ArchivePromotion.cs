using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Promotions;

/// <summary>Puts a promotion that has ended aside.</summary>
internal sealed record ArchivePromotion(Guid Id) : ICommand<PromotionReply>;

internal sealed class ArchivePromotionValidator : AbstractValidator<ArchivePromotion>
{
    public ArchivePromotionValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ArchivePromotionHandler(PlanningDbContext db, TimeProvider time) : ICommandHandler<ArchivePromotion, PromotionReply>
{
    public async Task<PromotionReply> Handle(ArchivePromotion command, CancellationToken ct)
    {
        var promotion = await db.ForChange<Promotion, PromotionId>(new PromotionId(command.Id), ct);
        promotion.Archive(time.GetUtcNow());
        return PromotionReply.Of(promotion);
    }
}
