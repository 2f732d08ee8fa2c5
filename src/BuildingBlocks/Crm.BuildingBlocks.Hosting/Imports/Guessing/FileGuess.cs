using System.Text;

namespace Crm.BuildingBlocks.Hosting.Imports.Guessing;

/// <summary>How a CSV file is written, worked out from its beginning.</summary>
internal static class FileGuess
{
    /// <summary>So much of a file is looked at.</summary>
    public const int Looked = 256 * 1024;

    private const int MostRecords = 50;
    private const double ShareOfCommonCharacters = 0.6;

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    public static ImportFormat FormatOf(ReadOnlySpan<byte> start)
    {
        var encoding = EncodingOf(start);
        var text = (FileEncodings.Find(encoding) ?? Encoding.UTF8).GetString(start);
        return new ImportFormat { Encoding = encoding, Delimiter = DelimiterOf(text).ToString() };
    }

    /// <summary>
    /// What the byte order mark says (null then, for it says so when the file is read), UTF-8 where all of it is, UTF-16 by its zero bytes,
    /// Chinese where it is mostly pairs for common characters, else that of Western Windows.
    /// </summary>
    private static string? EncodingOf(ReadOnlySpan<byte> start)
    {
        if (start is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return null;
        if (start.Length >= 4 && Zeros(start, 1) > start.Length / 5) return "utf-16";
        if (start.Length >= 4 && Zeros(start, 0) > start.Length / 5) return "utf-16be";
        if (IsUtf8(start)) return "utf-8";
        return IsChinese(start) ? "gb18030" : "windows-1252";
    }

    private static int Zeros(ReadOnlySpan<byte> bytes, int offset)
    {
        var zeros = 0;
        for (var i = offset; i < bytes.Length; i += 2) zeros += bytes[i] == 0 ? 1 : 0;
        return zeros;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var state = Rune.DecodeFromUtf8(bytes, out _, out var read);
            // What was looked at may end within a character.
            if (state == System.Buffers.OperationStatus.NeedMoreData) return true;
            if (state != System.Buffers.OperationStatus.Done) return false;
            bytes = bytes[read..];
        }

        return true;
    }

    // In GB 18030 the lead bytes B0 to D7 stand for the 3,755 characters that nearly all Chinese texts are made of. In a Western text
    // a letter with an accent is followed by a plain one, whose byte no such pair ends with.
    private static bool IsChinese(ReadOnlySpan<byte> bytes)
    {
        var (common, others) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80) continue;
            if (i + 1 < bytes.Length && bytes[i] is >= 0xB0 and <= 0xD7 && bytes[i + 1] >= 0xA1) common++;
            else others++;
            if (i + 1 < bytes.Length && bytes[i + 1] >= 0x40) i++;
        }

        return common > ShareOfCommonCharacters * (common + others);
    }

    /// <summary>The one that parts most records into as many fields as the first, and that into more than one.</summary>
    private static char DelimiterOf(string text)
    {
        var best = (Score: 0.0, Delimiter: Delimiters[0]);
        foreach (var delimiter in Delimiters)
        {
            var counts = FieldCounts(text, delimiter);
            if (counts.Count == 0 || counts[0] < 2) continue;
            var score = counts.Count(c => c == counts[0]) / (double)counts.Count * Math.Log(1 + counts[0]);
            if (score > best.Score) best = (score, delimiter);
        }

        return best.Delimiter;
    }

    private static List<int> FieldCounts(string text, char delimiter)
    {
        var (counts, fields, isQuoted, isEmpty) = (new List<int>(), 1, false, true);
        foreach (var c in text)
        {
            if (c == '"') isQuoted = !isQuoted;
            else if (isQuoted) continue;
            else if (c == delimiter) fields++;
            else if (c == '\n')
            {
                if (!isEmpty) counts.Add(fields);
                if (counts.Count == MostRecords) break;
                (fields, isEmpty) = (1, true);
                continue;
            }

            isEmpty &= char.IsWhiteSpace(c);
        }

        if (!isEmpty && counts.Count < MostRecords && text.Length < Looked) counts.Add(fields);
        return counts;
    }
}
