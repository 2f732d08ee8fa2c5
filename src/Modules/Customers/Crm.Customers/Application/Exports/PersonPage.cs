using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.BuildingBlocks;

namespace Crm.Customers.Application.Exports;

/// <summary>What is kept of a person as a page that needs nothing but itself.</summary>
internal static class PersonPage
{
    private static readonly Phrase Title = new("Your data", "您的数据");

    private const string Style =
        "body{font-family:sans-serif;margin:2em;max-width:60em}table{border-collapse:collapse;margin:.3em 0 1em}td{border:1px solid #ccc;padding:.2em .6em;vertical-align:top}td:first-child{color:#555}";

    public static string Of(IReadOnlyList<(string Title, JsonNode Content)> sections, Language language)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html><html lang=\"").Append(language == Language.Chinese ? "zh" : "en").Append("\"><head><meta charset=\"utf-8\"><title>").Append(Title.In(language))
            .Append("</title><style>").Append(Style).Append("</style></head><body><h1>").Append(Title.In(language)).Append("</h1>");
        foreach (var (title, content) in sections)
        {
            page.Append("<h2>").Append(WebUtility.HtmlEncode(title)).Append("</h2>");
            Write(page, content);
        }

        return page.Append("</body></html>").ToString();
    }

    private static void Write(StringBuilder page, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                page.Append("<table>");
                foreach (var (name, value) in fields.Where(f => !IsEmpty(f.Value)))
                {
                    page.Append("<tr><td>").Append(WebUtility.HtmlEncode(name)).Append("</td><td>");
                    Write(page, value);
                    page.Append("</td></tr>");
                }

                page.Append("</table>");
                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Write(page, item);
                    if (item is JsonValue) page.Append("<br>");
                }

                break;
            case JsonValue value:
                page.Append(WebUtility.HtmlEncode(value.GetValueKind() == JsonValueKind.String ? JsonSerializer.Deserialize<string>(value.ToJsonString()) : value.ToJsonString()));
                break;
        }
    }

    private static bool IsEmpty(JsonNode? node) => node is null or JsonArray { Count: 0 } or JsonObject { Count: 0 };
}
