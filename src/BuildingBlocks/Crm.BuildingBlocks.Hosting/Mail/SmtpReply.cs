using System.Text.RegularExpressions;

namespace Crm.BuildingBlocks.Hosting.Mail;

/// <summary>One answer of a mail server: a code of three digits and lines of text.</summary>
internal sealed partial record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    private const int LongestShown = 200;

    public bool IsPositive => Code is >= 200 and < 300;

    public bool AsksForMore => Code is >= 300 and < 400;

    public bool IsForGood => Code is >= 500 and < 600;

    /// <summary>Code and text for logs and people. Servers like to repeat addresses; those are left out.</summary>
    /// <param name="hidden">Further words that must not appear.</param>
    public string Shown(params ReadOnlySpan<string> hidden)
    {
        var text = Addresses().Replace(string.Join(' ', Lines), "***");
        foreach (var word in hidden)
            if (word.Length > 0) text = text.Replace(word, "***", StringComparison.OrdinalIgnoreCase);
        text = new string([.. text.Where(c => !char.IsControl(c))]);
        return $"{Code} {(text.Length > LongestShown ? text[..LongestShown] : text)}".TrimEnd();
    }

    [GeneratedRegex("""[^\s<>"',;:]+@[^\s<>"',;:]+""")]
    private static partial Regex Addresses();
}
