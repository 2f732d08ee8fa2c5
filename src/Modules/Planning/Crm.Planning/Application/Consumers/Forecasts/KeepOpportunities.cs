using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Customers.Contracts;
using Crm.Planning.Domain.Forecasts;
using Crm.Planning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Consumers.Forecasts;

/// <summary>Keeps what forecasts need of opportunities.</summary>
internal sealed class KeepOpportunities(PlanningDbContext db)
    : IConsumer<OpportunityOpenedV1>, IConsumer<OpportunityMovedV1>, IConsumer<OpportunityWonV1>, IConsumer<OpportunityLostV1>
{
    public async Task Consume(Received<OpportunityOpenedV1> received, CancellationToken ct) =>
        (await CopyOf(received.Event.OpportunityId, ct)).Take(known => FactsOf(received.Event.Opportunity, known), received.StreamPosition);

    public async Task Consume(Received<OpportunityMovedV1> received, CancellationToken ct) =>
        (await CopyOf(received.Event.OpportunityId, ct)).Take(known => FactsOf(received.Event.Opportunity, known), received.StreamPosition);

    public async Task Consume(Received<OpportunityLostV1> received, CancellationToken ct) =>
        (await CopyOf(received.Event.OpportunityId, ct)).Take(known => FactsOf(received.Event.Opportunity, known), received.StreamPosition);

    public async Task Consume(Received<OpportunityWonV1> received, CancellationToken ct)
    {
        var won = received.Event;
        (await CopyOf(won.OpportunityId, ct)).Take(
            _ => new OpportunityFacts(ForecastCategory.Closed, won.Currency, won.Amount ?? 0, won.Amount ?? 0, won.WonOn, won.OwnerId, won.UnitId, Counts: true),
            received.StreamPosition);
    }

    private async Task<OpportunityCopy> CopyOf(Guid id, CancellationToken ct) =>
        await db.OpportunityCopies.SingleOrDefaultAsync(c => c.OpportunityId == id, ct) ?? db.OpportunityCopies.Add(OpportunityCopy.Of(id)).Entity;

    // What was won stays won on its day, whatever else is written about it later.
    private static OpportunityFacts FactsOf(OpportunityStateV1 state, OpportunityCopy known) => new(
        CategoryOf(state),
        state.Currency,
        state.Amount,
        state.Weighted,
        state.State == "won" && known.Category == ForecastCategory.Closed ? known.ClosesOn : state.ExpectedClose,
        state.OwnerId,
        state.UnitId,
        Counts: state.State != "lost" && !state.IsDeleted);

    private static ForecastCategory CategoryOf(OpportunityStateV1 state) => state.State == "won" ? ForecastCategory.Closed : Open(state.Category);

    // A stage that counts as closed while its opportunity is open has brought nothing yet.
    private static ForecastCategory Open(string category) => category switch
    {
        "pipeline" => ForecastCategory.Pipeline,
        "bestCase" => ForecastCategory.BestCase,
        _ => ForecastCategory.Commit,
    };
}
