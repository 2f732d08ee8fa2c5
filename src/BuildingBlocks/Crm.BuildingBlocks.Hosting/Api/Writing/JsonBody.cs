using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Crm.BuildingBlocks.Hosting.Api.Writing;

/// <summary>Reads a body of which the type is known only later.</summary>
internal static class JsonBody
{
    /// <exception cref="BadHttpRequestException">415: the content is not of one of the types, or not in UTF-8.</exception>
    /// <exception cref="InvalidInput">It is not well-formed JSON.</exception>
    public static async Task<JsonDocument> Read(HttpContext context, params string[] contentTypes)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !contentTypes.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            throw new BadHttpRequestException($"The body must be {string.Join(" or ", contentTypes)} in UTF-8.", StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            var document = await JsonDocument.ParseAsync(context.Request.Body, CrmJson.DocumentOptions, context.RequestAborted);
            CheckText(document.RootElement, "");
            return document;
        }
        catch (InvalidOperationException)
        {
            // Looking for duplicates unescapes names, which half a surrogate pair does not survive.
            throw new InvalidInput("", JsonPhrases.IllFormedText);
        }
        catch (JsonException e)
        {
            throw new InvalidInput(JsonErrors.From(e));
        }
    }

    // Before the document is copied or merged, which fails on text that cannot be encoded.
    private static void CheckText(JsonElement element, string pointer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    var name = Text(() => property.Name, pointer);
                    CheckText(property.Value, $"{pointer}/{JsonPointer.Escape(name)}");
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray()) CheckText(item, $"{pointer}/{index++}");
                break;
            case JsonValueKind.String:
                Text(() => element.GetString()!, pointer);
                break;
        }
    }

    private static string Text(Func<string> read, string pointer)
    {
        try
        {
            var text = read();
            return text.Contains('\0') ? throw new InvalidInput(pointer, JsonPhrases.IllFormedText) : text;
        }
        catch (InvalidOperationException)
        {
            throw new InvalidInput(pointer, JsonPhrases.IllFormedText);
        }
    }
}
