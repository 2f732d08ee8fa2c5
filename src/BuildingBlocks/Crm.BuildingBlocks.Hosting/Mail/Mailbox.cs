using System.Globalization;

namespace Crm.BuildingBlocks.Hosting.Mail;

/// <summary>An address with the name in front of it.</summary>
public sealed record Mailbox
{
    private const int LongestAddress = 254;
    private const int LongestLocalPart = 64;

    public Mailbox(string address, string name = "")
    {
        Address = Canonical(address) ?? throw MailRules.AddressMalformed.Broken();
        Name = MailRules.OneLine(name).Trim();
    }

    /// <summary>Domain in ASCII; the part before the @ may hold any script.</summary>
    public string Address { get; }

    public string Name { get; }

    internal string Domain => Address[(Address.LastIndexOf('@') + 1)..];

    internal string LocalPart => Address[..Address.LastIndexOf('@')];

    /// <summary>Reads <c>name@example.com</c> or <c>A Name &lt;name@example.com&gt;</c>.</summary>
    public static Mailbox Parse(string text)
    {
        var open = text.LastIndexOf('<');
        return open >= 0 && text.TrimEnd().EndsWith('>')
            ? new Mailbox(text.TrimEnd()[(open + 1)..^1], text[..open].Trim().Trim('"'))
            : new Mailbox(text.Trim());
    }

    /// <summary>Whether mail can be sent to it, as far as its form tells.</summary>
    public static bool IsWellFormed(string address) => Canonical(address) is not null;

    private static string? Canonical(string address)
    {
        var at = address.LastIndexOf('@');
        if (at is < 1 or > LongestLocalPart || at == address.Length - 1) return null;
        var local = address[..at];
        if (!local.All(IsAllowedBeforeAt) || local.StartsWith('.') || local.EndsWith('.') || local.Contains("..", StringComparison.Ordinal)) return null;
        try
        {
            var domain = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(address[(at + 1)..]);
            return local.Length + 1 + domain.Length <= LongestAddress ? $"{local}@{domain}" : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsAllowedBeforeAt(char c) => c < 128
        ? char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.".Contains(c)
        : !char.IsControl(c) && !char.IsWhiteSpace(c) && !char.IsSurrogate(c);
}
