using Crm.SalesOrders.Domain.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Persistence;

/// <summary>
/// Posts documents in the transaction in which they come into being, whoever made them: no document without its entry, and no entry without its
/// document. The books are locked last and until the commit, so that numbers have no gaps and nothing slips into a month that is being closed.
/// </summary>
internal static class Journal
{
    public static async Task Post(this SalesOrdersDbContext db, IReadOnlyList<PostedDocument> documents, CancellationToken ct)
    {
        await db.Books.ExecuteUpdateAsync(set => set.SetProperty(b => b.NextEntry, b => b.NextEntry + documents.Count), ct);
        var books = await db.Books.AsNoTracking().SingleAsync(ct);
        var accounts = await db.Accounts.AsNoTracking().ToListAsync(ct);
        var number = books.NextEntry - documents.Count;
        foreach (var document in documents) db.JournalEntries.Add(new JournalEntry(number++, document, books.OpenFrom, Chart, db.Time.GetUtcNow()));

        Account Chart(AccountRole role, string of) =>
            accounts.Find(a => a.Role == role && a.For == of) ?? accounts.Single(a => a.Role == role && a.For == Account.Else);
    }
}
