using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Processes;

/// <summary>A way of working, as data.</summary>
/// <param name="Nodes">Where one can be.</param>
/// <param name="Transitions">How one comes from one to another. Where several are possible by themselves the first in this order is taken.</param>
/// <param name="Fields">What is written down on the way.</param>
internal sealed record ProcessGraph(IReadOnlyList<ProcessNode> Nodes, IReadOnlyList<ProcessTransition> Transitions, IReadOnlyList<ProcessField> Fields)
{
    public static readonly ProcessGraph Empty = new([], [], []);

    public ProcessNode Start => Nodes.First(n => n.Kind == NodeKind.Start);

    public ProcessNode Node(string key) => Nodes.First(n => n.Key == key);

    /// <summary>The ways out of a node, in order.</summary>
    public IEnumerable<ProcessTransition> From(string node) => Transitions.Where(t => t.From == node);
}

/// <param name="Key">Transitions name it by this; unique.</param>
/// <param name="Kind">What happens there: a task is done by people, a decision decides itself, a wait waits for sales.</param>
/// <param name="Names">As it is shown to people.</param>
internal sealed record ProcessNode(string Key, NodeKind Kind, Phrase Names);

/// <summary>A way from one node to another. From a task people take it, from a decision it is taken by itself, from a wait when sales tells something.</summary>
/// <param name="Key">Unique.</param>
/// <param name="From">Key of a node.</param>
/// <param name="To">Key of a node.</param>
/// <param name="Names">As it is shown to people.</param>
/// <param name="Guard">What must hold; null: nothing.</param>
/// <param name="IsElse">Of a decision: taken where no other is.</param>
/// <param name="RequiredFields">What must be given, such as <c>data.visitedOn</c> or <c>customer.industry</c>.</param>
/// <param name="Permission">That whoever takes it must have; null: none of its own.</param>
/// <param name="On">Of a wait: the name of what sales tells; null: people may take it.</param>
/// <param name="LimitHours">To be taken so many hours after the node was entered.</param>
/// <param name="LimitWorkingDays">To be taken until the end of so many working days after the day on which the node was entered.</param>
internal sealed record ProcessTransition(
    string Key,
    string From,
    string To,
    Phrase Names,
    Guard? Guard = null,
    bool IsElse = false,
    IReadOnlyList<string>? RequiredFields = null,
    string? Permission = null,
    string? On = null,
    int? LimitHours = null,
    int? LimitWorkingDays = null);

/// <param name="Key">Guards and required fields name it as <c>data.key</c>.</param>
/// <param name="Names">As it is shown to people.</param>
/// <param name="Kind">What can be written there.</param>
internal sealed record ProcessField(string Key, Phrase Names, FieldKind Kind);
