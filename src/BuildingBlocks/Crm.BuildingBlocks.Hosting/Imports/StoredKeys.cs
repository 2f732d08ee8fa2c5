using System.Buffers.Binary;
using Crm.BuildingBlocks.Hosting.PersonalData;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>
/// How keys of rows are kept: as keyed hashes. They are only compared, and where a file knows its records by mail address or number, a key is a
/// personal value.
/// </summary>
internal static class StoredKeys
{
    /// <summary>128 bits in hexadecimal: of a thousand million keys no two are the same by chance.</summary>
    public static string Of(KeyRing ring, string system, string key)
    {
        Span<byte> hash = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(hash, ring.SearchHash("import-key", $"{system}\n{key}"));
        BinaryPrimitives.WriteInt64BigEndian(hash[8..], ring.SearchHash("import-key-2", $"{system}\n{key}"));
        return Convert.ToHexStringLower(hash);
    }
}
