using System.Text.Json;
using Crm.BuildingBlocks.Hosting.PersonalData;

namespace Crm.BuildingBlocks.Hosting.Operations;

/// <summary>How far long work has come.</summary>
/// <param name="Id">Names the module: <c>customers~0192...</c>.</param>
/// <param name="Kind">What is done, such as <c>customers.import</c>.</param>
/// <param name="State">Succeeded, failed and cancelled are final.</param>
/// <param name="Percent">0 to 100, rounded down to a tenth; absent while the total is unknown.</param>
/// <param name="Done">Units of work done.</param>
/// <param name="Total">Units in all, once known.</param>
/// <param name="RatePerSecond">Units per second since a host took it up last.</param>
/// <param name="RemainingSeconds">Estimated at that rate.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="StartedAt">When a host first took it up.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="IsCancelRequested">It will end after its present step.</param>
/// <param name="ProblemCount">Problems so far.</param>
/// <param name="Problems">The first of them.</param>
/// <param name="Result">What came of it, once succeeded.</param>
/// <param name="Links">Where to go on.</param>
public sealed record OperationView(
    string Id,
    string Kind,
    OperationState State,
    decimal? Percent,
    long Done,
    long? Total,
    double? RatePerSecond,
    double? RemainingSeconds,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    bool IsCancelRequested,
    long ProblemCount,
    IReadOnlyList<ProblemView> Problems,
    JsonElement? Result,
    OperationLinks Links)
{
    public const int FirstProblems = 20;

    public static OperationView Of(OperationId id, Operation operation, IEnumerable<OperationProblem> first, Language language)
    {
        var rate = Rate(operation);
        return new OperationView(
            id.ToString(), operation.Kind, operation.State, PercentOf(operation), operation.Done, operation.Total,
            rate is null ? null : Math.Round(rate.Value, 1), Remaining(operation, rate),
            operation.CreatedAt, operation.StartedAt, operation.FinishedAt, operation.CancelRequestedAt is not null && operation.FinishedAt is null,
            operation.ProblemCount, [.. first.Select(p => ProblemView.Of(p, language))],
            operation.Result is null ? null : JsonSerializer.Deserialize<JsonElement>(operation.Result, EventJson.Options),
            new OperationLinks(id.Link, $"{id.Link}/events", $"{id.Link}/problems", $"{id.Link}/problems.csv", operation.ResultLink));
    }

    private static decimal? PercentOf(Operation operation) => operation switch
    {
        { State: OperationState.Succeeded } => 100m,
        { Total: > 0 and var total } => Math.Min(100m, Math.Floor(operation.Done * 1000m / total) / 10m),
        _ => null,
    };

    private static double? Rate(Operation operation)
    {
        if (operation is not { RunSince: { } since, ReportedAt: { } reported } || reported <= since) return null;
        return (operation.Done - operation.DoneBeforeRun) / (reported - since).TotalSeconds;
    }

    private static double? Remaining(Operation operation, double? rate) => operation is { State: OperationState.Running, Total: { } total } && rate > 0
        ? Math.Round(Math.Max(0, total - operation.Done) / rate.Value, 1)
        : null;
}

/// <param name="Line">1-based line of the input, where there is one.</param>
/// <param name="Field">Field of the input.</param>
/// <param name="Value">What the input said.</param>
/// <param name="Code">Stable.</param>
/// <param name="Message">What is wrong and what to do, in the reader's language.</param>
public sealed record ProblemView(long? Line, string? Field, string? Value, string Code, string Message)
{
    public static ProblemView Of(OperationProblem problem, Language language) =>
        new(problem.Line, problem.Field, problem.Value, problem.Code, problem.TextIn(language));
}

/// <param name="Self">The operation.</param>
/// <param name="Events">The same as server-sent events until it ends.</param>
/// <param name="Problems">All problems, paged.</param>
/// <param name="ErrorFile">All problems as CSV.</param>
/// <param name="Result">What the work made, once succeeded.</param>
public sealed record OperationLinks(string Self, string Events, string Problems, string ErrorFile, string? Result);
