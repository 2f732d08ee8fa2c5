using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Processes;

/// <summary>One customer's way through one version of a process, on which it stays.</summary>
internal sealed partial class SalesProcess : AggregateRoot
{
    private readonly List<ProcessStep> _steps = [];
    private readonly List<ProcessValue> _values = [];

    private SalesProcess()
    {
    }

    public ProcessId Id { get; private set; }

    public override Guid Key => Id.Value;

    [PersonKey]
    public CustomerId CustomerId { get; private set; }

    public ProcessDefinitionId DefinitionId { get; private set; }

    /// <summary>Of the definition.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Version of the definition.</summary>
    public int Number { get; private set; }

    public ProcessState State { get; private set; }

    /// <summary>Key of the node where it is, or was last.</summary>
    public string Node { get; private set; } = "";

    /// <summary>Of Sales Orders, once it is known which one this is about: from then on nothing that is told of another counts.</summary>
    public Guid? OrderId { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it ended or was cancelled.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Until when somebody should have taken it further; null: nobody said.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    [Personal]
    public string? CancelReason { get; private set; }

    public IReadOnlyList<ProcessStep> Steps => _steps;

    public IReadOnlyList<ProcessValue> Values => _values;

    public ProcessStep Present => _steps.MaxBy(s => s.Number)!;

    public static SalesProcess Start(ProcessDefinition definition, CustomerId customer, Guid? order, ProcessSurroundings around)
    {
        var process = new SalesProcess
        {
            Id = new ProcessId(Guid.CreateVersion7()),
            CustomerId = customer,
            DefinitionId = definition.Id,
            Code = definition.Code,
            Number = definition.Number,
            OrderId = order,
            StartedAt = around.Now,
        };
        var start = definition.Graph.Start;
        process.Enter(start, around);
        process.Raise(new ProcessWasAdvanced(1, null, null, start.Key, null));
        process.Go(definition.Graph, definition.Graph.From(start.Key).Single(), around, by: around.By, fact: null, note: null);
        process.Settle(definition.Graph, around);
        return process;
    }

    /// <summary>Somebody takes it further.</summary>
    public void Take(ProcessGraph graph, string transition, IReadOnlyDictionary<string, string> values, string? note, ProcessSurroundings around)
    {
        if (State != ProcessState.Open) throw ProcessRules.Over.Broken();
        var way = graph.Transitions.FirstOrDefault(t => t.Key == transition) ?? throw ProcessRules.NoSuchWay.Broken(transition);
        foreach (var (field, value) in values) Write(graph, field, value);
        if (Obstacles(graph, way, around).FirstOrDefault() is { } obstacle) throw obstacle.Rule.Broken([.. obstacle.Values(around.Language)]);
        Go(graph, way, around, around.By, fact: null, note);
        Settle(graph, around);
    }

    /// <summary>Goes on as far as nobody is needed: decisions decide, and what sales told already is not waited for.</summary>
    /// <returns>Whether it went anywhere.</returns>
    public bool Settle(ProcessGraph graph, ProcessSurroundings around)
    {
        var before = _steps.Count;
        while (State == ProcessState.Open && Next(graph, around) is { } next) Go(graph, next.Way, around, by: null, next.Fact, note: null);
        return _steps.Count > before;
    }

    /// <summary>The order that this is about is known.</summary>
    /// <param name="order">Of Sales Orders.</param>
    /// <param name="told">What sales told of the order that it was about so far: one that came to nothing gives way to another.</param>
    public void Bind(Guid order, IReadOnlyCollection<ProcessFact> told)
    {
        if (State != ProcessState.Open) throw ProcessRules.Over.Broken();
        if (OrderId is { } other && other != order && !ProcessFact.CameToNothing(told.Where(f => f.OrderId == other))) throw ProcessRules.OrderTaken.Broken();
        if (OrderId == order) return;
        OrderId = order;
        Raise(new ProcessWasBound());
    }

    public void Cancel(string reason, Guid by, DateTimeOffset now)
    {
        if (State != ProcessState.Open) throw ProcessRules.Over.Broken();
        Present.Leave(transition: null, by, fact: null, note: null, now);
        (State, EndedAt, DueAt, CancelReason) = (ProcessState.Cancelled, now, null, reason);
        Raise(new ProcessWasCancelled(Present.Number));
    }

    /// <summary>Takes away what was written about a person. One that is open is cancelled.</summary>
    public void Forget(DateTimeOffset now)
    {
        if (State == ProcessState.Open) Cancel("", Guid.Empty, now);
        else if (_values.Count == 0 && CancelReason is null && _steps.TrueForAll(s => s.Note is null)) return;
        CancelReason = null;
        _values.Clear();
        foreach (var step in _steps) step.Forget();
        Raise(new ProcessWasForgotten());
    }

    /// <summary>What a guard finds under a name.</summary>
    public object? ValueOf(ProcessGraph graph, string field, Customer customer, ProcessFact? fact = null)
    {
        if (field.StartsWith(KnownFields.Event, StringComparison.Ordinal)) return fact?.ValueOf(field);
        if (!field.StartsWith(KnownFields.Data, StringComparison.Ordinal)) return KnownFields.Of(customer, field);
        var key = field[KnownFields.Data.Length..];
        var kind = graph.Fields.FirstOrDefault(f => f.Key == key)?.Kind ?? FieldKind.Text;
        return _values.Find(v => v.Field == key) is { } value ? Guard.Parsed(value.Value, kind) : null;
    }

    private (ProcessTransition Way, ProcessFact? Fact)? Next(ProcessGraph graph, ProcessSurroundings around)
    {
        var (kind, ways) = (graph.Node(Node).Kind, graph.From(Node));
        if (kind == NodeKind.Decision) return (ways.FirstOrDefault(w => w.Guard is { } guard && Holds(guard, null)) ?? ways.First(w => w.IsElse), null);
        if (kind != NodeKind.Wait) return null;
        foreach (var fact in around.Facts.Where(f => IsMine(f, around.Facts)).OrderBy(f => f.OccurredAt).ThenBy(f => f.Id))
        {
            if (ways.FirstOrDefault(w => w.On is { } on && fact.Is(on) && (w.Guard is null || Holds(w.Guard, fact))) is { } way) return (way, fact);
        }

        return null;

        bool Holds(Guard guard, ProcessFact? fact) => guard.Holds(field => ValueOf(graph, field, around.Customer, fact));
    }

    // Of the order, whenever it was told; while no order is known, of any since it began, but of one that it left only what came after. And each but once.
    private bool IsMine(ProcessFact fact, IEnumerable<ProcessFact> all)
    {
        if (HasTaken(fact)) return false;
        if (OrderId is { } order) return fact.OrderId == order;
        return fact.OccurredAt >= StartedAt && !all.Any(f => f.OrderId == fact.OrderId && f.OccurredAt >= fact.OccurredAt && HasTaken(f));
    }

    private bool HasTaken(ProcessFact fact) => _steps.Exists(s => s.FactId == fact.Id);

    private void Go(ProcessGraph graph, ProcessTransition way, ProcessSurroundings around, Guid? by, ProcessFact? fact, string? note)
    {
        var left = Present;
        left.Leave(way.Key, by, fact?.Id, note, around.Now);
        OrderId ??= fact?.OrderId;
        Enter(graph.Node(way.To), around);
        // A quote that expired binds nobody: what follows may be another order.
        if (State == ProcessState.Open && fact is { Kind: SalesFact.QuoteExpired }) OrderId = null;
        DueAt = Due(graph, around);
        Raise(new ProcessWasAdvanced(Present.Number, left.Node, way.Key, way.To, left.DwellSeconds));
    }

    private DateTimeOffset? Due(ProcessGraph graph, ProcessSurroundings around) =>
        State == ProcessState.Open ? graph.From(Node).Select(w => around.Deadline(w, Present.EnteredAt)).Min() : null;

    private void Enter(ProcessNode node, ProcessSurroundings around)
    {
        _steps.Add(new ProcessStep { Number = _steps.Count + 1, Node = node.Key, EnteredAt = around.Now });
        Node = node.Key;
        if (node.Kind == NodeKind.End) (State, EndedAt) = (ProcessState.Ended, around.Now);
    }

    private void Write(ProcessGraph graph, string field, string value)
    {
        var known = graph.Fields.FirstOrDefault(f => f.Key == field);
        if (known is null || Guard.Parsed(value, known.Kind) is null) throw ProcessRules.ValueUnfit.Broken(field, value);
        if (_values.Find(v => v.Field == field) is { } present) present.Become(value);
        else _values.Add(new ProcessValue(field, value));
    }
}

internal sealed record ProcessWasAdvanced(int Step, string? From, string? Transition, string To, long? SecondsInFrom) : DomainEvent;

internal sealed record ProcessWasBound : DomainEvent;

internal sealed record ProcessWasMovedToVersion(int From, int To) : DomainEvent;

internal sealed record ProcessWasCancelled(int Step) : DomainEvent;

internal sealed record ProcessWasForgotten : DomainEvent;
