using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.Customers.Domain;

namespace Crm.Customers.Application.Ownership;

/// <summary>Whether those are there to whom something is to belong: what belongs to a slip of the pen is seen by hardly anybody.</summary>
internal sealed class KnownOwners(ICallers callers, CallerContext caller)
{
    private readonly HashSet<Guid> _known = [];

    /// <summary>Whoever it is anew; who left since, and a unit that is gone, stay named.</summary>
    /// <exception cref="RuleBroken">There is no such user or unit.</exception>
    public async Task Require(Guid? owner, Guid? unit, CancellationToken ct, (Guid? Owner, Guid? Unit) present = default)
    {
        if (owner is { } person && owner != present.Owner) await RequirePeople([person], ct);
        if (unit is not { } group || unit == present.Unit || unit == caller.Caller.UnitId || _known.Contains(group)) return;
        if (!await callers.HasUnit(group, ct)) throw CustomersRules.UnitUnknown.Broken(group);
        _known.Add(group);
    }

    /// <exception cref="RuleBroken">One of them is no user, or has left.</exception>
    public async Task RequirePeople(IEnumerable<Guid> people, CancellationToken ct)
    {
        var asked = people.Where(id => id != caller.Caller.PersonId && !_known.Contains(id)).Distinct().ToList();
        if (asked.Count == 0) return;
        var active = await callers.ActiveAmong(asked, ct);
        foreach (var id in asked)
        {
            if (!active.Contains(id)) throw CustomersRules.PersonUnknown.Broken(id);
        }

        _known.UnionWith(asked);
    }
}
