namespace Crm.Rendering;

internal static class Rows
{
    public static void MustFit(IReadOnlyList<object?> row, IReadOnlyList<ReportColumn> columns)
    {
        if (row.Count != columns.Count)
            throw new ArgumentException($"A row has {row.Count} values for {columns.Count} columns.", nameof(row));
    }
}
