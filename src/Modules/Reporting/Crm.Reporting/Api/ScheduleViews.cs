using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.Reporting.Application.Schedules;
using Crm.Reporting.Domain;
using Crm.Reporting.Domain.Schedules;

namespace Crm.Reporting.Api;

/// <summary>A schedule in a list.</summary>
internal sealed record ScheduleRow(
    Guid Id, string Name, string Period, SalesBy By, NetBasis Net, string Cron, string TimeZone, bool IsActive, Guid? OwnerId, Guid? UnitId, int Version)
{
    public static readonly Expression<Func<ReportSchedule, ScheduleRow>> FromSchedule = s =>
        new ScheduleRow(s.Id.Value, s.Name, s.Period, s.By, s.Net, s.Cron, s.TimeZone, s.IsActive, s.OwnerId, s.UnitId, s.Version);
}

/// <summary>A schedule in full.</summary>
/// <param name="NextSlot">When it is due next; null while it is paused, and when its time or zone means nothing on this machine.</param>
internal sealed record ScheduleView(
    Guid Id, string Name, string Period, SalesBy By, NetBasis Net, int? Top, string? Currency, string Cron, string TimeZone, MissedRuns MissedRuns,
    bool IsActive, DateTimeOffset? NextSlot, Guid? OwnerId, Guid? UnitId, IReadOnlyList<SubscriptionView> Subscriptions, int Version)
{
    public static ScheduleView Of(ReportSchedule s, IReadOnlyList<Subscription> subscriptions, DateTimeOffset now) => new(
        s.Id.Value, s.Name, s.Period, s.By, s.Net, s.Top, s.Currency, s.Cron, s.TimeZone, s.MissedRuns, s.IsActive,
        s.IsActive && Slots.TryRead(s.Cron, s.TimeZone, out var slots) ? slots.After(now) : null, s.OwnerId, s.UnitId, [.. subscriptions.Select(SubscriptionView.Of)], s.Version);

    /// <summary>The schedule as the body that would write it: what a merge patch is applied to.</summary>
    public static ScheduleInput InputOf(ReportSchedule s) => new()
    {
        Name = s.Name,
        Period = s.Period,
        By = s.By,
        Net = s.Net,
        Top = s.Top,
        Currency = s.Currency,
        Cron = s.Cron,
        TimeZone = s.TimeZone,
        MissedRuns = s.MissedRuns,
    };
}

internal sealed record SubscriptionView(
    Guid Id, Guid UserId, [property: MaskedAs("users.email")] string Email, Language Language, Attachment Attachment, bool OnlyIfNotEmpty)
{
    public static SubscriptionView Of(Subscription s) => new(s.Id.Value, s.UserId, s.Email, s.Language, s.Attachment, s.OnlyIfNotEmpty);
}

/// <summary>One mail that was planned, and what became of it.</summary>
/// <param name="Reason">Why it was not taken, in the caller's language.</param>
/// <param name="NeedsAttention">It failed, or nobody knows whether it arrived.</param>
internal sealed record DeliveryRow(
    Guid Id, Guid SubscriptionId, Guid UserId, DateTimeOffset Slot, MailState State, int Tries, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt,
    string? Reason, bool NeedsAttention)
{
    public static Expression<Func<Delivery, DeliveryRow>> In(Language language) => d => new DeliveryRow(
        d.Id.Value, d.SubscriptionId.Value, d.UserId, d.Slot, d.State, d.Tries, d.StartedAt, d.EndedAt,
        language == Language.Chinese ? d.ReasonChinese : d.ReasonEnglish,
        d.State == MailState.Uncertain || d.State == MailState.Failed);
}
