namespace Crm.BuildingBlocks.Hosting.Audit;

/// <summary>The end of a module's chain of sealed audit entries. Its row is the lock that lets one sealer work at a time.</summary>
public sealed class AuditChain
{
    public const int TheOne = 1;

    public const string Beginning = "";

    public required int Id { get; init; }

    /// <summary>Number of the last sealed entry; 0 before the first.</summary>
    public long LastNumber { get; set; }

    /// <summary>Its seal.</summary>
    public required string LastSeal { get; set; }
}
