using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Reviews;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Reviews;

/// <summary>Records what a customer thinks of a product, of an order, or of the company where neither is named.</summary>
internal sealed record SubmitReview : ICommand<ReviewSaved>
{
    public required Guid CustomerId { get; init; }

    public Guid? ProductId { get; init; }

    public Guid? OrderId { get; init; }

    /// <summary>From 1 to 5.</summary>
    public required int Rating { get; init; }

    public string? Title { get; init; }

    public string? Text { get; init; }

    /// <summary>Where it was written, such as a shop or a marketplace.</summary>
    public string? Source { get; init; }
}

internal sealed record ReviewSaved(Guid Id, ReviewStatus Status, bool IsVerified, int Version)
{
    public static ReviewSaved Of(Review review) => new(review.Key, review.Status, review.IsVerified, review.Version);
}

internal sealed class SubmitReviewValidator : AbstractValidator<SubmitReview>
{
    public SubmitReviewValidator()
    {
        RuleFor(c => c.CustomerId).NotEmpty();
        RuleFor(c => c.Rating).InclusiveBetween(1, 5);
        RuleFor(c => c.Title).MaximumLength(CustomerLimits.Text);
        RuleFor(c => c.Text).MaximumLength(CustomerLimits.Note);
        RuleFor(c => c.Source).MaximumLength(CustomerLimits.Text);
    }
}

internal sealed class SubmitReviewHandler(CustomersDbContext db, TimeProvider time) : ICommandHandler<SubmitReview, ReviewSaved>
{
    public async Task<ReviewSaved> Handle(SubmitReview command, CancellationToken ct)
    {
        var customer = await db.SurvivorOf(command.CustomerId, ct);
        // Two at a time would each find none, and neither what arrives meanwhile.
        await db.TakeTurn(customer, ct);
        var facts = new ReviewFacts(command.ProductId, command.OrderId, command.Rating, command.Title, command.Text, command.Source);
        if (await (await db.ReviewsOfTheSame(customer, facts.ProductId, facts.OrderId, ct)).AnyAsync(r => r.Status != ReviewStatus.Rejected, ct)) throw ReviewRules.Exists.Broken();
        var review = Review.Submit(customer, facts, await db.WasDelivered(customer, facts.ProductId, facts.OrderId, ct), time.GetUtcNow());
        db.Set<Review>().Add(review);
        return ReviewSaved.Of(review);
    }
}

internal static class Deliveries
{
    /// <summary>Whether the product, the order, or the product of the order reached the customer, as far as was heard.</summary>
    public static async Task<bool> WasDelivered(this CustomersDbContext db, CustomerId customer, Guid? product, Guid? order, CancellationToken ct)
    {
        if (product is null && order is null) return false;
        var family = await db.FamilyOf(customer.Value, ct);
        return await db.Set<DeliveredProduct>().AnyAsync(
            d => d.CustomerId != null && family.Contains(d.CustomerId.Value) && (product == null || d.ProductId == product) && (order == null || d.OrderId == order), ct);
    }
}
