using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Reporting.Domain;
using Crm.Reporting.Domain.Schedules;
using Crm.Reporting.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Application.Schedules;

/// <summary>Who gets a schedule's report, and how.</summary>
internal sealed record SubscriptionInput
{
    /// <summary>The user whose view of the figures is sent.</summary>
    public required Guid UserId { get; init; }

    public required string Email { get; init; }

    public Language Language { get; init; }

    public Attachment Attachment { get; init; }

    public bool OnlyIfNotEmpty { get; init; }
}

internal sealed record Subscribe(Guid ScheduleId, SubscriptionInput Subscription) : ICommand<SubscriptionReply>;

/// <param name="Id">The subscription.</param>
internal sealed record SubscriptionReply(Guid Id);

internal sealed class SubscribeValidator : AbstractValidator<Subscribe>
{
    private static readonly Phrase BadAddress = new("A mail address is expected.", "应为邮件地址。");

    public SubscribeValidator()
    {
        RuleFor(c => c.Subscription.UserId).NotEmpty().OverridePropertyName("userId");
        RuleFor(c => c.Subscription.Email).Must(IsAddress).WithPhrase(BadAddress).OverridePropertyName("email");
    }

    private static bool IsAddress(string? address)
    {
        try
        {
            _ = new Mailbox(address ?? "");
            return true;
        }
        catch (RuleBroken)
        {
            return false;
        }
    }
}

internal sealed class SubscribeHandler(ReportingDbContext db) : ICommandHandler<Subscribe, SubscriptionReply>
{
    public async Task<SubscriptionReply> Handle(Subscribe command, CancellationToken ct)
    {
        var schedule = await db.ForChange<ReportSchedule, ScheduleId>(new ScheduleId(command.ScheduleId), ct);
        var input = command.Subscription;
        if (await db.Subscriptions.AnyAsync(s => s.ScheduleId == schedule.Id && s.UserId == input.UserId && s.EndedAt == null, ct))
            throw ReportingRules.AlreadySubscribed.Broken();
        var subscription = Subscription.Begin(
            schedule.Id, input.UserId, new Mailbox(input.Email).Address, input.Language, input.Attachment, input.OnlyIfNotEmpty);
        db.Subscriptions.Add(subscription);
        return new SubscriptionReply(subscription.Id.Value);
    }
}
