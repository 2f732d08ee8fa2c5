using Crm.BuildingBlocks;

namespace Crm.Host.Platform.Persistence;

/// <summary>The key of one person. Its row stays after the key was destroyed, so that none is made again.</summary>
internal sealed class PersonKey
{
    public required Guid PersonId { get; init; }

    /// <summary>Base64; the column is encrypted with the key ring like any personal value. Null once destroyed.</summary>
    [Personal]
    public string? Secret { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DestroyedAt { get; set; }
}
