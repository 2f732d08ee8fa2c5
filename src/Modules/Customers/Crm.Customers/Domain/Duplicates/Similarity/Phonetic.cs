using System.Text;

namespace Crm.Customers.Domain.Duplicates.Similarity;

/// <summary>What sounds alike has the same code: Soundex as the U.S. National Archives write it down (R. Russell, 1918); Chinese by its pinyin initials.</summary>
internal static class Phonetic
{
    private const int Length = 4;

    //                             abcdefghijklmnopqrstuvwxyz; a vowel parts two letters of one sound, h and w do not.
    private const string Sounds = "01230120022455012623010202";

    public static string Of(string text)
    {
        if (Pinyin.Initials(text) is { } initials) return initials;
        var code = new StringBuilder(Length);
        var last = '0';
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) return text;
            if (c is < 'a' or > 'z') continue;
            var sound = Sounds[c - 'a'];
            if (code.Length == 0) code.Append(c);
            else if (sound != '0' && sound != last) code.Append(sound);
            if (c is not ('h' or 'w')) last = sound;
            if (code.Length == Length) break;
        }

        return code.Length == 0 ? text : code.ToString();
    }
}
