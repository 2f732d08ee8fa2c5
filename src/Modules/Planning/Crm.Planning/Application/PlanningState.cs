using System.Runtime.CompilerServices;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Planning.Persistence;

namespace Crm.Planning.Application;

/// <summary>What Planning would tell somebody who begins to listen now, one part per subject. Each event stands at the position of the one it repeats.</summary>
internal sealed partial class PlanningState(PlanningDbContext db) : ICurrentState
{
    public async IAsyncEnumerable<StateEvent> Read([EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var part in new[] { Plans(ct), Attainment(ct), Prices(ct), Offers(ct), Research(ct) })
        {
            await foreach (var happened in part) yield return happened;
        }
    }
}
