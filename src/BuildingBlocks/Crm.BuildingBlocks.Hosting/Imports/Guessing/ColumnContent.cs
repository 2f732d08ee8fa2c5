using System.Globalization;
using System.Text.Json;

namespace Crm.BuildingBlocks.Hosting.Imports.Guessing;

/// <summary>What the first values of a column look like.</summary>
/// <param name="values">Those that are not empty.</param>
internal sealed class ColumnContent(IReadOnlyList<string> values)
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "yyyy/M/d", "d.M.yyyy", "M/d/yyyy", "d/M/yyyy", "yyyy年M月d日", "yyyy-MM-dd HH:mm:ss", "d.M.yyyy HH:mm", "M/d/yyyy H:mm"];

    public IReadOnlyList<string> Values { get; } = values;

    public bool IsEmpty => Values.Count == 0;

    /// <summary>Every value is there once only.</summary>
    public bool IsUnique => Values.Distinct(StringComparer.Ordinal).Count() == Values.Count;

    /// <summary>There are mail addresses in it, whatever it is called.</summary>
    public bool MayBePersonal => Values.Any(IsMail);

    /// <summary>The format that reads every value as a date; null where none does.</summary>
    public string? DateFormat => IsEmpty ? null : Array.Find(DateFormats, Reads);

    /// <summary>Another format reads every value, too, and not as the same days: nobody can say whether 1/2 is in January or in February.</summary>
    public bool IsDateUnsure => DateFormat is { } format && DateFormats.Any(f => f != format && Reads(f) && Values.Any(v => DateOf(v, f) != DateOf(v, format)));

    /// <summary>A comma where values have decimals behind one and none behind a point.</summary>
    public bool HasDecimalComma => Values.Any(v => v.Contains(',') && IsNumber(v, ",")) && !Values.Any(v => v.Contains('.') && IsNumber(v, "."));

    /// <summary>How many of the values the field could take, 0 to 1; null where nothing can be said.</summary>
    public double? Fits(FieldShape field)
    {
        if (IsEmpty) return null;
        return field.Content switch
        {
            ImportContent.Email => Share(IsMail),
            ImportContent.Phone => Share(IsPhone),
            ImportContent.Country => Share(v => Countries.CodeOf(v) is not null),
            ImportContent.PostalCode => Share(IsPostalCode),
            ImportContent.PersonName => Share(v => !v.Any(char.IsAsciiDigit) && !v.Contains('@')),
            _ => FitsType(field.Type),
        };
    }

    private double? FitsType(Type type)
    {
        if (type.IsEnum) return Share(v => Enum.GetNames(type).Any(n => string.Equals(n, v, StringComparison.OrdinalIgnoreCase)));
        if (type == typeof(DateOnly) || type == typeof(DateTimeOffset)) return DateFormat is null ? 0 : 1;
        if (type == typeof(decimal)) return Share(v => IsNumber(v, ".") || IsNumber(v, ","));
        if (type == typeof(int) || type == typeof(long)) return Share(v => long.TryParse(v, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));
        if (type == typeof(Guid)) return Share(v => Guid.TryParse(v, out _));
        return type == typeof(bool) ? Share(v => v.ToLowerInvariant() is "true" or "false" or "yes" or "no" or "y" or "n" or "1" or "0" or "是" or "否") : null;
    }

    private bool Reads(string format) => Values.All(v => DateOf(v, format) is not null);

    private static DateTime? DateOf(string value, string format) =>
        DateTime.TryParseExact(value, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private double Share(Func<string, bool> fits) => Values.Count(fits) / (double)Values.Count;

    private static bool IsMail(string value) => value.IndexOf('@') is > 0 and var at && value.LastIndexOf('.') > at && !value.Contains(' ');

    private static bool IsPhone(string value)
    {
        var digits = value.Count(char.IsAsciiDigit);
        return digits is >= 6 and <= 17 && value.All(c => char.IsAsciiDigit(c) || " +-./()#x转".Contains(c)) && !DateOnly.TryParse(value, CultureInfo.InvariantCulture, out _);
    }

    private static bool IsPostalCode(string value) => value.Length is >= 3 and <= 10 && value.Any(char.IsAsciiDigit) && value.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-');

    private static bool IsNumber(string value, string separator) => decimal.TryParse(
        value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, new NumberFormatInfo { NumberDecimalSeparator = separator }, out _);

    /// <summary>Which members of a choice its values could mean, where some say it otherwise than the API does.</summary>
    public IReadOnlyDictionary<string, string?>? MapTo(Type type)
    {
        var names = Enum.GetNames(type);
        var said = Values.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (said.TrueForAll(v => names.Contains(v, StringComparer.OrdinalIgnoreCase))) return null;
        var map = new Dictionary<string, string?>(StringComparer.Ordinal) { ["*"] = null };
        foreach (var value in said)
        {
            var meant = Array.Find(names, n => string.Equals(n, value, StringComparison.OrdinalIgnoreCase)
                || Labels.Of((Enum)Enum.Parse(type, n)) is var label && (label.In(Language.English).Equals(value, StringComparison.OrdinalIgnoreCase) || label.In(Language.Chinese) == value));
            if (meant is not null) map[value] = JsonNamingPolicy.CamelCase.ConvertName(meant);
        }

        return map;
    }
}
