using System.Globalization;
using System.Text;

namespace Crm.BuildingBlocks.Hosting.Mail;

/// <summary>A mail in the form it travels in: RFC 5322 with MIME. All of it is ASCII, except addresses that are not.</summary>
internal static class MimeMessage
{
    private const int LongestPlainLine = 76;
    private const int BytesPerBase64Line = 57;

    /// <summary>Neither base64 nor plain text that <see cref="IsPlain"/> lets through holds it, so that it cannot end a part too early.</summary>
    private const string BoundaryMark = "=_";

    public static byte[] Write(OutgoingMail mail, Mailbox from, DateTimeOffset date)
    {
        using var message = new MemoryStream(mail.Files.Sum(f => f.Content.Length) / 2 * 3 + 16_384);
        using (var writer = new StreamWriter(message, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n" })
        {
            writer.WriteLine($"From: {MimeHeader.Mailbox(from)}");
            writer.WriteLine($"To: {MimeHeader.Mailbox(mail.To)}");
            writer.WriteLine($"Subject: {MimeHeader.Text(mail.Subject)}");
            writer.WriteLine($"Date: {date.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000");
            writer.WriteLine($"Message-ID: <{mail.Key}@{from.Domain}>");
            writer.WriteLine("Auto-Submitted: auto-generated");
            writer.WriteLine("MIME-Version: 1.0");
            WriteBody(writer, mail);
        }

        return message.ToArray();
    }

    private static void WriteBody(StreamWriter writer, OutgoingMail mail)
    {
        if (mail.Files.Count == 0)
        {
            WriteTexts(writer, mail);
            return;
        }

        var boundary = $"{BoundaryMark}all.{mail.Key}";
        writer.WriteLine($"Content-Type: multipart/mixed;\r\n boundary=\"{boundary}\"");
        writer.WriteLine();
        writer.WriteLine($"--{boundary}");
        WriteTexts(writer, mail);
        foreach (var file in mail.Files)
        {
            writer.WriteLine($"--{boundary}");
            WriteFile(writer, file);
        }

        writer.WriteLine($"--{boundary}--");
    }

    private static void WriteTexts(StreamWriter writer, OutgoingMail mail)
    {
        if (mail.Html is null)
        {
            WriteText(writer, "plain", mail.Text);
            return;
        }

        var boundary = $"{BoundaryMark}texts.{mail.Key}";
        writer.WriteLine($"Content-Type: multipart/alternative;\r\n boundary=\"{boundary}\"");
        writer.WriteLine();
        writer.WriteLine($"--{boundary}");
        WriteText(writer, "plain", mail.Text);
        writer.WriteLine($"--{boundary}");
        WriteText(writer, "html", mail.Html);
        writer.WriteLine($"--{boundary}--");
    }

    private static void WriteText(StreamWriter writer, string kind, string text)
    {
        var lines = text.ReplaceLineEndings("\r\n");
        var plain = IsPlain(lines);
        writer.WriteLine($"Content-Type: text/{kind}; charset=utf-8");
        writer.WriteLine($"Content-Transfer-Encoding: {(plain ? "7bit" : "base64")}");
        writer.WriteLine();
        if (plain) writer.WriteLine(lines);
        else WriteBase64(writer, Encoding.UTF8.GetBytes(lines));
    }

    private static void WriteFile(StreamWriter writer, MailFile file)
    {
        writer.WriteLine($"Content-Type: {MimeHeader.Token(file.ContentType)}");
        writer.WriteLine($"Content-Disposition: attachment;{MimeHeader.Parameter("filename", file.Name)}");
        writer.WriteLine("Content-Transfer-Encoding: base64");
        writer.WriteLine();
        WriteBase64(writer, file.Content.Span);
    }

    private static void WriteBase64(StreamWriter writer, ReadOnlySpan<byte> bytes)
    {
        Span<char> line = stackalloc char[LongestPlainLine];
        for (var start = 0; start < bytes.Length; start += BytesPerBase64Line)
        {
            Convert.TryToBase64Chars(bytes.Slice(start, Math.Min(BytesPerBase64Line, bytes.Length - start)), line, out var written);
            writer.WriteLine(line[..written]);
        }
    }

    private static bool IsPlain(string text) =>
        text.All(c => c is >= ' ' and < (char)127 or '\r' or '\n' or '\t')
        && text.Split("\r\n").All(line => line.Length <= LongestPlainLine)
        && !text.Contains($"--{BoundaryMark}", StringComparison.Ordinal);
}
