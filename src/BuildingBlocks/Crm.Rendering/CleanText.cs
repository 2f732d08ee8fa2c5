using System.Text;
using System.Xml;

namespace Crm.Rendering;

/// <summary>Replaces what XML 1.0 cannot hold (most control characters, lone surrogates) by U+FFFD, so that hostile text cannot spoil a file.</summary>
internal static class CleanText
{
    private const char Replacement = '\uFFFD';

    public static string Of(string text)
    {
        var first = IndexOfForbidden(text, 0);
        if (first < 0)
            return text;

        var clean = new StringBuilder(text.Length);
        var kept = 0;
        for (var bad = first; bad >= 0; bad = IndexOfForbidden(text, kept))
        {
            clean.Append(text, kept, bad - kept).Append(Replacement);
            kept = bad + 1;
        }

        return clean.Append(text, kept, text.Length - kept).ToString();
    }

    /// <summary>On one line: breaks and tabs become spaces. For subjects, sheet names and plain-text tables.</summary>
    public static string OneLine(string text) => string.Join(' ', Of(text).Split(['\r', '\n', '\t', '\u2028', '\u2029', '\u0085'], StringSplitOptions.RemoveEmptyEntries));

    private static int IndexOfForbidden(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                continue;

            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                i++;
            else
                return i;
        }

        return -1;
    }
}
