using System.Globalization;
using System.Text.RegularExpressions;
using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Fields;

/// <param name="Text">What is wrong with a value and what would be right.</param>
/// <param name="Values">Fill its placeholders.</param>
internal sealed record FieldFault(Phrase Text, params object?[] Values);

/// <summary>Whether a value may be written into a field. What stands there already is never asked: rules that changed since do not reach back.</summary>
internal static class FieldCheck
{
    // An expression of an administrator that runs away on some text must not hold the request.
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(250);

    private static readonly Phrase Retired = new("This field is no longer written.", "该字段已停用，不能再填写。");
    private static readonly Phrase TooLong = new("At most {0} characters are expected.", "最多 {0} 个字符。");
    private static readonly Phrase TooSmall = new("At least {0} is expected.", "不能小于 {0}。");
    private static readonly Phrase TooGreat = new("At most {0} is expected.", "不能大于 {0}。");
    private static readonly Phrase TooEarly = new("{0} or later is expected.", "不能早于 {0}。");
    private static readonly Phrase TooLate = new("{0} or earlier is expected.", "不能晚于 {0}。");
    private static readonly Phrase TooPrecise = new("At most {0} decimals are expected.", "最多 {0} 位小数。");
    private static readonly Phrase OtherPattern = new("This does not look as this field should: {0}", "格式不符合该字段的要求：{0}");
    private static readonly Phrase Unmatchable = new("This could not be compared with the pattern of the field in time. A shorter text is expected.", "未能及时完成格式校验，请缩短文本。");
    private static readonly Phrase UnknownOption = new("'{0}' is none of the options: {1}.", "“{0}”不是可选项。可选：{1}。");
    private static readonly Phrase RetiredOption = new("'{0}' is no longer chosen. Options: {1}.", "“{0}”已停用。可选：{1}。");

    /// <param name="field">As it is defined now.</param>
    /// <param name="content">What is to be written; of the field's type.</param>
    /// <param name="present">What stands there; options that were chosen before may stay.</param>
    public static FieldFault? FaultOf(this CustomField field, FieldContent content, FieldContent? present)
    {
        if (content == present) return null;
        if (field.IsRetired) return new FieldFault(Retired);
        return field.Type switch
        {
            FieldType.Text => FaultOfText(field, content.Written),
            FieldType.Number => FaultOfNumber(field, content.Number!.Value),
            FieldType.Date => FaultOfDate(field, content.Date!.Value),
            FieldType.Flag => null,
            _ => FaultOfOptions(field, content.Options.Except(present?.Options ?? [])),
        };
    }

    /// <summary>Whether .NET understands the expression.</summary>
    public static bool IsPattern(string pattern)
    {
        try
        {
            // By itself, too: what stands around it could close a bracket that it leaves open.
            _ = Regex.IsMatch("", pattern, RegexOptions.CultureInvariant, LongestMatch);
            _ = Of(pattern);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static FieldFault? FaultOfText(CustomField field, string text)
    {
        var most = field.MaxLength ?? FieldLimits.Text;
        if (text.Length > most) return new FieldFault(TooLong, most);
        if (field.Pattern is not { } pattern) return null;
        try
        {
            return Of(pattern).IsMatch(text) ? null : new FieldFault(OtherPattern, pattern);
        }
        catch (RegexMatchTimeoutException)
        {
            return new FieldFault(Unmatchable);
        }
    }

    private static FieldFault? FaultOfNumber(CustomField field, decimal number)
    {
        var (least, most) = (field.Min ?? -FieldLimits.Number, field.Max ?? FieldLimits.Number);
        if (number < least) return new FieldFault(TooSmall, least.ToString(CultureInfo.InvariantCulture));
        if (number > most) return new FieldFault(TooGreat, most.ToString(CultureInfo.InvariantCulture));
        return decimal.Round(number, FieldLimits.Decimals) == number ? null : new FieldFault(TooPrecise, FieldLimits.Decimals);
    }

    private static FieldFault? FaultOfDate(CustomField field, DateOnly date)
    {
        if (date < field.Earliest) return new FieldFault(TooEarly, field.Earliest.Value.ToString("O", CultureInfo.InvariantCulture));
        return date > field.Latest ? new FieldFault(TooLate, field.Latest.Value.ToString("O", CultureInfo.InvariantCulture)) : null;
    }

    private static FieldFault? FaultOfOptions(CustomField field, IEnumerable<string> chosen)
    {
        var open = string.Join(", ", field.Options.Where(o => !o.IsRetired).Select(o => o.Key));
        foreach (var key in chosen)
        {
            if (field.Options.FirstOrDefault(o => o.Key == key) is not { } option) return new FieldFault(UnknownOption, key, open);
            if (option.IsRetired) return new FieldFault(RetiredOption, key, open);
        }

        return null;
    }

    private static Regex Of(string pattern) => new($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, LongestMatch);
}
