namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>The present state of a publishing module as the events that would have led to it, with the versions of their sources.</summary>
public interface ICurrentState
{
    IAsyncEnumerable<StateEvent> Read(CancellationToken ct);
}

/// <param name="Stream">As in the outbox.</param>
/// <param name="StreamPosition">The source's present version.</param>
/// <param name="Event">State-carrying event.</param>
public sealed record StateEvent(string Stream, int StreamPosition, IIntegrationEvent Event);
