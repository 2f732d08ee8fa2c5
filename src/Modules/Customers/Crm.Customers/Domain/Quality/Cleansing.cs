using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Quality;

internal readonly record struct CleansingId(Guid Value) : ITypedId;

internal enum CleansingState
{
    [Label("Looking for what can be mended", "正在查找可修正项")]
    Proposing,
    [Label("Proposed", "待审核")]
    Proposed,
    [Label("Applying", "应用中")]
    Applying,
    [Label("Applied", "已应用")]
    Applied,
    [Label("Undoing", "撤销中")]
    Undoing,
    [Label("Undone", "已撤销")]
    Undone,
}

/// <summary>A batch of corrections: proposed for many customers, approved by people, applied together, undone together.</summary>
internal sealed class Cleansing : AggregateRoot
{
    private Cleansing()
    {
    }

    public Cleansing(IReadOnlyList<string> kinds, string query, Guid createdBy, DateTimeOffset now)
    {
        (Id, Kinds, Query, CreatedBy, CreatedAt) = (new CleansingId(Guid.CreateVersion7()), kinds, query, createdBy, now);
        Raise(new CleansingMoved());
    }

    public CleansingId Id { get; private set; }

    public override Guid Key => Id.Value;

    /// <summary>Of corrections that are looked for.</summary>
    public IReadOnlyList<string> Kinds { get; private set; } = [];

    /// <summary>Which customers, as behind the question mark of their list; empty once the proposals are made, since it may name a person.</summary>
    [Personal]
    public string Query { get; private set; } = "";

    public CleansingState State { get; private set; }

    public Guid? OperationId { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public void Work(CleansingState state, Guid operation)
    {
        (State, OperationId) = (state, operation);
        Raise(new CleansingMoved());
    }

    public void Reach(CleansingState state)
    {
        (State, Query) = (state, "");
        Raise(new CleansingMoved());
    }

    /// <exception cref="RuleBroken">It is not in one of these states.</exception>
    public void Require(params ReadOnlySpan<CleansingState> states)
    {
        if (!states.Contains(State)) throw CleansingRules.NotNow.Broken(Labels.Of(State).In(Language.English));
    }
}

internal sealed record CleansingMoved : DomainEvent;

internal enum ProposalState
{
    [Label("Proposed", "待审核")]
    Proposed,
    [Label("Approved", "已批准")]
    Approved,
    [Label("Rejected", "已拒绝")]
    Rejected,
    [Label("Applied", "已应用")]
    Applied,

    /// <summary>The customer says something else by now, or may not be changed.</summary>
    [Label("Passed over", "已跳过")]
    PassedOver,
}

/// <summary>One correction of one customer.</summary>
internal sealed class CleansingProposal
{
    public required Guid Id { get; init; }

    public required CleansingId CleansingId { get; init; }

    public required CustomerId CustomerId { get; init; }

    /// <summary>Counts the proposals of one cleansing.</summary>
    public required long Number { get; init; }

    public required string Kind { get; init; }

    /// <summary>Path in the customer, such as <c>addresses.country</c>.</summary>
    public required string Field { get; init; }

    [Personal]
    public required string Before { get; init; }

    [Personal]
    public required string After { get; init; }

    public ProposalState State { get; set; }
}

internal static class CleansingRules
{
    public static readonly Rule NotNow = new("customers.cleansing-not-now", "The corrections cannot be decided, applied or undone in their present state: {0}.", "当前状态（{0}）不允许此操作。");

    public static readonly Rule NothingApproved = new("customers.cleansing-nothing-approved", "Nothing is approved, so there is nothing to apply.", "没有已批准的修正，无可应用。");
}
