namespace Crm.BuildingBlocks;

/// <summary>What one API client, or one person, may use.</summary>
/// <param name="RequestsPerSecond">On each host.</param>
/// <param name="RequestsPerDay">UTC day, all hosts together.</param>
/// <param name="ConcurrentOperations">Long operations that are waiting or running at a time.</param>
/// <param name="BodyBytes">Largest request body, unless the endpoint states a limit of its own, as uploads do.</param>
public sealed record ClientLimits(
    int RequestsPerSecond = 200, int RequestsPerDay = 2_000_000, int ConcurrentOperations = 4, long BodyBytes = 4 * 1024 * 1024)
{
    public static readonly ClientLimits Default = new();
}
