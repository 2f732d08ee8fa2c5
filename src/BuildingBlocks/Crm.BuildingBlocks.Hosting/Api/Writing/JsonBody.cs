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
            return await JsonDocument.ParseAsync(context.Request.Body, CrmJson.DocumentOptions, context.RequestAborted);
        }
        catch (JsonException e)
        {
            throw new InvalidInput(JsonErrors.From(e));
        }
    }
}
