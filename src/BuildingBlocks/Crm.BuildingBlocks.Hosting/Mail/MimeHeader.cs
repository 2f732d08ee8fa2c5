using System.Text;

namespace Crm.BuildingBlocks.Hosting.Mail;

/// <summary>Values of mail headers: any script in ASCII (RFC 2047, RFC 2231), folded where lines get long.</summary>
internal static class MimeHeader
{
    private const int LongestUnfolded = 60;

    /// <summary>Bytes per encoded word: with its wrapping, and the name of the header before the first, a line stays below 76.</summary>
    private const int BytesPerWord = 36;

    private const int LongestParameterPart = 60;
    private const string Fold = "\r\n ";

    public static string Text(string value)
    {
        if (value.Length <= LongestUnfolded && value.All(IsPrintable) && !value.Contains("=?", StringComparison.Ordinal)) return value;

        // A word must not end inside a character: receivers decode each for itself.
        var words = new List<string>();
        var word = new List<byte>(BytesPerWord);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in value.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(utf8);
            if (word.Count + length > BytesPerWord) Finish();
            word.AddRange(utf8[..length]);
        }

        Finish();
        return string.Join(Fold, words);

        void Finish()
        {
            words.Add($"=?utf-8?B?{Convert.ToBase64String([.. word])}?=");
            word.Clear();
        }
    }

    public static string Mailbox(Mailbox mailbox) => mailbox.Name.Length == 0 ? mailbox.Address : $"{Name(mailbox.Name)}{Fold}<{mailbox.Address}>";

    /// <summary>A media type such as <c>text/csv</c>; anything that is none becomes bytes without meaning.</summary>
    public static string Token(string mediaType) =>
        mediaType.Count(c => c == '/') == 1 && mediaType.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '+' or '-')
            ? mediaType
            : "application/octet-stream";

    /// <summary>A parameter of a header that may be long and in any script, each part on a line of its own.</summary>
    public static string Parameter(string name, string value)
    {
        if (value.Length <= LongestParameterPart && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ' '))
            return $"{Fold}{name}=\"{value}\"";

        var parts = new List<StringBuilder> { new() };
        foreach (var escaped in value.EnumerateRunes().Select(rune => Uri.EscapeDataString(rune.ToString()).Replace("'", "%27", StringComparison.Ordinal)))
        {
            if (parts[^1].Length + escaped.Length > LongestParameterPart) parts.Add(new StringBuilder());
            parts[^1].Append(escaped);
        }

        return parts.Count == 1
            ? $"{Fold}{name}*=utf-8''{parts[0]}"
            : string.Join(';', parts.Select((part, index) => $"{Fold}{name}*{index}*={(index == 0 ? "utf-8''" : "")}{part}"));
    }

    private static string Name(string name) => name.Length <= LongestUnfolded && name.All(IsPrintable) && !name.Contains("=?", StringComparison.Ordinal)
        ? $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
        : Text(name);

    private static bool IsPrintable(char c) => c is >= ' ' and < (char)127;
}
