using System.Runtime.CompilerServices;
using Crm.BuildingBlocks.Hosting.Messaging;

namespace Crm.Planning.Application;

internal sealed partial class PlanningState
{
    private async IAsyncEnumerable<StateEvent> Prices([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        yield break;
    }
}
