namespace Crm.BuildingBlocks.Hosting.Jobs;

/// <summary>Calendar work: find candidates, call the command handler for each. Never runs twice at a time, on however many hosts.</summary>
public interface IScheduledJob
{
    /// <returns>What was done, in a few words for the administrator: counts, no personal values.</returns>
    Task<string> Run(CancellationToken ct);
}
