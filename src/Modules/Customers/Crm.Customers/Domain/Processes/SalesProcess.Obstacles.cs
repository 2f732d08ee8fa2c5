using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Processes;

/// <summary>Why somebody cannot take a way now.</summary>
/// <param name="Rule">That would be broken.</param>
/// <param name="Values">Fill its placeholders, in a language.</param>
internal sealed record Obstacle(Rule Rule, Func<Language, IReadOnlyList<object?>> Values);

// What may be done next, and why not the rest: the same answer for whoever asks and whoever tries.
internal sealed partial class SalesProcess
{
    public IEnumerable<Obstacle> Obstacles(ProcessGraph graph, ProcessTransition way, ProcessSurroundings around)
    {
        if (State != ProcessState.Open)
        {
            yield return new(ProcessRules.Over, _ => []);
            yield break;
        }

        if (way.From != Node)
        {
            yield return new(ProcessRules.NotHere, l => [way.Names.In(l), graph.Node(way.From).Names.In(l), graph.Node(Node).Names.In(l)]);
            yield break;
        }

        if (way.On is { } on)
        {
            yield return new(ProcessRules.SalesTells, l => [way.Names.In(l), Labels.Of(Enum.Parse<SalesFact>(on, ignoreCase: true)).In(l)]);
            yield break;
        }

        if (way.Guard is { } guard && !guard.Holds(field => ValueOf(graph, field, around.Customer)))
            yield return new(ProcessRules.GuardFails, l => [way.Names.In(l), guard.Told(field => KnownFields.NameOf(graph, field), l)]);
        var missing = (way.RequiredFields ?? []).Where(field => ValueOf(graph, field, around.Customer) is not { } value || value is string text && string.IsNullOrWhiteSpace(text)).ToList();
        if (missing.Count > 0) yield return new(ProcessRules.FieldsMissing, l => [way.Names.In(l), string.Join(", ", missing.Select(f => KnownFields.NameOf(graph, f).In(l)))]);
        if (way.Permission is { } permission && !around.May(permission)) yield return new(ProcessRules.PermissionMissing, l => [way.Names.In(l), permission]);
    }
}
