using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Crm.Testing.Mail;

/// <summary>Headers and body of a mail or of a part of one.</summary>
internal sealed partial class MimePart
{
    private readonly string _body;

    private MimePart(Dictionary<string, string> headers, string body)
    {
        Headers = headers;
        _body = body;
    }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public string Type => Headers.TryGetValue("Content-Type", out var type) ? type.Split(';')[0].Trim() : "text/plain";

    public bool IsFile => Headers.TryGetValue("Content-Disposition", out var disposition) && disposition.StartsWith("attachment", StringComparison.Ordinal);

    public string FileName => Parameter(Headers["Content-Disposition"], "filename") ?? "";

    public static MimePart Read(byte[] raw) => Read(Encoding.Latin1.GetString(raw));

    public IEnumerable<MimePart> Leaves()
    {
        if (!Type.StartsWith("multipart/", StringComparison.Ordinal)) return [this];
        var delimiter = $"\r\n--{Parameter(Headers["Content-Type"], "boundary")}";
        var pieces = $"\r\n{_body}".Split(delimiter);
        return pieces.Skip(1).TakeWhile(piece => !piece.StartsWith("--", StringComparison.Ordinal)).SelectMany(piece => Read(piece[2..]).Leaves());
    }

    public string ReadText() => Encoding.UTF8.GetString(ReadBytes());

    public byte[] ReadBytes() => Headers.TryGetValue("Content-Transfer-Encoding", out var encoding) && encoding == "base64"
        ? Convert.FromBase64String(_body)
        : Encoding.Latin1.GetBytes(_body);

    private static MimePart Read(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = FoldedLine().Replace(text[..end], " ");
        var headers = head.Split("\r\n").Select(line => line.Split(": ", 2)).ToDictionary(h => h[0], h => h[1], StringComparer.OrdinalIgnoreCase);
        return new MimePart(headers, text[(end + 4)..]);
    }

    private static string? Parameter(string header, string name)
    {
        var found = Parameters().Matches(header).Where(m => m.Groups["name"].Value == name).ToList();
        if (found.Count == 0) return null;
        var ordered = found.OrderBy(m => int.TryParse(m.Groups["index"].Value, CultureInfo.InvariantCulture, out var index) ? index : 0);
        var value = string.Concat(ordered.Select(m => m.Groups["quoted"].Success ? m.Groups["quoted"].Value : m.Groups["plain"].Value));
        return value.StartsWith("utf-8''", StringComparison.Ordinal) ? Uri.UnescapeDataString(value[7..]) : value;
    }

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex FoldedLine();

    [GeneratedRegex("""(?<name>[a-z]+)(\*(?<index>\d+))?\*?=("(?<quoted>[^"]*)"|(?<plain>[^;\s]+))""")]
    private static partial Regex Parameters();
}
