using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Scoring;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Analysis;

/// <summary>Keeps the scores of yesterday for lists and segments: the last day that is over in the company's zone.</summary>
internal sealed class ScoreCustomers(CustomersDbContext db, BuyingReader buying, CompanyDay days, Transactions transactions) : IScheduledJob
{
    public const string Name = "score-customers";

    /// <summary>Months that count where nobody says otherwise.</summary>
    public const int UsualMonths = 24;

    public async Task<string> Run(CancellationToken ct)
    {
        var yesterday = (await days.Today(ct)).AddDays(-1);
        var scores = Rfm.Score((await buying.Read(yesterday, UsualMonths, ct)).Customers);
        await transactions.Run(
            db,
            async token =>
            {
                db.ChangeTracker.Clear();
                await db.Set<CustomerScore>().ExecuteDeleteAsync(token);
                await db.Dialect.BulkInsert(db, [.. scores.Select(s => CustomerScore.Of(s, yesterday))], token);
                return scores.Count;
            },
            ct);
        return $"{scores.Count} customers scored as of {yesterday:yyyy-MM-dd}";
    }
}
