using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
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
    /// <summary>The user whose view of the figures is sent: the caller, unless the caller may read the reports of everybody.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Left out: the address stored of the user. Another one may be given only by a caller who may read the reports of everybody.</summary>
    public string? Email { get; init; }

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
        RuleFor(c => c.Subscription.Email).Must(IsAddress).WithPhrase(BadAddress).When(c => c.Subscription.Email is not null).OverridePropertyName("email");
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

internal sealed class SubscribeHandler(ReportingDbContext db, CallerContext caller, ICallers users) : ICommandHandler<Subscribe, SubscriptionReply>
{
    private static readonly Phrase NoAddress = new("No mail address is stored of this user.", "该用户没有登记邮件地址。");
    private static readonly Phrase NotTheirs = new("This is not the address stored of the user.", "这不是该用户登记的邮件地址。");

    // Who reads the figures of everybody learns nothing from a mail; anybody else could have the figures of others sent to themselves.
    private bool MaySendAnything => caller.Caller.ScopeOf(ReportingPermissions.ReadReports.Name) == RowScope.All;

    public async Task<SubscriptionReply> Handle(Subscribe command, CancellationToken ct)
    {
        var schedule = await db.ForChange<ReportSchedule, ScheduleId>(new ScheduleId(command.ScheduleId), ct);
        var input = command.Subscription;
        if (input.UserId != caller.Caller.Id && !MaySendAnything) throw new NotAllowed($"{ReportingPermissions.ReadReports.Name}: all");
        if (await db.Subscriptions.AnyAsync(s => s.ScheduleId == schedule.Id && s.UserId == input.UserId && s.EndedAt == null, ct))
            throw ReportingRules.AlreadySubscribed.Broken();
        var subscription = Subscription.Begin(
            schedule.Id, input.UserId, await AddressFor(input, ct), input.Language, input.Attachment, input.OnlyIfNotEmpty);
        db.Subscriptions.Add(subscription);
        return new SubscriptionReply(subscription.Id.Value);
    }

    private async Task<string> AddressFor(SubscriptionInput input, CancellationToken ct)
    {
        if (input.Email is { } chosen && MaySendAnything) return new Mailbox(chosen).Address;
        if (await users.AddressOf(input.UserId, ct) is not { } stored) throw new InvalidInput("email", NoAddress);
        var address = new Mailbox(stored).Address;
        return input.Email is null || string.Equals(new Mailbox(input.Email).Address, address, StringComparison.OrdinalIgnoreCase)
            ? address
            : throw new InvalidInput("email", NotTheirs);
    }
}
