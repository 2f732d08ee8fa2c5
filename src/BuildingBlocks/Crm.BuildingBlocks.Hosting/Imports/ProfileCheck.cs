using System.Globalization;
using Crm.BuildingBlocks.Hosting.Imports.Duplicates;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>Finds what is wrong with a profile before any file is read with it.</summary>
internal static class ProfileCheck
{
    private static readonly Phrase UnknownField = new("The target has no such field. Its fields are: {0}.", "目标没有该字段。可用字段：{0}。");
    private static readonly Phrase NoSource = new("Say where it comes from: column, columns or constant, and only one of them.", "请指定来源：column、columns 或 constant 之一。");
    private static readonly Phrase FieldMissing = new("The target requires the fields {0}.", "目标要求字段：{0}。");
    private static readonly Phrase NoKey = new("Name a system and at least one column.", "请指定系统名和至少一列。");
    private static readonly Phrase OneCharacter = new("Exactly one character, and no quote or line break.", "必须是一个字符，且不能是引号或换行。");
    private static readonly Phrase UnknownEncoding = new("Known encodings are: {0}.", "可用编码：{0}。");
    private static readonly Phrase PointOrComma = new("A point or a comma.", "必须是点或逗号。");
    private static readonly Phrase NoDate = new("No day can be written in this form and read again. Such are yyyy-MM-dd and d.M.yyyy.", "无法用该格式书写并重新读取日期。可用格式如 yyyy-MM-dd、d.M.yyyy。");
    private static readonly Phrase NoDetails = new("The target takes no second file, or not for this field.", "目标不接受明细文件，或该字段不是明细字段。");
    private static readonly Phrase TooLong = new("At most {0} characters.", "最多 {0} 个字符。");
    private static readonly Phrase ListByColumn = new("This field is filled by the second file: put it under details.", "该字段由明细文件填充，请放在 details 下。");

    private static readonly Phrase UnknownTrait = new("Records of this target are recognised by: {0}. Name at least one of them.", "该目标可用于识别记录的依据：{0}。请至少指定一项。");

    private const int MostSystem = 60;

    /// <summary>Its day, month and year cannot be taken for each other, so that a form that mixes them up is found out.</summary>
    private static readonly DateTimeOffset SomeDay = new(2003, 11, 27, 12, 0, 0, TimeSpan.Zero);

    /// <exception cref="InvalidInput">With a pointer for each fault.</exception>
    /// <param name="profile">To be used.</param>
    /// <param name="shape">What the target takes.</param>
    /// <param name="traits">By which the caller may have duplicates recognised.</param>
    public static void Require(ImportProfile profile, RowShape shape, IReadOnlyList<string> traits)
    {
        var errors = new List<InputError>();
        CheckFormat(profile.Format, "/format", errors);
        CheckKey(profile.Key, errors);
        CheckFields(profile.Fields, shape, "/fields", errors);
        if (profile.Details is { } details) CheckDetails(details, shape, errors);
        else if (shape.List is { IsRequired: true } list) errors.Add(new InputError("/details", FieldMissing, list.Name));
        if (profile.Duplicates is { Policy: not DuplicatePolicy.Create } duplicates && (duplicates.By is not { Count: > 0 } || duplicates.By.Except(traits).Any()))
            errors.Add(new InputError("/duplicates/by", UnknownTrait, string.Join(", ", traits)));
        if (errors.Count > 0) throw new InvalidInput(errors);
    }

    private static void CheckFormat(ImportFormat format, string pointer, List<InputError> errors)
    {
        if (format.Delimiter is not [not ('"' or '\r' or '\n' or '\0')]) errors.Add(new InputError($"{pointer}/delimiter", OneCharacter));
        if (!FileEncodings.AreKnown(format.Encoding)) errors.Add(new InputError($"{pointer}/encoding", UnknownEncoding, FileEncodings.Names));
        if (format.DecimalSeparator is not ("." or ",")) errors.Add(new InputError($"{pointer}/decimalSeparator", PointOrComma));
        if (!IsDateFormat(format.DateFormat)) errors.Add(new InputError($"{pointer}/dateFormat", NoDate));
    }

    private static void CheckKey(ImportKey key, List<InputError> errors)
    {
        if (string.IsNullOrWhiteSpace(key.System) || key.Columns is not { Count: > 0 }) errors.Add(new InputError("/key", NoKey));
        else if (key.System.Length > MostSystem) errors.Add(new InputError("/key/system", TooLong, MostSystem));
    }

    private static void CheckDetails(ImportDetails details, RowShape shape, List<InputError> errors)
    {
        if (shape.List is not { Element: { } element } || shape.List.Name != details.Field)
        {
            errors.Add(new InputError("/details/field", NoDetails));
            return;
        }

        if (details.Key is not { Count: > 0 }) errors.Add(new InputError("/details/key", NoKey));
        if (details.Format is { } format) CheckFormat(format, "/details/format", errors);
        CheckFields(details.Fields, element, "/details/fields", errors);
    }

    private static void CheckFields(IReadOnlyDictionary<string, FieldSource> fields, RowShape shape, string pointer, List<InputError> errors)
    {
        var known = string.Join(", ", shape.Fields.Select(f => f.Name));
        foreach (var (name, source) in fields)
        {
            var at = $"{pointer}/{name.Replace("~", "~0").Replace("/", "~1")}";
            if (shape.Fields.FirstOrDefault(f => f.Name == name) is not { } field) errors.Add(new InputError(at, UnknownField, known));
            else if (field.Element is not null) errors.Add(new InputError(at, ListByColumn));
            else if (Sources(source) != 1) errors.Add(new InputError(at, NoSource));
            else if (source.DecimalSeparator is not (null or "." or ",")) errors.Add(new InputError($"{at}/decimalSeparator", PointOrComma));
            else if (!IsDateFormat(source.DateFormat)) errors.Add(new InputError($"{at}/dateFormat", NoDate));
        }

        var missing = shape.Fields.Where(f => f.IsRequired && f.Element is null && !fields.ContainsKey(f.Name)).Select(f => f.Name).ToList();
        if (missing.Count > 0) errors.Add(new InputError(pointer, FieldMissing, string.Join(", ", missing)));
    }

    private static bool IsDateFormat(string? format)
    {
        if (format is null) return true;
        try
        {
            var written = SomeDay.ToString(format, CultureInfo.InvariantCulture);
            return DateTimeOffset.TryParseExact(written, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var read)
                && read.Date == SomeDay.Date;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static int Sources(FieldSource source) =>
        (source.Column is null ? 0 : 1) + (source.Columns is { Count: > 0 } ? 1 : 0) + (source.Constant is null ? 0 : 1);
}
