using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Audit;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Listing;
using Crm.Customers.Application.Reviews;
using Crm.Customers.Domain.Reviews;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Customers.Api.Reviews;

/// <summary>What customers think of products, orders and the company.</summary>
internal static class ReviewEndpoints
{
    private const string Resource = "reviews";

    private static readonly ListSpec<Review, ReviewRow> List = new ListSpec<Review, ReviewRow>(Resource)
        .Field("submittedAt", r => r.SubmittedAt)
        .Field("status", r => r.Status, sortable: false)
        .Field("rating", r => r.Rating, sortable: false)
        .Field("isVerified", r => r.IsVerified, sortable: false)
        .Field("customerId", r => r.CustomerId, sortable: false)
        .Field("productId", r => r.ProductId, sortable: false)
        .Field("orderId", r => r.OrderId, sortable: false)
        .Field("source", r => r.Source, sortable: false)
        .DefaultSort("-submittedAt")
        .Key(r => r.Id)
        .Select(r => new ReviewRow(
            r.Id.Value, r.CustomerId.Value, r.ProductId, r.OrderId, r.Rating, r.Title, r.Text, r.Source, r.Status, r.IsVerified, r.SubmittedAt, r.DecidedAt, r.Reason, r.Reply,
            r.RepliedAt, r.Version))
        .Expand("customer", row => row.CustomerId, () => CustomerList.Basic, services => services.GetRequiredService<CustomersDbContext>().ReadableCustomers);

    private static readonly ListSpec<ProductRating, ProductRatingRow> Products = new ListSpec<ProductRating, ProductRatingRow>("ratings")
        .Field("score", p => p.Score)
        .Field("count", p => p.Count)
        .DefaultSort("score")
        .Key(p => p.ProductId)
        .Select(p => new ProductRatingRow(p.ProductId, ProductRating.Mean(p.Sum, p.Count), p.Score, p.Count, p.Verified));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var reviews = routes.MapGroup("/reviews").WithTags("Reviews");
        reviews.MapGet("/", Search).WithList(List).Requires(ReviewPermissions.Read);
        reviews.MapGet("/{id:guid}", Get).Requires(ReviewPermissions.Read);
        reviews.MapPost("/", Submit).Requires(ReviewPermissions.Write);
        reviews.MapPost("/{id:guid}/publish", Publish).Requires(ReviewPermissions.Publish);
        reviews.MapPost("/{id:guid}/reject", Reject).Requires(ReviewPermissions.Publish);
        reviews.MapPost("/{id:guid}/reply", Reply).Requires(ReviewPermissions.Publish);
        reviews.MapHistory<CustomersDbContext, Review>(ReviewPermissions.Read, One, personOf: r => r.CustomerId.Value);
        var ratings = routes.MapGroup("/ratings").WithTags("Reviews");
        ratings.MapGet("/products", OfProducts).WithList(Products).Requires(ReviewPermissions.Read)
            .WithSummary("All products of which there are published reviews, whoever wrote them, the worst first");
        ratings.MapGet("/products/{id:guid}", OfProduct).Requires(ReviewPermissions.Read).WithSummary("Average and count of the published reviews of a product, whoever wrote them");
        ratings.MapGet("/company", OfCompany).Requires(ReviewPermissions.Read).WithSummary("Average and count of the published reviews of the company");
    }

    private static IQueryable<Review> Seen(CustomersDbContext db)
    {
        var customers = db.SeenCustomers;
        return db.Set<Review>().Where(r => customers.Contains(r.CustomerId));
    }

    private static IQueryable<Review> One(CustomersDbContext db, Guid id)
    {
        var key = new ReviewId(id);
        return Seen(db).Where(r => r.Id == key);
    }

    private static Task<PageOf<ReviewRow>> Search(ListRequest request, CustomersDbContext db, CancellationToken ct) => List.Page(Seen(db), request, ct);

    private static async Task<OneOf<ReviewRow>> Get(Guid id, OneRequest request, CustomersDbContext db, CancellationToken ct)
    {
        var review = await One(db, id).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new ResourceNotFound("review", id.ToString());
        return request.Answer(Resource, ReviewRow.Of(review), review.Version);
    }

    private static async Task<Created<ReviewSaved>> Submit(SubmitReview command, ICommandHandler<SubmitReview, ReviewSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"/api/v1/customers/reviews/{saved.Id}", saved);
    }

    private static async Task<Ok<ReviewSaved>> Publish(Guid id, ICommandHandler<PublishReview, ReviewSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new PublishReview(id), ct));

    private static async Task<Ok<ReviewSaved>> Reject(Guid id, RejectReview command, ICommandHandler<RejectReview, ReviewSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<ReviewSaved>> Reply(Guid id, ReplyToReview command, ICommandHandler<ReplyToReview, ReviewSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static Task<PageOf<ProductRatingRow>> OfProducts(ListRequest request, CustomersDbContext db, CancellationToken ct) => Products.Page(ProductRating.Of(db), request, ct);

    private static Task<Ok<RatingView>> OfProduct(Guid id, CustomersDbContext db, CancellationToken ct) => Rating(db.Set<Review>().Where(r => r.ProductId == id), ct);

    private static Task<Ok<RatingView>> OfCompany(CustomersDbContext db, CancellationToken ct) => Rating(db.Set<Review>().Where(r => r.ProductId == null && r.OrderId == null), ct);

    private static async Task<Ok<RatingView>> Rating(IQueryable<Review> reviews, CancellationToken ct)
    {
        var counts = await reviews.Where(r => r.Status == ReviewStatus.Published).GroupBy(r => r.Rating).Select(g => new { Rating = g.Key, Count = g.Count(), Verified = g.Count(r => r.IsVerified) })
            .ToListAsync(ct);
        var count = counts.Sum(c => c.Count);
        return TypedResults.Ok(new RatingView(
            ProductRating.Mean(counts.Sum(c => c.Rating * c.Count), count), count, counts.Sum(c => c.Verified),
            [.. Enumerable.Range(1, 5).Select(stars => counts.Find(c => c.Rating == stars)?.Count ?? 0)]));
    }
}

/// <param name="Text">Null once the customer was erased.</param>
/// <param name="Reason">Why it was rejected.</param>
/// <param name="IsVerified">The goods had reached the customer.</param>
internal sealed record ReviewRow(
    Guid Id, Guid CustomerId, Guid? ProductId, Guid? OrderId, int Rating, string? Title, string? Text, string? Source, ReviewStatus Status, bool IsVerified,
    DateTimeOffset SubmittedAt, DateTimeOffset? DecidedAt, string? Reason, string? Reply, DateTimeOffset? RepliedAt, int Version)
{
    public static ReviewRow Of(Review r) => new(
        r.Key, r.CustomerId.Value, r.ProductId, r.OrderId, r.Rating, r.Title, r.Text, r.Source, r.Status, r.IsVerified, r.SubmittedAt, r.DecidedAt, r.Reason, r.Reply, r.RepliedAt,
        r.Version);
}

/// <param name="Average">Of the published reviews, two decimals.</param>
/// <param name="Score">The same on a scale from 0 to 100, rounded.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Verified">How many of them are of goods that had reached their customers.</param>
internal sealed record ProductRatingRow(Guid ProductId, decimal? Average, int Score, int Count, int Verified);

/// <param name="Average">Of the published reviews, two decimals; null where there are none.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Verified">How many of them are of goods that had reached their customers.</param>
/// <param name="ByStars">How many gave one, two ... five.</param>
internal sealed record RatingView(decimal? Average, int Count, int Verified, IReadOnlyList<int> ByStars);
