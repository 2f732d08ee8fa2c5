using System.Globalization;

namespace Crm.BuildingBlocks.Hosting.Settings;

public enum SettingKind
{
    [Label("Text", "文本")]
    Text,
    [Label("Whole number", "整数")]
    Number,
    [Label("Yes or no", "是/否")]
    YesNo,
    [Label("Time zone", "时区")]
    TimeZone,
    [Label("Currency", "币种")]
    Currency,
}

/// <summary>
/// A setting that administrators change while the system runs. Declared as a singleton service by whoever reads it:
/// <c>services.AddSingleton(new SettingDefinition("customers.pool-days", SettingKind.Number, "30", ...))</c>.
/// </summary>
/// <param name="Name"><c>module.name</c>, stored, so it never changes.</param>
/// <param name="Kind">How the text is read.</param>
/// <param name="Default">In force until somebody chooses another value.</param>
/// <param name="Text">What it decides.</param>
public sealed record SettingDefinition(string Name, SettingKind Kind, string Default, Phrase Text)
{
    /// <summary>Least and greatest value of a number.</summary>
    public (long Least, long Greatest) Range { get; init; } = (0, int.MaxValue);

    public Phrase Expected => Kind switch
    {
        SettingKind.Number => new($"A whole number from {Range.Least} to {Range.Greatest} is expected.", $"应为 {Range.Least} 到 {Range.Greatest} 的整数。"),
        SettingKind.YesNo => new("'true' or 'false' is expected.", "应为 'true' 或 'false'。"),
        SettingKind.TimeZone => new("An IANA time zone such as Europe/Berlin is expected.", "应为 IANA 时区，例如 Asia/Shanghai。"),
        SettingKind.Currency => new("A currency code of ISO 4217 such as EUR is expected.", "应为 ISO 4217 币种代码，例如 CNY。"),
        _ => new("A text is expected.", "应为文本。"),
    };

    public bool Accepts(string value) => Kind switch
    {
        SettingKind.Number => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= Range.Least && number <= Range.Greatest,
        SettingKind.YesNo => value is "true" or "false",
        SettingKind.TimeZone => TimeZoneInfo.TryFindSystemTimeZoneById(value, out _),
        SettingKind.Currency => Currencies.AreKnown(value),
        _ => true,
    };
}

/// <summary>The settings in force. Kept in memory; a change arrives on every host within seconds.</summary>
public interface ISettings
{
    ValueTask<string> Text(string name, CancellationToken ct);
}

public static class SettingsReading
{
    public static async ValueTask<long> Number(this ISettings settings, string name, CancellationToken ct) =>
        long.Parse(await settings.Text(name, ct), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    public static async ValueTask<bool> YesNo(this ISettings settings, string name, CancellationToken ct) => await settings.Text(name, ct) == "true";
}
