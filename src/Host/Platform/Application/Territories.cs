using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Application;

/// <summary>All territories while their tree is being changed. Two moves at a time could each be right and together make a cycle, so they take turns.</summary>
internal sealed class Territories
{
    private readonly PlatformDbContext _db;

    private Territories(PlatformDbContext db, IReadOnlyList<Territory> all) => (_db, All) = (db, all);

    public IReadOnlyList<Territory> All { get; }

    public static async Task<Territories> Lock(PlatformDbContext db, CancellationToken ct)
    {
        await db.Touch(Stamp.Territories, ct);
        return new Territories(db, await db.Territories.ToListAsync(ct));
    }

    public void RequireFreeCode(string code, TerritoryId? except)
    {
        if (All.Any(t => t.Id != except && string.Equals(t.Code, code, StringComparison.OrdinalIgnoreCase))) throw PlatformRules.TerritoryCodeTaken.Broken(code);
    }

    public Territory? Known(Guid? id) =>
        id is null ? null : All.FirstOrDefault(t => t.Id.Value == id) ?? throw PlatformRules.TerritoryUnknown.Broken(id);

    public async Task<UserId?> Manager(Guid? id, CancellationToken ct)
    {
        if (id is not { } known) return null;
        var user = new UserId(known);
        return await _db.Users.AnyAsync(u => u.Id == user && u.Active, ct) ? user : throw PlatformRules.ManagerUnknown.Broken(id);
    }
}
