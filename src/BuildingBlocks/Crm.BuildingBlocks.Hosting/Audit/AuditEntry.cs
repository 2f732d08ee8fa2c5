namespace Crm.BuildingBlocks.Hosting.Audit;

/// <summary>Who did what to one record, saved in the transaction of the effect. A command that changes no record leaves one entry without a record.</summary>
public sealed class AuditEntry
{
    public long Position { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid CallerId { get; init; }

    public required CallerKind CallerKind { get; init; }

    public required string CallerName { get; init; }

    public string? RemoteAddress { get; init; }

    public string? TraceId { get; init; }

    public required string Action { get; init; }

    /// <summary>Kebab-case name of the aggregate, such as <c>order</c>.</summary>
    public string? RecordType { get; init; }

    public Guid? RecordId { get; init; }

    /// <summary>The record's version after the change.</summary>
    public int? Version { get; init; }

    /// <summary>JSON: property path to <c>[before, after]</c>. Personal values are ciphertext under the key of the person.</summary>
    public string? Changes { get; init; }

    /// <summary>Place in the chain; null until the entry is sealed, shortly after its commit.</summary>
    public long? SealNumber { get; set; }

    /// <summary>SHA-256 over the previous seal and this entry, in hexadecimal.</summary>
    public string? Seal { get; set; }
}
