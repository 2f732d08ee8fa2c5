using Crm.Customers.Domain.Reviews;
using Crm.Customers.Persistence;

namespace Crm.Customers.Application.Reviews;

/// <summary>What customers think of a product, as far as it is published; whoever wrote it.</summary>
internal sealed class ProductRating
{
    public Guid ProductId { get; init; }

    public int Count { get; init; }

    /// <summary>How many of them are of goods that had reached their customers.</summary>
    public int Verified { get; init; }

    /// <summary>Of the stars.</summary>
    public int Sum { get; init; }

    /// <summary>The mean on a scale from 0 to 100, rounded: whole numbers can be compared exactly in every database.</summary>
    public int Score { get; init; }

    public static IQueryable<ProductRating> Of(CustomersDbContext db) => db.Set<Review>()
        .Where(r => r.Status == ReviewStatus.Published && r.ProductId != null)
        .GroupBy(r => r.ProductId!.Value)
        .Select(g => new ProductRating
        {
            ProductId = g.Key,
            Count = g.Count(),
            Verified = g.Count(r => r.IsVerified),
            Sum = g.Sum(r => r.Rating),
            Score = (((g.Sum(r => r.Rating) - g.Count()) * 50) + g.Count()) / (2 * g.Count()),
        });

    /// <summary>Two decimals; null where there is none.</summary>
    public static decimal? Mean(int sum, int count) => count == 0 ? null : Math.Round((decimal)sum / count, 2, MidpointRounding.AwayFromZero);
}
