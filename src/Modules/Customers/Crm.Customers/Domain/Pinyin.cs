using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Crm.Customers.Domain;

/// <summary>Chinese names as people type them who are in a hurry: by the first letter of each syllable.</summary>
internal static class Pinyin
{
    // The first character of every letter in the Unicode order by pinyin; no syllable begins with i, u or v.
    private const string FirstOfLetter = "阿八嚓咑妸发旮哈丌咔垃妈拏噢妑七呥仨他穵夕丫帀";
    private const string Letters = "abcdefghjklmnopqrstwxyz";

    // Read otherwise in names than on their own.
    private static readonly FrozenDictionary<char, char> InNames = new Dictionary<char, char> { ['曾'] = 'z', ['厦'] = 'x', ['长'] = 'c', ['单'] = 's', ['解'] = 'x', ['仇'] = 'q' }
        .ToFrozenDictionary();

    private static readonly CompareInfo ByPinyin = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;

    /// <returns>Such as <c>bjcyyxgs</c> for 北京茶叶有限公司; letters and digits between the characters stay. Null where there is no Chinese character.</returns>
    public static string? Initials(string? text)
    {
        if (text is null || !text.Any(IsHan)) return null;
        var initials = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (IsHan(c)) initials.Append(InNames.TryGetValue(c, out var letter) ? letter : InitialOf(c));
            else if (char.IsLetterOrDigit(c)) initials.Append(c);
        }

        return initials.ToString();
    }

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    private static char InitialOf(char character)
    {
        var said = character.ToString();
        var letter = 0;
        while (letter + 1 < Letters.Length && ByPinyin.Compare(said, FirstOfLetter[letter + 1].ToString()) >= 0) letter++;
        return Letters[letter];
    }
}
