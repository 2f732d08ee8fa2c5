using System.Text.Json.Nodes;
using Crm.BuildingBlocks;

namespace Crm.Customers.Application.Exports;

/// <summary>The columns of an export, read from a customer as its reader sees it.</summary>
/// <param name="Name">That of the field of an import where there is one.</param>
/// <param name="Title">For people.</param>
/// <param name="Value">From the customer as JSON; null where it says nothing, or not to this reader.</param>
internal sealed record CustomerColumn(string Name, Phrase Title, Func<JsonObject, string?> Value);

internal static class CustomerColumns
{
    public static readonly IReadOnlyList<CustomerColumn> All =
    [
        Plain("id", "Id", "标识"), Plain("code", "Code", "客户编号"), Plain("name", "Name", "名称"), Plain("kind", "Kind", "类型"),
        Plain("shortName", "Short name", "简称"), Plain("legalName", "Name in the register", "注册名称"), Plain("taxId", "Tax number", "税号"),
        Plain("industry", "Industry", "行业"), Plain("size", "Size", "规模"), Plain("source", "Source", "来源"), Plain("channel", "Channel", "渠道"),
        Plain("lifecycle", "Lifecycle", "生命周期"), Plain("bornOn", "Date of birth", "出生日期"), Plain("sex", "Sex", "性别"), Plain("needs", "Needs", "需求"),
        Plain("preferences", "Preferences", "偏好"), Plain("notes", "Notes", "备注"),
        new("tags", new Phrase("Tags", "标签"), c => Joined(c["tags"] as JsonArray)),
        OfContact("contactName", "name", "Contact", "联系人"), OfContact("contactTitle", "title", "Title of the contact", "联系人职务"),
        OfAddress("street", "lines", "Street", "街道"), OfAddress("city", "city", "City", "城市"), OfAddress("region", "region", "Region", "省/州"),
        OfAddress("postalCode", "postalCode", "Postal code", "邮编"), OfAddress("country", "country", "Country", "国家"),
        OfNumber("phone", "Phone", "电话"), OfNumber("mobile", "Mobile phone", "手机"), OfNumber("fax", "Fax", "传真"), OfNumber("email", "E-mail", "电子邮件"),
        Plain("isBlocked", "Blocked", "已冻结"), Plain("ownerId", "Owner", "负责人"), Plain("unitId", "Unit", "部门"), Plain("registeredAt", "Registered at", "登记时间"),
    ];

    private static readonly string[] OfRecord = ["isBlocked", "ownerId", "unitId", "registeredAt"];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(c => c.Name)];

    /// <summary>Those that an import takes, and the id by which it recognises the customer.</summary>
    public static IReadOnlyList<string> OfImports { get; } = [.. Names.Except(OfRecord)];

    public static CustomerColumn Find(string name) => All.Single(c => c.Name == name);

    private static CustomerColumn Plain(string name, string english, string chinese) => new(name, new Phrase(english, chinese), c => TextOf(c[name]));

    private static CustomerColumn OfContact(string name, string field, string english, string chinese) =>
        new(name, new Phrase(english, chinese), c => TextOf(First(c["contacts"], _ => true)?[field]));

    private static CustomerColumn OfAddress(string name, string field, string english, string chinese) =>
        new(name, new Phrase(english, chinese), c => TextOf(First(c["addresses"], a => TextOf(a["kind"]) == "main" && TextOf(a["isPrimary"]) == "true")?[field]));

    private static CustomerColumn OfNumber(string kind, string english, string chinese) =>
        new(kind, new Phrase(english, chinese), c => TextOf(First(c["contactPoints"], p => TextOf(p["kind"]) == kind)?["value"]));

    private static JsonObject? First(JsonNode? list, Func<JsonObject, bool> isIt) => (list as JsonArray)?.OfType<JsonObject>().FirstOrDefault(isIt);

    private static string? Joined(JsonArray? texts) => texts is { Count: > 0 } ? string.Join("; ", texts.Select(TextOf)) : null;

    private static string? TextOf(JsonNode? node) => node is JsonValue ? node.GetValueKind() == System.Text.Json.JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString() : null;
}
