using Crm.Rendering;

namespace Crm.BuildingBlocks.Tests.Rendering;

internal static class Table
{
    public static ReportColumn Column(string key, ValueFormat format) => new(key, key, key, format);

    public static TableStream Of(IReadOnlyList<ReportColumn> columns, params IReadOnlyList<object?>[] rows) => Report(columns, rows).AsStream();

    public static ReportTable Report(IReadOnlyList<ReportColumn> columns, params IReadOnlyList<object?>[] rows) => new(new Phrase("Table", "表"), columns, rows);

    /// <summary>Rows made one at a time, as a database hands them over.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<object?>> Many(int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (i % 1000 == 0)
                await Task.Yield();

            yield return [$"Customer {i}", i, i * 1.25m, new DateOnly(2026, 1, 1).AddDays(i % 365)];
        }
    }

    public static IReadOnlyList<ReportColumn> ManyColumns { get; } =
    [
        Column("customer", ValueFormat.Text), Column("orders", ValueFormat.Integer), Column("net", ValueFormat.Money("EUR")), Column("day", ValueFormat.Date),
    ];
}
