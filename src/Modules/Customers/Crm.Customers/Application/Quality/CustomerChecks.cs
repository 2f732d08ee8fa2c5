using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Quality;

namespace Crm.Customers.Application.Quality;

/// <summary>What is looked for in customers. What is seen is told without the values themselves: findings are no place for personal data.</summary>
internal static class CustomerChecks
{
    public const string Days = "days";
    public const string OldestAge = "oldestAge";

    public static readonly QualityCheck TaxIdMissing = Missing("tax-id-missing", "No tax number", "缺少税号", 6);
    public static readonly QualityCheck ContactMissing = Missing("contact-missing", "Nobody to talk to", "缺少联系人", 6);
    public static readonly QualityCheck AddressMissing = Missing("address-missing", "No address", "缺少地址", 8);
    public static readonly QualityCheck ReachMissing = Missing("reach-missing", "Neither phone nor mail", "缺少电话和邮箱", 10);
    public static readonly QualityCheck IndustryMissing = Missing("industry-missing", "No industry", "缺少行业", 3);
    public static readonly QualityCheck OwnerMissing = Missing("owner-missing", "Nobody looks after the customer", "缺少负责人", 5);
    public static readonly QualityCheck BirthMissing = Missing("birth-date-missing", "No date of birth", "缺少出生日期", 1);

    public static readonly QualityCheck PhoneInvalid = Wrong("phone-invalid", "Phone number that nobody can dial", "电话号码无法拨打", "{0} of the phone numbers cannot be dialled.", "有 {0} 个电话号码无法拨打。", 8);
    public static readonly QualityCheck MailInvalid = Wrong("mail-invalid", "Mail address that cannot be", "邮箱地址无效", "{0} of the mail addresses have no possible domain.", "有 {0} 个邮箱地址的域名无效。", 8);
    public static readonly QualityCheck PostalCodeInvalid = Wrong("postal-code-invalid", "Postal code unlike those of the country", "邮编不符合国家格式", "The postal code is not written as in {0}.", "邮编不符合 {0} 的格式。", 4);
    public static readonly QualityCheck CountryUnknown = Wrong("country-unknown", "Country that is none", "国家无法识别", "The country of {0} addresses is not known.", "有 {0} 个地址的国家无法识别。", 6);
    public static readonly QualityCheck TaxIdInvalid = Wrong("tax-id-invalid", "Tax number that cannot be", "税号无效", "The tax number has the wrong form or check digit.", "税号的格式或校验位不正确。", 8);

    public static readonly QualityCheck BirthImplausible = new(
        "birth-date-implausible", new Phrase("Date of birth that is hardly true", "出生日期不合理"), new Phrase("The customer would be {0} years old.", "该客户将为 {0} 岁。"), QualitySeverity.Warning, 3,
        new QualityParameter(OldestAge, new Phrase("Highest age that is believed, in years", "可信的最大年龄（岁）"), Default: 110m, Least: 50m, Most: 150m));

    public static readonly QualityCheck SameTaxId = Same("same-tax-id", "Tax number of another customer", "税号与其他客户相同", QualitySeverity.Error, 8);
    public static readonly QualityCheck SamePhone = Same("same-phone", "Phone number of another customer", "电话与其他客户相同", QualitySeverity.Notice, 3);
    public static readonly QualityCheck SameMail = Same("same-mail", "Mail address of another customer", "邮箱与其他客户相同", QualitySeverity.Warning, 5);

    public static readonly QualityCheck PhoneElsewhere = Wrong("phone-of-other-country", "Phone number of another country", "电话与地址国家不一致", "A phone number belongs to {1}, the address to {0}.", "电话号码属于 {1}，地址在 {0}。", 2);
    public static readonly QualityCheck PersonAsCompany = Wrong("person-as-company", "Person with data of a company", "个人客户含企业信息", "A person has a company size or a name in a register.", "个人客户填写了企业规模或注册名称。", 4);

    public static readonly QualityCheck Outdated = new(
        "outdated", new Phrase("Not changed for long", "长期未更新"), new Phrase("Nobody has changed the record for {0} days; {1} are expected at most.", "已有 {0} 天无人更新，上限为 {1} 天。"), QualitySeverity.Notice, 4,
        new QualityParameter(Days, new Phrase("Days after which a record should be looked at again", "超过多少天应重新核实"), Default: 730m, Least: 30m, Most: 3650m));

    public static readonly QualityCheck UntidyPhone = Untidy(CustomerFixes.Phone, "Phone number not as E.164", "电话未采用 E.164 格式");
    public static readonly QualityCheck UntidyMail = Untidy(CustomerFixes.Mail, "Mail address not in lower case", "邮箱未统一为小写");
    public static readonly QualityCheck UntidyName = Untidy(CustomerFixes.Names, "Untidy name", "名称书写不规范");
    public static readonly QualityCheck UntidyCountry = Untidy(CustomerFixes.Country, "Country not as a code", "国家未采用代码");
    public static readonly QualityCheck UntidyAddress = Untidy(CustomerFixes.Address, "Untidy address", "地址书写不规范");

    public static readonly IReadOnlyList<QualityCheck> All =
    [
        TaxIdMissing, ContactMissing, AddressMissing, ReachMissing, IndustryMissing, OwnerMissing, BirthMissing, PhoneInvalid, MailInvalid, PostalCodeInvalid, CountryUnknown, TaxIdInvalid,
        BirthImplausible, SameTaxId, SamePhone, SameMail, PhoneElsewhere, PersonAsCompany, Outdated, UntidyPhone, UntidyMail, UntidyName, UntidyCountry, UntidyAddress,
    ];

    public static QualityCheck? Find(string code) => All.SingleOrDefault(c => c.Code == code);

    public static Phrase Explain(string check, IReadOnlyList<string> values)
    {
        object[] filled = [.. values];
        var seen = All.Single(c => c.Code == check).Seen;
        return new Phrase(seen.In(Language.English, filled), seen.In(Language.Chinese, filled));
    }

    public static string CodeOfFix(string kind) => $"untidy-{kind}";

    private static QualityCheck Missing(string code, string english, string chinese, int weight) =>
        new(code, new Phrase(english, chinese), new Phrase($"{english}.", $"{chinese}。"), QualitySeverity.Notice, weight);

    private static QualityCheck Wrong(string code, string english, string chinese, string seen, string seenChinese, int weight) =>
        new(code, new Phrase(english, chinese), new Phrase(seen, seenChinese), QualitySeverity.Warning, weight);

    private static QualityCheck Same(string code, string english, string chinese, QualitySeverity severity, int weight) =>
        new(code, new Phrase(english, chinese), new Phrase($"{english}.", $"{chinese}。"), severity, weight);

    private static QualityCheck Untidy(string fix, string english, string chinese) =>
        new(CodeOfFix(fix), new Phrase(english, chinese), new Phrase("Could be written better in: {0}.", "以下字段可规范书写：{0}。"), QualitySeverity.Notice, 1);
}
