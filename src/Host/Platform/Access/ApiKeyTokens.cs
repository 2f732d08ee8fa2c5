using System.Collections.Concurrent;
using System.Security.Cryptography;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.Host.Platform.Domain;

namespace Crm.Host.Platform.Access;

/// <summary>Bearer tokens <c>crm_&lt;client id&gt;_&lt;secret&gt;</c>.</summary>
internal sealed class ApiKeyTokens(AccessDirectory directory, TimeProvider time) : IBearerTokens
{
    private const string Prefix = "crm_";
    private const int IdLength = 32;
    private const int SecretBytes = 32;
    private const int Length = 4 + IdLength + 1 + (SecretBytes * 2);

    // The same for every reason: which clients exist and which keys they had is nobody's business.
    private static readonly Phrase Invalid = new(
        "The API key is not valid: unknown, expired, revoked, or its client is switched off. Ask an administrator for a new one.",
        "API 密钥无效：未知、已过期、已吊销，或其客户端已停用。请向管理员申请新密钥。");

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _used = new();

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    public static string Format(Guid client, byte[] secret) => $"{Prefix}{client:N}_{Convert.ToHexStringLower(secret)}";

    public bool Understands(string token) => token.StartsWith(Prefix, StringComparison.Ordinal);

    public async ValueTask<SignedIn> SignIn(string token, CancellationToken ct)
    {
        if (!TryParse(token, out var id, out var secret)) throw new Unauthenticated(Invalid);
        var client = await directory.Client(id, ct) ?? throw new Unauthenticated(Invalid);
        var now = time.GetUtcNow();
        var key = client.Keys.FirstOrDefault(k => CryptographicOperations.FixedTimeEquals(k.Hash, ApiKey.HashOf(k.Salt, secret)));
        if (key is null || !key.IsValid(now)) throw new Unauthenticated(Invalid);
        _used[key.Id] = now;
        return new SignedIn(client.As.Caller, client.As.LimitedAs, client.As.Limits);
    }

    /// <summary>When which keys were used since the last time this was asked.</summary>
    public IReadOnlyList<(Guid Key, DateTimeOffset At)> TakeUsed()
    {
        var taken = new List<(Guid, DateTimeOffset)>();
        foreach (var key in _used.Keys)
        {
            if (_used.TryRemove(key, out var at)) taken.Add((key, at));
        }

        return taken;
    }

    private static bool TryParse(string token, out Guid client, out byte[] secret)
    {
        secret = [];
        client = default;
        if (token.Length != Length || token[Prefix.Length + IdLength] != '_' || !Guid.TryParseExact(token.AsSpan(Prefix.Length, IdLength), "N", out client)) return false;
        var bytes = new byte[SecretBytes];
        if (Convert.FromHexString(token.AsSpan(Prefix.Length + IdLength + 1), bytes, out _, out _) != System.Buffers.OperationStatus.Done) return false;
        secret = bytes;
        return true;
    }
}
