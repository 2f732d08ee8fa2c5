using System.Reflection;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Hosting.Api.Lists;

/// <summary>The reading of one record: <c>fields</c> and If-None-Match. Binds itself in an endpoint, which ends with <c>return request.Answer(...)</c>.</summary>
public sealed class OneRequest
{
    private readonly HttpRequest _request;
    private readonly Caller _caller;

    public OneRequest(HttpRequest request, Caller caller)
    {
        _request = request;
        _caller = caller;
    }

    public static ValueTask<OneRequest?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<OneRequest?>(new OneRequest(context.Request, context.RequestServices.GetRequiredService<CallerContext>().Caller));

    /// <param name="resource">Names the resource in masks, as its list does.</param>
    /// <param name="value">The record.</param>
    /// <param name="version">Its version, sent as ETag.</param>
    /// <param name="isCoveredByVersion">Nothing of the answer changes without the version; otherwise it is never answered with 304.</param>
    /// <exception cref="InvalidInput">The query string has something that is not known here.</exception>
    public OneOf<T> Answer<T>(string resource, T value, int version, bool isCoveredByVersion = true)
        where T : class
    {
        IReadOnlyList<string> fields = [];
        foreach (var (name, values) in _request.Query)
        {
            if (name != Shaper.Parameter) throw new InvalidInput(name, ListPhrases.UnknownParameter, Shaper.Parameter);
            if (values.Count != 1) throw new InvalidInput(name, ListPhrases.Duplicate);
            fields = ListQuery.SplitFields(values[0] ?? "");
        }

        var shape = Shaper.Shape(typeof(T), Masks.Of(_caller, resource, typeof(T)), fields);
        return new OneOf<T>(value, version, isCoveredByVersion && ETags.IsKnown(_request, version), new RowWriter(shape, []));
    }
}

/// <summary>The answer of an endpoint that reads one record: 200 with its ETag, or 304.</summary>
public sealed class OneOf<T> : IResult, IEndpointMetadataProvider
    where T : class
{
    private readonly bool _isKnown;
    private readonly RowWriter _writer;

    internal OneOf(T value, int version, bool isKnown, RowWriter writer)
    {
        Value = value;
        Version = version;
        _isKnown = isKnown;
        _writer = writer;
    }

    /// <summary>In full, whatever will be written.</summary>
    public T Value { get; }

    public int Version { get; }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified));
        builder.Metadata.Add(new OneMetadata());
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.ETag = ETags.Of(Version);
        if (_isKnown)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(response.BodyWriter, CrmJson.WriterOptions);
        _writer.Write(json, Value);
        await json.FlushAsync(httpContext.RequestAborted);
    }
}

/// <summary>Marks an endpoint that reads one record, for the API description.</summary>
public sealed record OneMetadata;
