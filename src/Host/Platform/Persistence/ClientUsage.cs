namespace Crm.Host.Platform.Persistence;

/// <summary>How many requests a client made on a UTC day, through all hosts.</summary>
internal sealed class ClientUsage
{
    /// <summary>The API client, or the user who signed in.</summary>
    public required Guid ClientId { get; init; }

    public required DateOnly Day { get; init; }

    public int Requests { get; set; }
}
