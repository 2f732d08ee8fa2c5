namespace Crm.BuildingBlocks.Hosting.Pipeline;

/// <summary>What the caller said about the command besides its body: the version it is based on and the key that makes it safe to repeat.</summary>
public sealed class CommandContext
{
    /// <summary>Outermost command of this scope; names the audit entry.</summary>
    public string? CommandName { get; internal set; }

    public IdempotencyKey? IdempotencyKey { get; set; }

    /// <summary>From If-Match. Consumed by the first aggregate that is loaded to be changed.</summary>
    public int? ExpectedVersion { get; set; }

    internal bool ExpectedVersionChecked { get; set; }
}

/// <param name="Value">As the caller sent it.</param>
/// <param name="RequestHash">SHA-256 over method, path and body, so that the key cannot be used for something else.</param>
public sealed record IdempotencyKey(string Value, string RequestHash);
