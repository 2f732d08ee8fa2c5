namespace Crm.BuildingBlocks;

/// <summary>A record that is hidden rather than removed when deleted; an administrator can bring it back.</summary>
public interface IDeletable
{
    DateTimeOffset? DeletedAt { get; }
}
