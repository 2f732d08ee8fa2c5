using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Domain.Competitors;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Competitors;

/// <summary>Takes an observation out of all figures; it stays to be read.</summary>
internal sealed record VoidPrice(Guid Id, string Reason) : ICommand<PriceObserved>;

internal sealed class VoidPriceValidator : AbstractValidator<VoidPrice>
{
    public VoidPriceValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(ResearchColumns.Name);
}

internal sealed class VoidPriceHandler(PlanningDbContext db, TimeProvider time) : ICommandHandler<VoidPrice, PriceObserved>
{
    public async Task<PriceObserved> Handle(VoidPrice command, CancellationToken ct)
    {
        var price = await db.ForChange<CompetitorPrice, CompetitorPriceId>(new CompetitorPriceId(command.Id), ct);
        price.Void(command.Reason, time.GetUtcNow());
        return new PriceObserved(price.Key, price.Version);
    }
}
