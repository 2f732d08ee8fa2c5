using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Reviews;

internal readonly record struct ReviewId(Guid Value) : ITypedId;

internal enum ReviewStatus
{
    [Label("Pending", "待审核")]
    Pending,
    [Label("Published", "已发布")]
    Published,
    [Label("Rejected", "已拒绝")]
    Rejected,
}

/// <summary>What may be said in a review at once.</summary>
/// <param name="Rating">From 1 to 5.</param>
internal sealed record ReviewFacts(Guid? ProductId, Guid? OrderId, int Rating, string? Title, string? Text, string? Source);

/// <summary>What a customer thinks of a product, of an order, or of the company where neither is named.</summary>
internal sealed class Review : AggregateRoot
{
    private readonly List<ReviewDecision> _decisions = [];

    private Review()
    {
    }

    public ReviewId Id { get; private set; }

    public override Guid Key => Id.Value;

    [PersonKey]
    public CustomerId CustomerId { get; private set; }

    public Guid? ProductId { get; private set; }

    public Guid? OrderId { get; private set; }

    /// <summary>From 1 to 5.</summary>
    public int Rating { get; private set; }

    [Personal]
    public string? Title { get; private set; }

    [Personal]
    public string? Text { get; private set; }

    /// <summary>Where it was written, such as a shop or a marketplace.</summary>
    [PersonalInCopies]
    public string? Source { get; private set; }

    public ReviewStatus Status { get; private set; }

    /// <summary>The product, or the order, reached this customer.</summary>
    public bool IsVerified { get; private set; }

    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>All that was decided about it, in the order of time.</summary>
    public IReadOnlyList<ReviewDecision> Decisions => _decisions;

    public DateTimeOffset? DecidedAt { get; private set; }

    public Guid? DecidedById { get; private set; }

    /// <summary>Why it was rejected.</summary>
    [Personal]
    public string? Reason { get; private set; }

    [Personal]
    public string? Reply { get; private set; }

    public DateTimeOffset? RepliedAt { get; private set; }

    public Guid? RepliedById { get; private set; }

    /// <summary>The customer was erased.</summary>
    public bool IsErased { get; private set; }

    public static Review Submit(CustomerId customer, ReviewFacts facts, bool isVerified, DateTimeOffset now)
    {
        var review = new Review
        {
            Id = new ReviewId(Guid.CreateVersion7()),
            CustomerId = customer,
            ProductId = facts.ProductId,
            OrderId = facts.OrderId,
            Rating = facts.Rating,
            Title = facts.Title,
            Text = facts.Text,
            Source = facts.Source,
            IsVerified = isVerified,
            SubmittedAt = now,
        };
        review.Raise(new ReviewWasSubmitted());
        return review;
    }

    /// <summary>Everybody may see it. One that was rejected may still be published; it is told once.</summary>
    public void Publish(Guid by, DateTimeOffset now)
    {
        RefuseIfErased();
        if (Status == ReviewStatus.Published) throw ReviewRules.PublishedAlready.Broken();
        Decide(ReviewStatus.Published, null, by, now);
        Raise(new ReviewWasPublished());
    }

    /// <summary>Nobody but colleagues sees it; one that was published is taken back.</summary>
    public void Reject(string reason, Guid by, DateTimeOffset now)
    {
        RefuseIfErased();
        if (Status == ReviewStatus.Rejected) throw ReviewRules.RejectedAlready.Broken();
        Decide(ReviewStatus.Rejected, reason, by, now);
        Raise(new ReviewWasRejected());
    }

    /// <summary>What the company says to it; another reply takes its place.</summary>
    public void Answer(string reply, Guid by, DateTimeOffset now)
    {
        RefuseIfErased();
        if (Status != ReviewStatus.Published) throw ReviewRules.NotPublished.Broken();
        (Reply, RepliedAt, RepliedById) = (reply, now, by);
        Raise(new ReviewWasAnswered());
    }

    /// <summary>It was seen that the goods had reached the customer.</summary>
    public void Verify()
    {
        if (IsVerified) return;
        IsVerified = true;
        Raise(new ReviewWasVerified());
    }

    /// <summary>Takes away every word; the rating counts on. Happens once.</summary>
    public void Anonymise()
    {
        if (IsErased) return;
        (IsErased, Title, Text, Source, Reason, Reply) = (true, null, null, null, null, null);
        Raise(new ReviewWasAnonymised());
    }

    /// <summary>Whether everybody could see it at that time.</summary>
    public bool WasPublished(DateTimeOffset at) =>
        _decisions.Where(d => d.DecidedAt <= at).OrderBy(d => d.DecidedAt).ThenBy(d => d.Id).LastOrDefault()?.Status == ReviewStatus.Published;

    private void Decide(ReviewStatus status, string? reason, Guid by, DateTimeOffset now)
    {
        (Status, Reason, DecidedAt, DecidedById) = (status, reason, now, by);
        _decisions.Add(new ReviewDecision { DecidedAt = now, DecidedById = by, Status = status });
    }

    private void RefuseIfErased()
    {
        if (IsErased) throw CustomersRules.Erased.Broken();
    }
}

/// <summary>That a review was published, or kept or taken from sight.</summary>
internal sealed class ReviewDecision
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public required DateTimeOffset DecidedAt { get; init; }

    public required Guid DecidedById { get; init; }

    public required ReviewStatus Status { get; init; }
}

/// <summary>That a product was on its way to a customer, and when it was there.</summary>
/// <param name="shipmentId">The shipment, or the acceptance of services.</param>
/// <param name="productId">Empty where only the arrival of the shipment is known so far.</param>
/// <param name="orderId">Of the order.</param>
internal sealed class DeliveredProduct(Guid shipmentId, Guid productId, Guid orderId)
{
    public Guid ShipmentId { get; private set; } = shipmentId;

    public Guid ProductId { get; private set; } = productId;

    public Guid OrderId { get; private set; } = orderId;

    /// <summary>Known with the arrival.</summary>
    public CustomerId? CustomerId { get; private set; }

    public DateOnly? DeliveredOn { get; private set; }

    public void Arrive(CustomerId customer, DateOnly on) => (CustomerId, DeliveredOn) = (customer, on);
}

internal static class ReviewRules
{
    public static readonly Rule Exists = new(
        "customers.review-exists", "The customer has reviewed this already. Reject the other review first.", "该客户已作过此评价，请先拒绝另一条评价。");

    public static readonly Rule PublishedAlready = new("customers.review-published", "The review is published already.", "该评价已经发布。");

    public static readonly Rule RejectedAlready = new("customers.review-rejected", "The review is rejected already.", "该评价已被拒绝。");

    public static readonly Rule NotPublished = new(
        "customers.review-not-published", "Only a published review is replied to.", "只有已发布的评价才能回复。");
}

internal sealed record ReviewWasSubmitted : DomainEvent;

internal sealed record ReviewWasPublished : DomainEvent;

internal sealed record ReviewWasRejected : DomainEvent;

internal sealed record ReviewWasAnswered : DomainEvent;

internal sealed record ReviewWasVerified : DomainEvent;

internal sealed record ReviewWasAnonymised : DomainEvent;
