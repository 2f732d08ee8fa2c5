using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Crm.BuildingBlocks.Hosting.Api.Lists;

/// <summary>A page as it is described and, where nothing is chosen or masked, written.</summary>
/// <param name="Items">In the order asked for.</param>
/// <param name="NextCursor">For <c>cursor</c> of the next request; null on the last page.</param>
/// <param name="Total">Rows on all pages; only with <c>total=exact</c>.</param>
/// <param name="IsLimited">Rows that belong to a figure are out of the reader's reach; only in lists of what a figure is made of.</param>
public sealed record Page<TRow>(
    IReadOnlyList<TRow> Items,
    string? NextCursor,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Total = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? IsLimited = null);

/// <summary>The answer of a list endpoint.</summary>
public sealed class PageOf<TRow> : IResult, IEndpointMetadataProvider
    where TRow : class
{
    private readonly RowWriter _writer;

    internal PageOf(IReadOnlyList<TRow> items, string? nextCursor, long? total, RowWriter writer)
    {
        Content = new Page<TRow>(items, nextCursor, total);
        _writer = writer;
    }

    /// <summary>The rows in full, whatever fields will be written.</summary>
    public Page<TRow> Content { get; private set; }

    /// <summary>Says whether there are rows behind the same figure that the reader may not see.</summary>
    public PageOf<TRow> TellIfLimited(bool isLimited)
    {
        Content = Content with { IsLimited = isLimited };
        return this;
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Page<TRow>), ["application/json"]));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        if (_writer.IsPlain)
        {
            await response.WriteAsJsonAsync(Content, CrmJson.Options, httpContext.RequestAborted);
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(response.BodyWriter, CrmJson.WriterOptions);
        Write(json);
        await json.FlushAsync(httpContext.RequestAborted);
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var row in Content.Items) _writer.Write(json, row);
        json.WriteEndArray();
        json.WriteString("nextCursor", Content.NextCursor);
        if (Content.Total is { } total) json.WriteNumber("total", total);
        if (Content.IsLimited is { } isLimited) json.WriteBoolean("isLimited", isLimited);
        json.WriteEndObject();
    }
}
