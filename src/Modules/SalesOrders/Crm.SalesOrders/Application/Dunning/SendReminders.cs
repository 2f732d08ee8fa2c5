using System.Globalization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Dunning;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.SalesOrders.Application.Dunning;

/// <summary>
/// Reminds customers of what they should have paid: plans for each overdue invoice the highest level that is due and was not reached before,
/// sends what is planned and settles what was cut off. Safe to run twice at a time.
/// </summary>
internal sealed partial class SendReminders(
    SalesOrdersDbContext db, IServiceScopeFactory scopes, IMailTransport transport, TimeProvider time, ILogger<SendReminders> log) : IScheduledJob
{
    public const string Name = "send-reminders";

    private const int AtOnce = 500;
    private static readonly Phrase Broke = new("Sending broke off, and it is not known whether the mail was taken.", "发送中断，不确定邮件是否已被接收。");

    public async Task<string> Run(CancellationToken ct)
    {
        var planned = await Plan(ct);
        var now = time.GetUtcNow();
        var lost = await Ids(db.Reminders.Where(r => r.State == ReminderState.Sending && r.StartedAt <= now - Reminder.LongestTry), ct);
        foreach (var id in lost) await Handle<SettleReminder, SettledReminder>(new SettleReminder(id, 0, ReminderState.Uncertain));
        var due = await Ids(db.Reminders.Where(r => (r.State == ReminderState.Planned || r.State == ReminderState.NotTaken) && r.NextTryAt <= now), ct);
        var taken = 0;
        foreach (var id in due)
        {
            if (await Sent(id, ct)) taken++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{planned} reminders planned, {taken} of {due.Count} mails taken, {lost.Count} cut off");
    }

    private async Task<int> Plan(CancellationToken ct)
    {
        // Its day must be over everywhere on earth.
        var today = BusinessDay.LastOnEarth(time);
        var planned = 0;
        foreach (var level in await db.ReminderLevels.AsNoTracking().Where(l => l.IsActive).OrderByDescending(l => l.Level).ToListAsync(ct))
        {
            while (await Overdue(level, today, ct) is { Count: > 0 } invoices)
            {
                foreach (var id in invoices) await Handle<PlanReminder, PlannedReminder>(new PlanReminder(id.Value, level.Level));
                planned += invoices.Count;
            }
        }

        return planned;
    }

    private Task<List<InvoiceId>> Overdue(ReminderLevel level, DateOnly today, CancellationToken ct) => db.Invoices
        .OverdueOn(today.AddDays(1 - level.DaysAfterDue))
        .Where(i => !db.Reminders.Any(r => r.InvoiceId == i.Id && r.Level >= level.Level)
            && db.BillingContacts.Any(c => c.CustomerId == i.CustomerId && !c.RemindersStopped))
        .OrderBy(i => i.Id).Select(i => i.Id).Take(AtOnce).ToListAsync(ct);

    private static async Task<List<Guid>> Ids(IQueryable<Reminder> reminders, CancellationToken ct) =>
        (await reminders.OrderBy(r => r.PlannedAt).Select(r => r.Id).Take(AtOnce).ToListAsync(ct)).ConvertAll(id => id.Value);

    private async Task<bool> Sent(Guid id, CancellationToken ct)
    {
        BegunReminder begun;
        try
        {
            begun = await Handle<BeginReminder, BegunReminder>(new BeginReminder(id));
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // It stays planned and is tried at the next run; the others need not wait for it.
            LogNotWritten(log, failure, id);
            return false;
        }

        if (begun.Mail is null) return false;
        var (outcome, reason) = await Send(begun.Mail, ct);
        return (await Handle<SettleReminder, SettledReminder>(new SettleReminder(id, begun.Attempt, outcome, reason))).State == ReminderState.Taken;
    }

    private async Task<(ReminderState Outcome, Phrase? Reason)> Send(OutgoingMail mail, CancellationToken ct)
    {
        try
        {
            return await transport.Send(mail, ct) switch
            {
                MailOutcome.Taken => (ReminderState.Taken, null),
                MailOutcome.NotTaken not => (not.WorthRetrying ? ReminderState.NotTaken : ReminderState.Failed, not.Reason),
                MailOutcome.Uncertain uncertain => (ReminderState.Uncertain, uncertain.Reason),
                var other => throw new InvalidOperationException($"Unknown outcome {other}."),
            };
        }
        catch (Exception failure)
        {
            LogBroke(log, failure, mail.Key);
            return (ReminderState.Uncertain, Broke);
        }
    }

    // Once a mail may be on its way its outcome is written down, whether or not the host is stopping.
    private async Task<TResult> Handle<TCommand, TResult>(TCommand command)
        where TCommand : ICommand<TResult>
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActAsJob(Name);
        return await scope.ServiceProvider.GetRequiredService<ICommandHandler<TCommand, TResult>>().Handle(command, CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The reminder {Reminder} could not be written")]
    private static partial void LogNotWritten(ILogger log, Exception failure, Guid reminder);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending the reminder {Reminder} broke off")]
    private static partial void LogBroke(ILogger log, Exception failure, string reminder);
}
