using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Imports.Duplicates;
using Crm.Customers.Application.Duplicates;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Imports;

/// <summary>
/// Finds the customers that rows are like as the company's rules for duplicates weigh it. Only what those call a duplicate counts: what they
/// merely suspect is found by the next background run and looked at by people.
/// </summary>
internal sealed class LikeCustomers(CustomersDbContext db, DuplicateSearch search, TimeProvider time)
{
    /// <param name="rows">That nothing else is known of.</param>
    /// <param name="run">The import. What it has taken in itself does not count: a dry run could not find it.</param>
    /// <param name="alike">Found by something that is the same.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Those that were found before, and these.</returns>
    public async Task<Dictionary<ImportRow<CustomerImportRow>, AlikeRecord>> Find(
        IReadOnlyList<ImportRow<CustomerImportRow>> rows, Guid run, Dictionary<ImportRow<CustomerImportRow>, AlikeRecord> alike, CancellationToken ct)
    {
        foreach (var row in rows)
        {
            var found = (await search.Like(Compared(row.Value), self: null, ct)).Where(c => c.Match.Band == MatchBand.Duplicate).ToList();
            if (found.Count == 0) continue;
            var ids = found.ConvertAll(c => c.Id.Value);
            var own = await db.Set<ImportedRow>().Where(r => r.OperationId == run && r.RecordId != null && EF.Parameter(ids).Contains(r.RecordId.Value))
                .Select(r => r.RecordId!.Value).ToListAsync(ct);
            if (found.Find(c => !own.Contains(c.Id.Value)) is not { } likest) continue;
            var isVisible = await db.Customers.AnyAsync(c => c.Id == likest.Id, ct);
            alike[row] = new AlikeRecord(likest.Id.Value, isVisible ? likest.Code : null, CustomerTraits.Likeness);
        }

        return alike;
    }

    // As it would be registered, with nothing that is not compared.
    private ComparedRecord Compared(CustomerImportRow row)
    {
        var said = (row with { Owner = null, Further = null }).On(new CustomerInput { Name = row.Name }, RowMeaning.None);
        return ComparedCustomer.Of(Customer.Register(said.Details(said.Code ?? ""), ownerId: null, unitId: null, time.GetUtcNow()));
    }
}
