using System.Security.Cryptography;

namespace Crm.Host.Platform.Domain;

/// <summary>
/// One key of a client: a salted hash of a secret with 256 random bits. A quick hash is right here: there is nothing to guess, and a
/// slow one would cost every request.
/// </summary>
internal sealed class ApiKey
{
    private const int SaltLength = 16;

    private ApiKey(Guid id, byte[] salt, byte[] hash, DateTimeOffset createdAt, DateTimeOffset? expiresAt)
    {
        Id = id;
        Salt = salt;
        Hash = hash;
        CreatedAt = createdAt;
        ExpiresAt = expiresAt;
    }

    public Guid Id { get; }

    public byte[] Salt { get; }

    public byte[] Hash { get; }

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>To the minute: it is written now and then, not with every request.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    internal static ApiKey From(byte[] secret, DateTimeOffset? expiresAt, DateTimeOffset now)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return new ApiKey(Guid.CreateVersion7(), salt, HashOf(salt, secret), now, expiresAt);
    }

    public bool IsValid(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is null || ExpiresAt > now);

    public static byte[] HashOf(byte[] salt, ReadOnlySpan<byte> secret) => HMACSHA256.HashData(salt, secret);

    internal void Revoke(DateTimeOffset now) => RevokedAt = now;

    internal void ExpireBy(DateTimeOffset latest)
    {
        if (ExpiresAt is null || ExpiresAt > latest) ExpiresAt = latest;
    }
}
