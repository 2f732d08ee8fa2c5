using System.Security.Cryptography;
using System.Text.Json;

namespace Crm.BuildingBlocks.Hosting.Audit;

/// <summary>SHA-256 over the seal before and the entry in one fixed form. Personal values are ciphertext in it, so an erasure breaks no seal.</summary>
internal static class AuditSeal
{
    public static string Of(string previous, long number, AuditEntry entry)
    {
        using var canonical = new MemoryStream();
        using (var json = new Utf8JsonWriter(canonical))
        {
            json.WriteStartArray();
            json.WriteStringValue(previous);
            json.WriteNumberValue(number);
            json.WriteNumberValue(entry.Position);
            json.WriteNumberValue(entry.At.UtcTicks);
            json.WriteStringValue(entry.CallerId);
            json.WriteStringValue(entry.CallerKind.ToString());
            json.WriteStringValue(entry.CallerName);
            json.WriteStringValue(entry.RemoteAddress);
            json.WriteStringValue(entry.TraceId);
            json.WriteStringValue(entry.Action);
            json.WriteStringValue(entry.RecordType);
            json.WriteStringValue(entry.RecordId?.ToString());
            json.WriteStringValue(entry.Version?.ToString(System.Globalization.CultureInfo.InvariantCulture));
            json.WriteStringValue(entry.Changes);
            json.WriteEndArray();
        }

        return Convert.ToHexStringLower(SHA256.HashData(canonical.GetBuffer().AsSpan(0, (int)canonical.Length)));
    }
}
