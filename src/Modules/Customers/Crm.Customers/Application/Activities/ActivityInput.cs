using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Activities;
using FluentValidation;

namespace Crm.Customers.Application.Activities;

/// <summary>What callers say of an activity beside its kind and time.</summary>
internal record ActivityFactsInput
{
    /// <summary>Its name in masks.</summary>
    public const string Resource = "activities";

    public required string Subject { get; init; }

    public string? Description { get; init; }

    public string? Place { get; init; }

    /// <summary>One of the persons to talk to at the customer.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>An order that it is about.</summary>
    public Guid? OrderId { get; init; }

    public Guid? OpportunityId { get; init; }

    public Guid? CaseId { get; init; }

    /// <summary>Whole minutes before the start at which owner and participants get a mail, up to four weeks; null for none.</summary>
    public int? RemindMinutesBefore { get; init; }

    /// <summary>Who else takes part.</summary>
    public IReadOnlyList<ParticipantInput> Participants { get; init; } = [];

    /// <summary>Left out, the caller.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Left out, the caller's unit.</summary>
    public Guid? UnitId { get; init; }

    public static ActivityFactsInput Of(Activity a) => new()
    {
        Subject = a.Subject,
        Description = a.Description,
        Place = a.Place,
        ContactId = a.ContactId,
        OrderId = a.OrderId,
        OpportunityId = a.OpportunityId,
        CaseId = a.CaseId,
        RemindMinutesBefore = a.RemindMinutesBefore,
        OwnerId = a.OwnerId,
        UnitId = a.UnitId,
        Participants = [.. a.Participants.OrderBy(p => p.Id).Select(p => new ParticipantInput(p.UserId, p.ContactId))],
    };

    public ActivityFacts ToFacts() => new(
        Subject, Description, Place, ContactId, OrderId, OpportunityId, CaseId, RemindMinutesBefore,
        [.. Participants.Select(p => new ActivityParticipant(p.UserId, p.ContactId))]);
}

/// <summary>A user, or a person to talk to at the customer: one of the two.</summary>
internal sealed record ParticipantInput(Guid? UserId = null, Guid? ContactId = null);

/// <summary>An activity as callers plan it.</summary>
internal record ActivityInput : ActivityFactsInput
{
    public required ActivityKind Kind { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>IANA name of the zone whose clock it is agreed by. Left out, the caller's.</summary>
    public string? TimeZone { get; init; }

    public Appointment When(Caller caller) => new(StartsAt.ToUniversalTime(), EndsAt.ToUniversalTime(), TimeZone ?? caller.TimeZone);
}

internal class ActivityFactsValidator<TInput> : AbstractValidator<TInput>
    where TInput : ActivityFactsInput
{
    private const int MostParticipants = 50;
    private const int FourWeeks = 4 * 7 * 24 * 60;

    private static readonly Phrase UserOrContact = new("Somebody who takes part is a user or a contact, one of the two.", "参与者为用户或联系人，二者择一。");

    public ActivityFactsValidator()
    {
        RuleFor(a => a.Subject).NotEmpty().MaximumLength(CustomerLimits.Text);
        RuleFor(a => a.Description).MaximumLength(CustomerLimits.Note);
        RuleFor(a => a.Place).MaximumLength(CustomerLimits.Text);
        RuleFor(a => a.RemindMinutesBefore).InclusiveBetween(0, FourWeeks);
        RuleFor(a => a.Participants.Count).LessThanOrEqualTo(MostParticipants).OverridePropertyName(nameof(ActivityFactsInput.Participants));
        RuleForEach(a => a.Participants).NotNull().Must(p => p is null || p.UserId is null != p.ContactId is null).WithPhrase(UserOrContact);
    }
}

internal class ActivityInputValidator<TInput> : ActivityFactsValidator<TInput>
    where TInput : ActivityInput
{
    public ActivityInputValidator()
    {
        RuleFor(a => a.Kind).IsInEnum();
        RuleFor(a => a.EndsAt).Must((a, end) => Spans.AreInOrder(a.StartsAt, end)).WithPhrase(Spans.OutOfOrder);
        RuleFor(a => a.TimeZone).Must(Spans.IsZone).WithPhrase(Spans.UnknownZone);
    }
}

/// <summary>What must hold of the time of an activity.</summary>
internal static class Spans
{
    public static readonly Phrase OutOfOrder = new("An activity ends when it starts or later, within 31 days, between 1900 and 2199.", "活动的结束时间不得早于开始时间，须在 31 天之内，且在 1900 年至 2199 年之间。");

    public static readonly Phrase UnknownZone = new("This is no time zone. Write an IANA name such as Europe/Berlin.", "这不是有效的时区，请填写 IANA 名称，例如 Asia/Shanghai。");

    private static readonly DateTimeOffset First = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Last = new(2199, 12, 31, 0, 0, 0, TimeSpan.Zero);

    public static bool AreInOrder(DateTimeOffset start, DateTimeOffset end) => start >= First && end <= Last && end >= start && end - start <= Activity.Longest;

    public static bool IsZone(string? zone) => zone is null || TimeZones.IsIana(zone);
}
