namespace Crm.BuildingBlocks.Hosting.Attachments;

/// <summary>How files of a type begin, so that a program does not come in as a picture.</summary>
internal static class FileSignatures
{
    /// <summary>Bytes that <see cref="Fit"/> wants to see.</summary>
    public const int Length = 16;

    private static readonly byte[] Zip = "PK\u0003\u0004"u8.ToArray();
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF];

    public static bool Fit(string contentType, ReadOnlySpan<byte> head) => contentType switch
    {
        "application/pdf" => head.StartsWith("%PDF-"u8),
        "image/png" => head.StartsWith(Png),
        "image/jpeg" => head.StartsWith(Jpeg),
        "image/gif" => head.StartsWith("GIF8"u8),
        "image/webp" => head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..].StartsWith("WEBP"u8),
        _ when contentType.StartsWith("application/vnd.openxmlformats-", StringComparison.Ordinal) => head.StartsWith(Zip),
        _ when contentType.StartsWith("text/", StringComparison.Ordinal) => !head.Contains((byte)0),
        _ => true,
    };
}
