using System.Reflection;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Crm.BuildingBlocks.Hosting.Api.Writing;

/// <summary>The body of a batch, as it is described.</summary>
/// <param name="Items">1 to <see cref="BatchRequest{T}.MaxItems"/>.</param>
public sealed record Batch<T>(IReadOnlyList<T> Items);

/// <summary>Many commands in one request: <c>POST /resource/batch?onError=abort|skip</c> with <c>{ "items": [...] }</c>.</summary>
/// <remarks>Items are read one by one, so that with <see cref="OnError.Skip"/> an item that cannot be read fails alone.</remarks>
public sealed class BatchRequest<T> : IEndpointParameterMetadataProvider
    where T : class
{
    public const int MaxItems = 1000;
    private const string OnErrorParameter = "onError";

    private static readonly Phrase Size = new("1 to {0} items are expected.", "应包含 1 到 {0} 项。");

    private readonly IReadOnlyList<JsonElement> _items;

    private BatchRequest(IReadOnlyList<JsonElement> items, OnError onError)
    {
        _items = items;
        OnError = onError;
    }

    public OnError OnError { get; }

    public int Count => _items.Count;

    public static async ValueTask<BatchRequest<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var onError = ParseOnError(context.Request.Query);
        using var body = await JsonBody.Read(context, "application/json");
        return Parse(body.RootElement, onError);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(Batch<T>)));
        builder.Metadata.Add(new BatchMetadata(MaxItems));
    }

    /// <exception cref="InvalidInput">It is no object with 1 to <see cref="MaxItems"/> items.</exception>
    public static BatchRequest<T> Parse(JsonElement body, OnError onError)
    {
        var items = JsonErrors.Read<Batch<JsonElement>>(body).Items;
        return items.Count is >= 1 and <= MaxItems
            ? new BatchRequest<T>([.. items.Select(i => i.Clone())], onError)
            : throw new InvalidInput("/items", Size, MaxItems);
    }

    /// <summary>Does every item.</summary>
    /// <param name="one">The command of one item.</param>
    /// <param name="transaction">Around all items when one refused item aborts all, else around each.</param>
    /// <param name="problem">How the failure of one item is told, with its status; also where a defect is logged.</param>
    /// <param name="ct">Ends the batch: what has not begun is not done.</param>
    /// <exception cref="BatchAborted">With <see cref="OnError.Abort"/>, an item was refused.</exception>
    public async Task<BatchResult<TResult>> Run<TResult>(
        Func<T, CancellationToken, Task<TResult>> one, InTransaction transaction, Func<Exception, ProblemDetails> problem, CancellationToken ct)
        where TResult : class
    {
        var items = OnError == OnError.Abort ? await AllOrNothing(one, transaction, ct) : await EachAlone(one, transaction, problem, ct);
        var failed = items.Count(i => i.Problem is not null);
        return new BatchResult<TResult>(items.Count - failed, failed, items);
    }

    private async Task<List<BatchItem<TResult>>> AllOrNothing<TResult>(
        Func<T, CancellationToken, Task<TResult>> one, InTransaction transaction, CancellationToken ct)
        where TResult : class
    {
        var done = new List<BatchItem<TResult>>(_items.Count);
        var parsed = _items.Select(ReadOrAbort).ToList();
        await transaction(
            async inner =>
            {
                // The transaction may be tried again after a deadlock.
                done.Clear();
                for (var i = 0; i < parsed.Count; i++) done.Add(Done(i, await Run(i, parsed[i], one, inner)));
            },
            ct);
        return done;
    }

    private static async Task<TResult> Run<TResult>(int index, T item, Func<T, CancellationToken, Task<TResult>> one, CancellationToken ct)
    {
        try
        {
            return await one(item, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new BatchAborted(index, e);
        }
    }

    private async Task<List<BatchItem<TResult>>> EachAlone<TResult>(
        Func<T, CancellationToken, Task<TResult>> one, InTransaction transaction, Func<Exception, ProblemDetails> problem, CancellationToken ct)
        where TResult : class
    {
        var done = new List<BatchItem<TResult>>(_items.Count);
        for (var i = 0; i < _items.Count; i++)
        {
            try
            {
                var item = Read(_items[i]);
                TResult? result = null;
                await transaction(async inner => result = await one(item, inner), ct);
                done.Add(Done(i, result!));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                var told = problem(e);
                done.Add(new BatchItem<TResult>(i, told.Status ?? StatusCodes.Status500InternalServerError, null, told));
            }
        }

        return done;
    }

    private static BatchItem<TResult> Done<TResult>(int index, TResult result)
        where TResult : class => new(index, StatusCodes.Status200OK, result);

    private static T Read(JsonElement item) => JsonErrors.Read<T>(item);

    private static T ReadOrAbort(JsonElement item, int index)
    {
        try
        {
            return Read(item);
        }
        catch (InvalidInput e)
        {
            throw new BatchAborted(index, e);
        }
    }

    private static OnError ParseOnError(IQueryCollection query)
    {
        if (query.Keys.FirstOrDefault(name => name != OnErrorParameter) is { } unknown) throw new InvalidInput(unknown, JsonPhrases.OneOf, OnErrorParameter);
        if (!query.TryGetValue(OnErrorParameter, out var values)) return OnError.Abort;
        return values.Count == 1 && Enums.Parse(typeof(OnError), values[0] ?? "") is OnError chosen
            ? chosen
            : throw new InvalidInput(OnErrorParameter, JsonPhrases.OneOf, string.Join(", ", Enums.Names(typeof(OnError))));
    }
}

/// <summary>Marks an endpoint that takes a batch, for the API description.</summary>
public sealed record BatchMetadata(int MaxItems);
