using System.Text;
using System.Text.RegularExpressions;

namespace Crm.Testing.Mail;

/// <summary>A mail as its reader's program shows it: the envelope it came in, the headers decoded, the texts and the files.</summary>
public sealed partial class ReceivedMail
{
    private readonly MimePart _root;

    public ReceivedMail(string envelopeFrom, string envelopeTo, byte[] raw)
    {
        EnvelopeFrom = envelopeFrom;
        EnvelopeTo = envelopeTo;
        Raw = raw;
        _root = MimePart.Read(raw);
    }

    public string EnvelopeFrom { get; }

    public string EnvelopeTo { get; }

    public byte[] Raw { get; }

    public string From => Header("From");

    public string To => Header("To");

    public string Subject => Header("Subject");

    public string Text => Parts.First(p => p.Type == "text/plain" && !p.IsFile).ReadText();

    public string? Html => Parts.FirstOrDefault(p => p.Type == "text/html" && !p.IsFile)?.ReadText();

    public IReadOnlyList<ReceivedFile> Files => [.. Parts.Where(p => p.IsFile).Select(p => new ReceivedFile(p.FileName, p.Type, p.ReadBytes()))];

    private IEnumerable<MimePart> Parts => _root.Leaves();

    /// <summary>Reads a file as the pickup folder holds it; there is no envelope around it.</summary>
    public static ReceivedMail FromFile(string path) => new("", "", File.ReadAllBytes(path));

    public bool Has(string header) => _root.Headers.ContainsKey(header);

    /// <summary>A header with its encoded words decoded.</summary>
    public string Header(string name) =>
        EncodedWord().Replace(GapBetweenWords().Replace(_root.Headers[name], "$1$2"), word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value)));

    [GeneratedRegex(@"(\?=)\s+(=\?)")]
    private static partial Regex GapBetweenWords();

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();
}

public sealed record ReceivedFile(string Name, string Type, byte[] Content);
