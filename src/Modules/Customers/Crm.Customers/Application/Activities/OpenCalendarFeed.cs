using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Activities;

/// <summary>Lets a calendar program read the caller's own calendar by a secret address.</summary>
internal sealed record OpenCalendarFeed : ICommand<CalendarFeedOpened>
{
    /// <summary>Where it is used, such as "my phone".</summary>
    public required string Label { get; init; }

    public FeedDetail Detail { get; init; }

    /// <summary>Made by whoever shows the address; the reply, which is kept for repeated requests, never has it.</summary>
    [JsonIgnore]
    public byte[] Secret { get; init; } = [];
}

internal sealed record CalendarFeedOpened(Guid Id, int Version);

/// <summary>Nobody reads by the address of the feed any more.</summary>
internal sealed record RevokeCalendarFeed(Guid Id) : ICommand<CalendarFeedOpened>;

internal sealed class OpenCalendarFeedValidator : AbstractValidator<OpenCalendarFeed>
{
    public OpenCalendarFeedValidator()
    {
        RuleFor(c => c.Label).NotEmpty().MaximumLength(CustomerLimits.Text);
        RuleFor(c => c.Detail).IsInEnum();
    }
}

internal sealed class RevokeCalendarFeedValidator : AbstractValidator<RevokeCalendarFeed>
{
    public RevokeCalendarFeedValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class OpenCalendarFeedHandler(CustomersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<OpenCalendarFeed, CalendarFeedOpened>
{
    public async Task<CalendarFeedOpened> Handle(OpenCalendarFeed command, CancellationToken ct)
    {
        var person = caller.Caller.PersonId ?? throw ActivityRules.FeedsBelongToPeople.Broken();
        if (await db.Set<CalendarFeed>().CountAsync(f => f.PersonId == person && f.RevokedAt == null, ct) >= CalendarFeed.MostPerPerson)
            throw ActivityRules.TooManyFeeds.Broken(CalendarFeed.MostPerPerson);
        var feed = CalendarFeed.Open(person, command.Label.Trim(), command.Detail, FeedSecret.HashOf(command.Secret), time.GetUtcNow());
        db.Set<CalendarFeed>().Add(feed);
        return new CalendarFeedOpened(feed.Key, feed.Version);
    }
}

internal sealed class RevokeCalendarFeedHandler(CustomersDbContext db, CallerContext caller, TimeProvider time)
    : ICommandHandler<RevokeCalendarFeed, CalendarFeedOpened>
{
    public async Task<CalendarFeedOpened> Handle(RevokeCalendarFeed command, CancellationToken ct)
    {
        var feed = await db.ForChange<CalendarFeed, CalendarFeedId>(new CalendarFeedId(command.Id), ct);
        if (feed.PersonId != caller.Caller.PersonId) throw new ResourceNotFound("calendar-feed", command.Id.ToString());
        feed.Revoke(time.GetUtcNow());
        return new CalendarFeedOpened(feed.Key, feed.Version);
    }
}

/// <summary>What is secret about the address of a feed.</summary>
internal static class FeedSecret
{
    private const int Bytes = 32;

    public static byte[] New() => RandomNumberGenerator.GetBytes(Bytes);

    public static string Format(byte[] secret) => Convert.ToHexStringLower(secret);

    public static byte[] HashOf(byte[] secret) => SHA256.HashData(secret);

    /// <summary>Whether a text is the secret of which this hash is kept; of a feed that was revoked none is.</summary>
    public static bool Fits(string? text, byte[] hash)
    {
        var secret = new byte[Bytes];
        return text?.Length == Bytes * 2 && Convert.FromHexString(text, secret, out _, out _) == System.Buffers.OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(HashOf(secret), hash);
    }
}
