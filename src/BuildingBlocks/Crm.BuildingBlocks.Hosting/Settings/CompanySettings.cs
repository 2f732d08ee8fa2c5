namespace Crm.BuildingBlocks.Hosting.Settings;

/// <summary>What the whole installation knows of its company. Declared by the platform, read by every module.</summary>
public static class CompanySettings
{
    public const string Name = "platform.company-name";

    public const string TimeZone = "platform.time-zone";

    public const string Currency = "platform.currency";

    public static readonly IReadOnlyList<SettingDefinition> All =
    [
        new(Name, SettingKind.Text, "", new Phrase("Name of the company, on reports, mails and documents", "公司名称，用于报表、邮件和单据")),
        new(TimeZone, SettingKind.TimeZone, "UTC", new Phrase(
            "Zone of the company's business days: that of new users and of API clients that act for nobody", "公司营业日所用时区：新用户以及不代表任何人的 API 客户端均采用")),
        new(Currency, SettingKind.Currency, "EUR", new Phrase("Currency in which the company keeps its books", "公司记账本位币")),
    ];
}
