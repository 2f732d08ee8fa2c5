using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Reviews;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Reviews;

/// <summary>Lets everybody see a review.</summary>
internal sealed record PublishReview(Guid Id) : ICommand<ReviewSaved>;

/// <summary>Keeps a review from being seen, or takes it back.</summary>
internal sealed record RejectReview : ICommand<ReviewSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required string Reason { get; init; }
}

/// <summary>Says what the company has to say to a published review.</summary>
internal sealed record ReplyToReview : ICommand<ReviewSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required string Text { get; init; }
}

internal sealed class PublishReviewValidator : AbstractValidator<PublishReview>
{
    public PublishReviewValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class RejectReviewValidator : AbstractValidator<RejectReview>
{
    public RejectReviewValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(CustomerLimits.Note);
}

internal sealed class ReplyToReviewValidator : AbstractValidator<ReplyToReview>
{
    public ReplyToReviewValidator() => RuleFor(c => c.Text).NotEmpty().MaximumLength(CustomerLimits.Note);
}

internal sealed class PublishReviewHandler(CustomersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<PublishReview, ReviewSaved>
{
    public async Task<ReviewSaved> Handle(PublishReview command, CancellationToken ct)
    {
        var review = await db.ReviewForChange(command.Id, ct);
        await db.TakeTurn(review.CustomerId, ct);
        var others = await db.ReviewsOfTheSame(review.CustomerId, review.ProductId, review.OrderId, ct);
        if (await others.AnyAsync(r => r.Id != review.Id && r.Status == ReviewStatus.Published, ct)) throw ReviewRules.Exists.Broken();
        review.Publish(caller.Caller.Id, time.GetUtcNow());
        return ReviewSaved.Of(review);
    }
}

internal sealed class RejectReviewHandler(CustomersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<RejectReview, ReviewSaved>
{
    public async Task<ReviewSaved> Handle(RejectReview command, CancellationToken ct)
    {
        var review = await db.ReviewForChange(command.Id, ct);
        review.Reject(command.Reason, caller.Caller.Id, time.GetUtcNow());
        return ReviewSaved.Of(review);
    }
}

internal sealed class ReplyToReviewHandler(CustomersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<ReplyToReview, ReviewSaved>
{
    public async Task<ReviewSaved> Handle(ReplyToReview command, CancellationToken ct)
    {
        var review = await db.ReviewForChange(command.Id, ct);
        review.Answer(command.Text, caller.Caller.Id, time.GetUtcNow());
        return ReviewSaved.Of(review);
    }
}

internal static class ReviewReading
{
    /// <summary>A review has no owner of its own: who sees its customer may decide about it.</summary>
    public static async Task<Review> ReviewForChange(this CustomersDbContext db, Guid id, CancellationToken ct)
    {
        var review = await db.ForChange<Review, ReviewId>(new ReviewId(id), ct);
        await db.RequireSeen(review.CustomerId, "review", id, ct);
        return review;
    }

    /// <summary>What a customer, and all that were merged into it, said of the same product or order; none where neither is named.</summary>
    public static async Task<IQueryable<Review>> ReviewsOfTheSame(this CustomersDbContext db, CustomerId customer, Guid? product, Guid? order, CancellationToken ct)
    {
        var family = await db.FamilyOf(customer.Value, ct);
        return db.Set<Review>().Where(r => family.Contains(r.CustomerId) && (product != null || order != null) && r.ProductId == product && r.OrderId == order);
    }
}
