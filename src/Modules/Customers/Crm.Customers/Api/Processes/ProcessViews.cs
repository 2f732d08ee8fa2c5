using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.Customers.Domain.Processes;

namespace Crm.Customers.Api.Processes;

/// <summary>A version of a process in a list.</summary>
internal sealed record ProcessDefinitionRow(Guid Id, string Code, int Number, Phrase Names, DefinitionState State, bool AllowsSeveral, DateTimeOffset? PublishedAt, int Version)
{
    public static readonly Expression<Func<ProcessDefinition, ProcessDefinitionRow>> FromDefinition = d => new ProcessDefinitionRow(
        d.Id.Value, d.Code, d.Number, new Phrase(d.Name, d.NameChinese), d.State, d.AllowsSeveral, d.PublishedAt, d.Version);
}

/// <summary>A version of a process in full.</summary>
internal sealed record ProcessDefinitionView(
    Guid Id, string Code, int Number, Phrase Names, DefinitionState State, bool AllowsSeveral, DateTimeOffset? PublishedAt, ProcessGraph Graph, int Version)
{
    public static ProcessDefinitionView Of(ProcessDefinition d) => new(d.Key, d.Code, d.Number, d.Names, d.State, d.AllowsSeveral, d.PublishedAt, d.Graph, d.Version);
}

/// <param name="Pointer">JSON pointer into the graph.</param>
/// <param name="Message">What is wrong and what would be right, in the caller's language.</param>
internal sealed record GraphProblemView(string Pointer, string Message);

/// <summary>A customer's way through a process, in a list.</summary>
/// <param name="Process">Code of the definition.</param>
/// <param name="Number">Version of the definition.</param>
/// <param name="Node">Key of the node where it is, or was last.</param>
/// <param name="DueAt">Until when somebody should have taken it further; absent where nobody said.</param>
internal sealed record ProcessRow(
    Guid Id, Guid CustomerId, string Process, int Number, ProcessState State, string Node, Guid? OrderId, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, DateTimeOffset? DueAt, int Version)
{
    public static readonly Expression<Func<SalesProcess, ProcessRow>> FromProcess = p => new ProcessRow(
        p.Id.Value, p.CustomerId.Value, p.Code, p.Number, p.State, p.Node, p.OrderId, p.StartedAt, p.EndedAt, p.DueAt, p.Version);
}

/// <summary>A customer's way through a process in full.</summary>
internal sealed record ProcessView(
    Guid Id,
    Guid CustomerId,
    Guid DefinitionId,
    string Process,
    int Number,
    ProcessState State,
    string Node,
    Guid? OrderId,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? DueAt,
    bool IsOverdue,
    string? CancelReason,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyList<ProcessStepView> Steps,
    int Version)
{
    public static ProcessView Of(SalesProcess p, DateTimeOffset now) => new(
        p.Key, p.CustomerId.Value, p.DefinitionId.Value, p.Code, p.Number, p.State, p.Node, p.OrderId, p.StartedAt, p.EndedAt, p.DueAt, p.DueAt < now, p.CancelReason,
        p.Values.OrderBy(v => v.Field, StringComparer.Ordinal).ToDictionary(v => v.Field, v => v.Value),
        [.. p.Steps.OrderBy(s => s.Number).Select(s => new ProcessStepView(s.Number, s.Node, s.EnteredAt, s.LeftAt, s.DwellSeconds, s.Transition, s.ById, s.FactId, s.Note))], p.Version);
}

/// <param name="DwellSeconds">Whole seconds it was there, once it has left.</param>
/// <param name="Transition">By which it left.</param>
/// <param name="ById">Who took it further; absent where it went by itself.</param>
/// <param name="FactId">What sales told that took it further.</param>
internal sealed record ProcessStepView(
    int Number, string Node, DateTimeOffset EnteredAt, DateTimeOffset? LeftAt, long? DwellSeconds, string? Transition, Guid? ById, Guid? FactId, string? Note);

/// <summary>A transition, and whether the caller may take it now.</summary>
/// <param name="Transition">Key.</param>
/// <param name="Name">In the caller's language.</param>
/// <param name="To">Key of the node it leads to.</param>
/// <param name="IsOpen">Whether it may be taken now.</param>
/// <param name="RequiredFields">What must be given before or with it.</param>
/// <param name="Obstacles">Why not; empty where it may be taken.</param>
internal sealed record NextView(string Transition, string Name, string From, string To, bool IsOpen, IReadOnlyList<string> RequiredFields, IReadOnlyList<ObstacleView> Obstacles);

/// <param name="Code">The rule that would be broken.</param>
/// <param name="Message">In the caller's language.</param>
internal sealed record ObstacleView(string Code, string Message);
