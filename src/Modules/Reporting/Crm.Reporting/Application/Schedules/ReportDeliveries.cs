using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Reporting.Domain.Schedules;
using Crm.Reporting.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.Reporting.Application.Schedules;

/// <summary>
/// Sends one delivery. The report is made and the mail written first; then the right to send is committed; then the mail server is spoken
/// to; then the outcome is committed. What is cut off in between stays behind as being sent, and is never sent again by itself.
/// </summary>
internal sealed partial class ReportDeliveries(
    IServiceScopeFactory scopes, ICallers callers, ReportsOfCallers reports, MailSending sending, ISettings settings, TimeProvider time,
    ILogger<ReportDeliveries> log)
{
    private static readonly Phrase Ended = new("The schedule or the subscription has ended.", "计划或订阅已结束。");
    private static readonly Phrase NoRecipient = new("The recipient is no active user.", "收件人不是有效用户。");
    private static readonly Phrase MayNot = new("The recipient may not read reports.", "收件人无权查看报表。");
    private static readonly Phrase Empty = new("The report is empty for the recipient.", "收件人的报表为空。");
    private static readonly Phrase CannotBeMade = new("The report cannot be made: {0}", "无法生成报表：{0}");

    public async Task<MailState> Send(Guid delivery, CancellationToken ct)
    {
        OutgoingMail? mail;
        Phrase? reason;
        try
        {
            (mail, reason) = await Write(delivery, ct);
        }
        catch (InvalidInput impossible)
        {
            // Such as a second currency that came up since the schedule was made.
            return await Settle(new SettleDelivery(delivery, 0, MailState.Failed, Worded(impossible.Errors[0])));
        }

        if (mail is null) return await Settle(new SettleDelivery(delivery, 0, MailState.Skipped, reason));
        var begun = await Handle<BeginDelivery, BegunDelivery>(new BeginDelivery(delivery));
        if (begun.Attempt is not { } attempt) return MailState.Sending;
        var (outcome, why) = await sending.Try(mail, ct);
        return await Settle(new SettleDelivery(delivery, attempt, outcome, why));
    }

    /// <summary>Settles what somebody began to send who is gone.</summary>
    public Task<MailState> GiveUp(Guid delivery) => Settle(new SettleDelivery(delivery, 0, MailState.Uncertain));

    private async Task<(OutgoingMail? Mail, Phrase? Reason)> Write(Guid id, CancellationToken ct)
    {
        await using var scope = JobScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDbContext>();
        var key = new DeliveryId(id);
        var delivery = await db.Deliveries.AsNoTracking().SingleAsync(d => d.Id == key, ct);
        var schedule = await db.Schedules.AsNoTracking().SingleOrDefaultAsync(s => s.Id == delivery.ScheduleId, ct);
        var subscription = await db.Subscriptions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == delivery.SubscriptionId && s.EndedAt == null, ct);
        if (schedule is null || subscription is null) return (null, Ended);
        if (await callers.OfUser(subscription.UserId, ct) is not { } recipient) return (null, NoRecipient);
        try
        {
            var report = await reports.Read(schedule, recipient, delivery.Slot, ct);
            if (report.IsEmpty && subscription.OnlyIfNotEmpty) return (null, Empty);
            var company = await settings.Text(CompanySettings.Name, ct);
            return (await ReportMails.Write(delivery, schedule, subscription, report, company, time.GetUtcNow(), ct), null);
        }
        catch (NotAllowed)
        {
            return (null, MayNot);
        }
    }

    private static Phrase Worded(InputError error) => new(
        CannotBeMade.In(Language.English, error.Text.In(Language.English, [.. error.Values])),
        CannotBeMade.In(Language.Chinese, error.Text.In(Language.Chinese, [.. error.Values])));

    private async Task<MailState> Settle(SettleDelivery command)
    {
        var settled = await Handle<SettleDelivery, SettledDelivery>(command);
        if (settled.State is MailState.Uncertain or MailState.Failed) LogNeedsAttention(log, command.Id, settled.State, command.Reason?.English);
        return settled.State;
    }

    // Once a mail may be on its way its outcome is written down, whether or not the host is stopping.
    private async Task<TResult> Handle<TCommand, TResult>(TCommand command)
        where TCommand : ICommand<TResult>
    {
        await using var scope = JobScope();
        return await scope.ServiceProvider.GetRequiredService<ICommandHandler<TCommand, TResult>>().Handle(command, CancellationToken.None);
    }

    private AsyncServiceScope JobScope() => scopes.CreateJobScope(SendDueReports.Name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The report delivery {Delivery} is {State}: {Reason}")]
    private static partial void LogNeedsAttention(ILogger log, Guid delivery, MailState state, string? reason);
}
