using System.Security.Cryptography;
using System.Text;

namespace Crm.BuildingBlocks.Hosting.Pipeline;

/// <summary>What the caller said about the command besides its body: the version it is based on and the key that makes it safe to repeat.</summary>
public sealed class CommandContext
{
    /// <summary>Outermost command of this scope; names the audit entry.</summary>
    public string? CommandName { get; internal set; }

    public IdempotencyKey? IdempotencyKey { get; set; }

    /// <summary>From If-Match. Compared with the first aggregate that is loaded to be changed.</summary>
    public int? ExpectedVersion { get; set; }

    /// <summary>The reply was stored by an earlier request with the same key; nothing was done now.</summary>
    public bool WasReplayed { get; internal set; }

    internal bool ExpectedVersionChecked { get; set; }
}

/// <param name="Value">As the caller sent it.</param>
/// <param name="RequestHash">SHA-256 over method, path and body, so that the key cannot be used for something else.</param>
public sealed record IdempotencyKey(string Value, string RequestHash)
{
    /// <summary>The key of one item of a batch, so that a repeated batch does only what the first one left undone.</summary>
    public IdempotencyKey OfItem(int index) => this with { Value = $"{Value}#{index}" };

    /// <summary>The key with a body that was hashed while it was taken in.</summary>
    public IdempotencyKey OfBody(ReadOnlySpan<byte> hash) =>
        this with { RequestHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{RequestHash} {Convert.ToHexStringLower(hash)}"))) };
}
