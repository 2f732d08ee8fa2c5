using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application.Activities;

/// <summary>Writes down what became of a try.</summary>
/// <param name="Id">The reminder.</param>
/// <param name="Attempt">The try; 0 for one that was begun by somebody who is gone.</param>
/// <param name="Outcome">What is known of it.</param>
/// <param name="Reason">Why it was not taken; names no recipient.</param>
internal sealed record SettleActivityReminder(Guid Id, int Attempt, MailState Outcome, Phrase? Reason = null) : ICommand<SettledMail>;

internal sealed class SettleActivityReminderValidator : AbstractValidator<SettleActivityReminder>
{
    public SettleActivityReminderValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class SettleActivityReminderHandler(CustomersDbContext db, TimeProvider time) : ICommandHandler<SettleActivityReminder, SettledMail>
{
    public async Task<SettledMail> Handle(SettleActivityReminder command, CancellationToken ct)
    {
        var reminder = await db.ForChange<ActivityReminder, ActivityReminderId>(new ActivityReminderId(command.Id), ct);
        reminder.EndTry(command.Attempt, command.Outcome, command.Reason, time.GetUtcNow());
        return new SettledMail(reminder.State);
    }
}
