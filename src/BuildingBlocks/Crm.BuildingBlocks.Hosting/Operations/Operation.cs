namespace Crm.BuildingBlocks.Hosting.Operations;

public enum OperationState
{
    [Label("Waiting", "等待中")]
    Waiting,
    [Label("Running", "进行中")]
    Running,
    [Label("Succeeded", "成功")]
    Succeeded,
    [Label("Failed", "失败")]
    Failed,
    [Label("Cancelled", "已取消")]
    Cancelled,
}

/// <summary>Work too long for a request. Any host takes it up, and after a crash another one goes on from the last checkpoint.</summary>
public sealed class Operation
{
    public required Guid Id { get; init; }

    /// <summary>Stored name of the work, chosen once, such as <c>customers.import</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>JSON the work was asked for with.</summary>
    public required string Input { get; init; }

    public required Guid CallerId { get; init; }

    public string? TraceParent { get; init; }

    /// <summary>JSON of the caller as it was when it asked: the work acts with these rights and this scope.</summary>
    public required string CallerSnapshot { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public OperationState State { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Until when the host that runs it has promised to report again; after that any host may take over.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Changes with every take-over, so that a host that lost its lease cannot go on writing.</summary>
    public Guid? LeaseId { get; set; }

    /// <summary>Units of work done so far, and in all where known.</summary>
    public long Done { get; set; }

    public long? Total { get; set; }

    public long ProblemCount { get; set; }

    /// <summary>JSON of where to go on after an interruption; saved in the transaction of the work it covers.</summary>
    public string? Checkpoint { get; set; }

    /// <summary>JSON of the outcome.</summary>
    public string? Result { get; set; }

    /// <summary>Address of what the work made, for a result that is a resource of its own.</summary>
    public string? ResultLink { get; set; }

    /// <summary>Starts since the work last got further; work that never gets further is given up, or it would take a host down for ever.</summary>
    public int Attempts { get; set; }

    /// <summary>When the present host took it up, and how much was done by then: rate and remaining time are those of this run.</summary>
    public DateTimeOffset? RunSince { get; set; }

    public long DoneBeforeRun { get; set; }

    /// <summary>The last report of the host that runs it.</summary>
    public DateTimeOffset? ReportedAt { get; set; }

    public DateTimeOffset? CancelRequestedAt { get; set; }
}

/// <summary>One thing that went wrong inside an operation, such as a line of an import. Most operations go on nevertheless.</summary>
public sealed class OperationProblem
{
    public long Position { get; init; }

    public required Guid OperationId { get; init; }

    /// <summary>1-based line of the input, where there is one.</summary>
    public long? Line { get; init; }

    public required string Code { get; init; }

    /// <summary>What is wrong and what to do, in both languages: whoever reads it later may prefer the other one.</summary>
    [Personal]
    public required string English { get; init; }

    /// <inheritdoc cref="English"/>
    [Personal]
    public required string Chinese { get; init; }

    /// <summary>Name of the field in the input, where it is about one.</summary>
    public string? Field { get; init; }

    /// <summary>What the input said.</summary>
    [Personal]
    public string? Value { get; init; }

    public string TextIn(Language language) => language == Language.Chinese ? Chinese : English;
}
