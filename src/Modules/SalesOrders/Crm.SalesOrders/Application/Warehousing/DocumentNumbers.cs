using System.Globalization;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Warehousing;

/// <summary>Numbers of documents that are made by the hundred and not by the million: the counter is held to the commit, so it has no gaps.</summary>
internal static class DocumentNumbers
{
    /// <param name="db">In a transaction.</param>
    /// <param name="series">Stored name of the counter.</param>
    /// <param name="prefix">What its numbers begin with.</param>
    /// <param name="ct">Cancels the wait for the counter.</param>
    public static async Task<string> NextNumber(this SalesOrdersDbContext db, string series, string prefix, CancellationToken ct)
    {
        var counter = (await db.Dialect.Locked<NumberSeries, string>(db, nameof(NumberSeries.Name), [series]).ToListAsync(ct)).SingleOrDefault();
        if (counter is null) db.NumberSeries.Add(counter = new NumberSeries(series));
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}-{counter.Reserve(1):D6}");
    }
}
