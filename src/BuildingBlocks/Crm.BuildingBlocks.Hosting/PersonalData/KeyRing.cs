using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Crm.BuildingBlocks.Hosting.PersonalData;

/// <summary>
/// The data keys of one installation: the newest one encrypts, all of them decrypt, and a search key that never rotates makes the
/// keyed hashes by which encrypted values are found.
/// </summary>
/// <remarks>
/// A stored value is <c>base64(key number (4 bytes) | nonce (12) | tag (16) | ciphertext)</c>, AES-256-GCM. The keys themselves are
/// stored wrapped by a master key from the configuration, which never reaches the database.
/// </remarks>
public sealed class KeyRing
{
    /// <summary>Bytes by which a stored value is longer than the plain one.</summary>
    internal const int Overhead = NumberLength + NonceLength + TagLength;

    private const int NumberLength = 4;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Bytes that a sealed empty text has.</summary>
    internal const int SmallestSealed = NumberLength + NonceLength + TagLength;

    private volatile Keys? _keys;

    public bool IsOpen => _keys is not null;

    /// <summary>The number of the key that encrypts now.</summary>
    public int CurrentNumber => Opened.Current;

    /// <param name="dataKeys">All that may decrypt, by number.</param>
    /// <param name="searchKey">For the keyed hashes.</param>
    /// <param name="current">The one that encrypts; the newest when not given. A new key is known to every host before any of them uses it.</param>
    public void Open(IReadOnlyDictionary<int, byte[]> dataKeys, byte[] searchKey, int? current = null) =>
        _keys = new Keys(current ?? dataKeys.Keys.Max(), new Dictionary<int, byte[]>(dataKeys), searchKey);

    public string Encrypt(string plain)
    {
        var keys = Opened;
        return Convert.ToBase64String(Seal(keys.Current, keys.Data[keys.Current], Encoding.UTF8.GetBytes(plain)));
    }

    public string Decrypt(string stored)
    {
        var sealedBytes = Convert.FromBase64String(stored);
        return Encoding.UTF8.GetString(Unseal(Opened.Data[NumberOf(sealedBytes)], sealedBytes));
    }

    /// <summary>Bytes instead of text, such as part of a file.</summary>
    internal byte[] Encrypt(ReadOnlySpan<byte> plain)
    {
        var keys = Opened;
        return Seal(keys.Current, keys.Data[keys.Current], plain);
    }

    internal byte[] Decrypt(ReadOnlySpan<byte> stored) => Unseal(Opened.Data[NumberOf(stored)], stored);

    /// <summary>Which key a stored value was encrypted with; a rotation rewrites those that are not current.</summary>
    public static int NumberOf(string stored) => NumberOf(Convert.FromBase64String(stored));

    /// <summary>64 bits of HMAC-SHA256 over the purpose and the value: equal values have equal hashes, and nothing else can be read from them.</summary>
    public long SearchHash(string purpose, string value)
    {
        var hash = HMACSHA256.HashData(Opened.Search, Encoding.UTF8.GetBytes($"{purpose}\0{value}"));
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    internal static byte[] Seal(int number, byte[] key, ReadOnlySpan<byte> plain)
    {
        var result = new byte[NumberLength + NonceLength + TagLength + plain.Length];
        var span = result.AsSpan();
        BinaryPrimitives.WriteInt32BigEndian(span, number);
        var nonce = span.Slice(NumberLength, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, span[(NumberLength + NonceLength + TagLength)..], span.Slice(NumberLength + NonceLength, TagLength), span[..NumberLength]);
        return result;
    }

    internal static byte[] Unseal(byte[] key, ReadOnlySpan<byte> sealedBytes)
    {
        var cipher = sealedBytes[(NumberLength + NonceLength + TagLength)..];
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(sealedBytes.Slice(NumberLength, NonceLength), cipher, sealedBytes.Slice(NumberLength + NonceLength, TagLength), plain, sealedBytes[..NumberLength]);
        return plain;
    }

    private static int NumberOf(ReadOnlySpan<byte> sealedBytes) => BinaryPrimitives.ReadInt32BigEndian(sealedBytes);

    private Keys Opened => _keys ?? throw new InvalidOperationException("The key ring is not open yet: the platform opens it at start, before anything is read.");

    private sealed record Keys(int Current, Dictionary<int, byte[]> Data, byte[] Search);
}
