namespace Crm.Reporting.Persistence;

internal static class NewRows
{
    /// <summary>Inserts rows of the facts, at the latest with the next save.</summary>
    public static Task InsertAll<TRow>(this ReportingDbContext db, IReadOnlyList<TRow> rows, CancellationToken ct)
        where TRow : class =>
        rows.Count == 0 ? Task.CompletedTask : db.Dialect.BulkInsert(db, rows, ct);
}
