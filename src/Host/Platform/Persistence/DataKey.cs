namespace Crm.Host.Platform.Persistence;

/// <summary>A key of the key ring, wrapped by the master key, which never reaches the database.</summary>
internal sealed class DataKey
{
    /// <summary>The number of the search key, which makes the keyed hashes and never rotates.</summary>
    public const int SearchNumber = 0;

    public required int Number { get; init; }

    /// <summary>Base64: nonce, tag and ciphertext of AES-256-GCM under the master key.</summary>
    public required string Wrapped { get; set; }

    /// <summary>Tells which master key wrapped it, without telling the master key.</summary>
    public required string MasterFingerprint { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on it encrypts. Later than it is made, so that every host can decrypt with it before any host encrypts with it.</summary>
    public required DateTimeOffset ActiveFrom { get; init; }

    /// <summary>When every column was found to be encrypted with this key or a newer one.</summary>
    public DateTimeOffset? ReencryptedAt { get; set; }
}
