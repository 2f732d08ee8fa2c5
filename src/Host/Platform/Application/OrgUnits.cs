using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Application;

/// <summary>The whole tree while it is being changed. Two moves at a time could each be right and together make a cycle, so they take turns.</summary>
internal sealed class OrgUnits
{
    private readonly IReadOnlyList<OrgUnit> _all;

    private OrgUnits(IReadOnlyList<OrgUnit> all)
    {
        _all = all;
        Tree = new UnitTree(all.Select(u => (u.Id.Value, u.ParentId?.Value)));
    }

    public UnitTree Tree { get; }

    public static async Task<OrgUnits> Lock(PlatformDbContext db, CancellationToken ct)
    {
        await db.Touch(Stamp.Access, ct);
        return new OrgUnits(await db.Units.AsNoTracking().ToListAsync(ct));
    }

    public void RequireFreeCode(string code, OrgUnitId? except)
    {
        if (_all.Any(u => u.Id != except && string.Equals(u.Code, code, StringComparison.OrdinalIgnoreCase))) throw PlatformRules.UnitCodeTaken.Broken(code);
    }

    public OrgUnitId? Known(Guid? unit) => unit is not { } id ? null
        : Tree.Knows(id) ? new OrgUnitId(id)
        : throw PlatformRules.UnitUnknown.Broken(id);
}
