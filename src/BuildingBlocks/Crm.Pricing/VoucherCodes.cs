using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Crm.Pricing;

/// <summary>Codes that are all made from one secret, so that nobody stores them.</summary>
/// <param name="Prefix">Every code begins with it: 2 to 20 letters A to Z and digits. No two batches have the same.</param>
/// <param name="Count">How many codes there are, 1 to 1,000,000; their numbers count from 0.</param>
/// <param name="Secret">32 bytes that nobody can guess.</param>
public sealed record VoucherBatch(string Prefix, int Count, byte[] Secret);

/// <summary>
/// Writes and reads codes such as <c>SPRING-7K2M-0Q9D-XXZA-41RT</c>. The sixteen characters behind the prefix are 80 bits: the number of the
/// code, hidden, and 60 bits that only who knows the secret can make, so that a guess hits one time in 2^60.
/// </summary>
public static class VoucherCodes
{
    /// <summary>Codes of one batch.</summary>
    public const int MostCodes = 1_000_000;

    public const int ShortestPrefix = 2;
    public const int LongestPrefix = 20;

    /// <summary>Bytes of a secret.</summary>
    public const int SecretLength = 32;

    // Without I, L, O and U, which people take for something else.
    private const string Characters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int BodyLength = 16;
    private const int Group = 4;
    private const int BitsOfCharacter = 5;
    private const int NumberBits = 20;
    private const int TagBits = 60;
    private const char Hyphen = '-';
    private const byte Mask = (byte)'m';
    private const byte Tag = (byte)'t';

    public static bool IsPrefix(string prefix) =>
        prefix.Length is >= ShortestPrefix and <= LongestPrefix && prefix.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c));

    /// <param name="batch">Of which the code is.</param>
    /// <param name="number">From 0, below the count.</param>
    public static string Write(VoucherBatch batch, int number)
    {
        if (number < 0 || number >= batch.Count) throw new ArgumentOutOfRangeException(nameof(number), number, $"The codes of {batch.Prefix} have the numbers 0 to {batch.Count - 1}.");
        var tag = TagOf(batch.Secret, number);
        var bits = ((UInt128)((uint)number ^ MaskOf(batch.Secret, tag)) << TagBits) | tag;
        var code = new StringBuilder(batch.Prefix, batch.Prefix.Length + BodyLength + (BodyLength / Group));
        for (var i = 0; i < BodyLength; i++)
        {
            if (i % Group == 0) code.Append(Hyphen);
            code.Append(Characters[(int)(bits >> ((BodyLength - 1 - i) * BitsOfCharacter)) & (Characters.Length - 1)]);
        }

        return code.ToString();
    }

    /// <summary>The number of a code, however it was typed: case, spaces and hyphens do not count, and O, I and L are read as the digits they look like.</summary>
    /// <returns>Null: the batch has no such code.</returns>
    public static int? Read(VoucherBatch batch, string code)
    {
        var typed = Folded(code);
        if (PrefixIn(typed) != batch.Prefix) return null;
        UInt128 bits = 0;
        foreach (var typedCharacter in typed.AsSpan(typed.Length - BodyLength))
        {
            var value = Characters.IndexOf(typedCharacter switch { 'O' => '0', 'I' or 'L' => '1', var other => other }, StringComparison.Ordinal);
            if (value < 0) return null;
            bits = (bits << BitsOfCharacter) | (uint)value;
        }

        var tag = (ulong)(bits & (((UInt128)1 << TagBits) - 1));
        var number = (int)((uint)(bits >> TagBits) ^ MaskOf(batch.Secret, tag));
        return IsSame(tag, TagOf(batch.Secret, number)) && number < batch.Count ? number : null;
    }

    /// <summary>The prefix of what somebody typed; null: it is too short for a code.</summary>
    public static string? PrefixOf(string code) => PrefixIn(Folded(code));

    private static string? PrefixIn(string typed) => typed.Length > BodyLength ? typed[..^BodyLength] : null;

    private static string Folded(string code) => string.Concat(code.Where(c => c != Hyphen && !char.IsWhiteSpace(c))).ToUpperInvariant();

    private static ulong TagOf(byte[] secret, int number) => Hash(secret, Tag, (ulong)number) >> (64 - TagBits);

    private static uint MaskOf(byte[] secret, ulong tag) => (uint)(Hash(secret, Mask, tag) >> (64 - NumberBits));

    private static ulong Hash(byte[] secret, byte use, ulong of)
    {
        Span<byte> said = stackalloc byte[1 + sizeof(ulong)];
        said[0] = use;
        BinaryPrimitives.WriteUInt64BigEndian(said[1..], of);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, said, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    // How long it takes says nothing about how much of a guess is right.
    private static bool IsSame(ulong a, ulong b)
    {
        Span<byte> left = stackalloc byte[sizeof(ulong)];
        Span<byte> right = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(left, a);
        BinaryPrimitives.WriteUInt64BigEndian(right, b);
        return CryptographicOperations.FixedTimeEquals(left, right);
    }
}
