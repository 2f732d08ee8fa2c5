using Crm.Reporting.Persistence.Facts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Persistence;

internal static class LockedProjectionStates
{
    /// <summary>The state row, locked until the end of the transaction: one batch at a time is projected, on however many hosts.</summary>
    public static async Task<ProjectionState> LockedState(this ReportingDbContext db, string name, CancellationToken ct) =>
        (await db.Dialect.Locked<ProjectionState, string>(db, nameof(ProjectionState.Name), [name]).ToListAsync(ct)).Single();

    /// <summary>Both state rows, locked in the order of their names.</summary>
    public static async Task<(ProjectionState Building, ProjectionState Live)> LockedStates(this ReportingDbContext db, CancellationToken ct)
    {
        var states = await db.Dialect.Locked<ProjectionState, string>(db, nameof(ProjectionState.Name), [ProjectionState.Building, ProjectionState.Live]).ToListAsync(ct);
        return (states.Single(s => s.Name == ProjectionState.Building), states.Single(s => s.Name == ProjectionState.Live));
    }
}
