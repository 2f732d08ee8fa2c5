using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Processes;

// Who has begun stays on their version, unless somebody moves them to another one that knows the place where they are.
internal sealed partial class SalesProcess
{
    /// <summary>Why it cannot go on by another version.</summary>
    /// <param name="present">The graph it is on.</param>
    /// <param name="target">The graph of the other version.</param>
    public IEnumerable<Obstacle> ObstaclesTo(ProcessGraph present, ProcessGraph target)
    {
        var here = present.Node(Node);
        if (target.Nodes.FirstOrDefault(n => n.Key == Node) is not { } there) yield return new(ProcessRules.NodeGone, l => [here.Names.In(l)]);
        else if (there.Kind != here.Kind) yield return new(ProcessRules.NodeOther, l => [here.Names.In(l), Labels.Of(here.Kind).In(l), Labels.Of(there.Kind).In(l)]);
        foreach (var value in _values)
        {
            if (target.Fields.FirstOrDefault(f => f.Key == value.Field) is { } field && Guard.Parsed(value.Value, field.Kind) is null)
                yield return new(ProcessRules.FieldOther, l => [field.Names.In(l)]);
        }
    }

    /// <summary>Goes on by another version, from where it is. Its limits are those of that version, from when it came there.</summary>
    public void MoveTo(ProcessDefinition version, ProcessSurroundings around)
    {
        var from = Number;
        (DefinitionId, Number) = (version.Id, version.Number);
        DueAt = Due(version.Graph, around);
        Raise(new ProcessWasMovedToVersion(from, Number));
        Settle(version.Graph, around);
    }
}
