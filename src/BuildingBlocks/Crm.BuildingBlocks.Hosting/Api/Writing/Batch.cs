using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace Crm.BuildingBlocks.Hosting.Api.Writing;

/// <summary>What happens to a batch when one of its items is refused.</summary>
public enum OnError
{
    /// <summary>Nothing of the batch is done; the answer is the problem of the first refused item.</summary>
    Abort,

    /// <summary>The others are done, each by itself; the answer says for every item how it went.</summary>
    Skip,
}

/// <summary>How one item went.</summary>
/// <param name="Index">Its place in the request, from 0.</param>
/// <param name="Status">The HTTP status that the item would have had alone.</param>
/// <param name="Result">What was done.</param>
/// <param name="Problem">Why it was not.</param>
public sealed record BatchItem<TResult>(
    int Index,
    int Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TResult? Result = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ProblemDetails? Problem = null)
    where TResult : class;

/// <summary>How a batch went, item by item in the order of the request.</summary>
public sealed record BatchResult<TResult>(int Succeeded, int Failed, IReadOnlyList<BatchItem<TResult>> Items)
    where TResult : class;

/// <summary>Runs the work in one transaction: all of it is kept, or nothing.</summary>
public delegate Task InTransaction(Func<CancellationToken, Task> work, CancellationToken ct);

/// <summary>A batch stopped at an item and nothing of it was done. Answered as that item's own problem, with its index.</summary>
/// <param name="index">The item's place in the request, from 0.</param>
/// <param name="cause">Why the item was refused; pointers in it are relative to the item.</param>
public sealed class BatchAborted(int index, Exception cause) : Refusal($"Item {index} was refused, so nothing was done. {cause.Message}", cause)
{
    public int Index { get; } = index;

    public Exception Cause { get; } = cause;
}
