using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Duplicates;

/// <summary>What is compared of a customer, kept ready: reading whole customers would take longer than comparing them.</summary>
internal sealed class DuplicateProfile
{
    public const int MostKeyBytes = Blocking.MostKeys * sizeof(long);

    public required CustomerId CustomerId { get; init; }

    public required CustomerKind Kind { get; init; }

    /// <summary>The version of the rules that made the keys.</summary>
    public required int Rules { get; set; }

    /// <summary>See <see cref="ComparedRecord.Written"/>.</summary>
    [Personal]
    public required string Record { get; init; }

    /// <summary>A keyed hash of the record: whether anything changed can be asked without reading it.</summary>
    public required long Fingerprint { get; init; }

    /// <summary>The hashes of the blocking keys, ascending.</summary>
    public required byte[] Keys { get; set; }

    /// <summary>Compared with all others since it became what it is.</summary>
    public bool IsCompared { get; set; }
}

/// <summary>That a customer has a blocking key, as a keyed hash.</summary>
internal sealed class DuplicateKey
{
    public required long Hash { get; init; }

    /// <summary>See <see cref="ComparedCustomer.RankOf"/>.</summary>
    public required long Rank { get; init; }

    public required CustomerId CustomerId { get; init; }
}
