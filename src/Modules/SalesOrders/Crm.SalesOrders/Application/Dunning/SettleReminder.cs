using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain.Dunning;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Dunning;

/// <summary>Writes down what became of a try.</summary>
/// <param name="Id">The reminder.</param>
/// <param name="Attempt">The try; 0 for one that was begun by somebody who is gone.</param>
/// <param name="Outcome">What is known of it.</param>
/// <param name="Reason">Why it was not taken; names no recipient.</param>
internal sealed record SettleReminder(Guid Id, int Attempt, ReminderState Outcome, Phrase? Reason = null) : ICommand<SettledReminder>;

internal sealed record SettledReminder(ReminderState State);

internal sealed class SettleReminderValidator : AbstractValidator<SettleReminder>
{
    public SettleReminderValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class SettleReminderHandler(SalesOrdersDbContext db, TimeProvider time) : ICommandHandler<SettleReminder, SettledReminder>
{
    public async Task<SettledReminder> Handle(SettleReminder command, CancellationToken ct)
    {
        var reminder = await db.ForChange<Reminder, ReminderId>(new ReminderId(command.Id), ct);
        if (command.Attempt == 0) reminder.GiveUpWaiting(time.GetUtcNow());
        else reminder.EndTry(command.Attempt, command.Outcome, command.Reason, time.GetUtcNow());
        return new SettledReminder(reminder.State);
    }
}
