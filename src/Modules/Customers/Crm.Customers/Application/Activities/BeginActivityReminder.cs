using System.Globalization;
using System.Text;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Activities;

/// <summary>Writes the mail and takes the right to send it. The commit comes before the mail server is spoken to.</summary>
internal sealed record BeginActivityReminder(Guid Id) : ICommand<BegunMail>;

internal sealed class BeginActivityReminderValidator : AbstractValidator<BeginActivityReminder>
{
    public BeginActivityReminderValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class BeginActivityReminderHandler(CustomersDbContext db, ICallers callers, TimeProvider time)
    : ICommandHandler<BeginActivityReminder, BegunMail>
{
    private static readonly Phrase Moved = new("The activity was moved or deleted, has begun or has ended.", "该活动已改期、已删除、已开始或已结束。");
    private static readonly Phrase NoAddress = new("The person has no mail address, or has left.", "此人没有邮件地址，或已离职。");

    private static readonly Phrase Subject = new("Reminder: {0}, {1}", "提醒：{0}，{1}");
    private static readonly Phrase When = new("When: {0} to {1} ({2})", "时间：{0} 至 {1}（{2}）");
    private static readonly Phrase Where = new("Where: {0}", "地点：{0}");
    private static readonly Phrase With = new("Customer: {0}", "客户：{0}");

    public async Task<BegunMail> Handle(BeginActivityReminder command, CancellationToken ct)
    {
        var reminder = await db.ForChange<ActivityReminder, ActivityReminderId>(new ActivityReminderId(command.Id), ct);
        var now = time.GetUtcNow();
        var activity = await db.Set<Activity>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(a => a.Id == reminder.ActivityId, ct);
        if (activity is not { Status: ActivityStatus.Planned } || activity.Sequence != reminder.Sequence || activity.RemindUntil < now || !activity.People.Contains(reminder.PersonId))
        {
            reminder.Skip(Moved, now);
            return BegunMail.Nothing;
        }

        var address = await callers.AddressOf(reminder.PersonId, ct);
        // Who may no longer see activities is told nothing of them, as in feeds.
        if (await callers.OfUser(reminder.PersonId, ct) is not { } person || person.ScopeOf(ActivityPermissions.Read.Name) == RowScope.None
            || address is null || !Mailbox.IsWellFormed(address))
        {
            reminder.Skip(NoAddress, now);
            return BegunMail.Nothing;
        }

        return BegunMail.Of(reminder, Write(reminder, activity, person, address, await CustomerOf(activity, person, ct)), now);
    }

    /// <summary>As far as the person reaches the customer and its name.</summary>
    private async Task<string?> CustomerOf(Activity activity, Caller person, CancellationToken ct)
    {
        var customer = await db.Customers.IgnoreQueryFilters([ModuleDbContext.DeletedFilter, ModuleDbContext.MergedFilter])
            .Where(c => c.Id == activity.CustomerId).Select(c => new { c.Name, c.OwnerId, c.UnitId }).SingleAsync(ct);
        return person.Reaches(person.ScopeOf(CustomersPermissions.Read.Name), customer.OwnerId, customer.UnitId)
            ? MaskedText.Of(person, $"{CustomerInput.Resource}.name", customer.Name)
            : null;
    }

    private static OutgoingMail Write(ActivityReminder reminder, Activity activity, Caller person, string address, string? customer)
    {
        var language = person.PreferredLanguage ?? Language.English;
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(person.TimeZone, out var known) ? known : TimeZoneInfo.Utc;
        var start = Clock(activity.StartsAt);
        var subject = Shown(person, "subject", activity.Subject) ?? Labels.Of(activity.Kind).In(language);
        var text = new StringBuilder().Append(Labels.Of(activity.Kind).In(language)).Append(": ").AppendLine(subject).AppendLine()
            .AppendLine(When.In(language, start, Clock(activity.EndsAt), zone.Id));
        if (Shown(person, "place", activity.Place) is { Length: > 0 } place) text.AppendLine(Where.In(language, place));
        if (customer is { Length: > 0 }) text.AppendLine(With.In(language, customer));
        return new OutgoingMail(ActivityReminder.MailKey(reminder.Id), new Mailbox(address), OneLine(Subject.In(language, subject, start)), text.ToString());

        string Clock(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    private static string? Shown(Caller person, string field, string? text) => MaskedText.Of(person, $"{ActivityFactsInput.Resource}.{field}", text);

    // A subject may hold what no header may.
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
