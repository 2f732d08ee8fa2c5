using Crm.BuildingBlocks;
using Crm.Reporting.Persistence;

namespace Crm.Reporting.Application.Consumers;

/// <summary>A kept event as the projection needs it.</summary>
/// <param name="Position">The source's version.</param>
/// <param name="Event">What happened.</param>
internal sealed record Happened(int Position, IIntegrationEvent Event);

/// <summary>
/// Makes one generation of the facts from events. The same code serves the live facts and a rebuild, so that both come to the same. It
/// reads few times per batch, however many events there are, and leaves nothing unsaved.
/// </summary>
internal sealed class Projection(ReportingDbContext db, int generation)
{
    public async Task Apply(IReadOnlyList<Happened> events, CancellationToken ct)
    {
        var rollups = new RollupChanges(db, generation);
        var orders = new OrderProjection(db, generation, rollups);
        await orders.Apply(events, ct);
        await new CopyProjection(db, generation).Apply(events, ct);
        await new TargetProjection(db, generation).Apply(events, ct);
        await rollups.Apply(ct);
        await orders.InsertNew(ct);
        await db.SaveChangesAsync(ct);
        if (await rollups.FindNewExtremes(ct)) await db.SaveChangesAsync(ct);
    }
}
