using System.Runtime.CompilerServices;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>A counter that rises with every change of what prices follow from. Hosts compare it with that of the book they have in memory.</summary>
internal sealed class PriceStamp
{
    /// <summary>Its row among the number series.</summary>
    public const string Series = "price-book";

    private static readonly ConditionalWeakTable<IDbContextTransaction, PriceStamp> Raised = [];

    private readonly NumberSeries? _row;

    private PriceStamp(NumberSeries? row) => _row = row;

    public static async Task<PriceStamp> Lock(SalesOrdersDbContext db, CancellationToken ct) =>
        new((await db.Dialect.Locked<NumberSeries, string>(db, nameof(NumberSeries.Name), [Series]).ToListAsync(ct)).SingleOrDefault());

    /// <summary>Whether the present transaction has raised it: what it reads may still be rolled back.</summary>
    public static bool WasRaisedIn(SalesOrdersDbContext db) => db.Database.CurrentTransaction is { } transaction && Raised.TryGetValue(transaction, out _);

    public void Raise(SalesOrdersDbContext db)
    {
        var row = _row;
        if (row is null) db.NumberSeries.Add(row = new NumberSeries(Series));
        row.Reserve(1);
        if (db.Database.CurrentTransaction is { } transaction) Raised.AddOrUpdate(transaction, this);
    }
}
