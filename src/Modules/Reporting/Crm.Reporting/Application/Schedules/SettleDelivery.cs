using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Reporting.Domain.Schedules;
using Crm.Reporting.Persistence;
using FluentValidation;

namespace Crm.Reporting.Application.Schedules;

/// <summary>Writes down what became of a delivery.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="Attempt">
/// The try this is the outcome of; 0 where nothing was tried: there is nothing to send (skipped), it cannot be made (failed), or it was begun by
/// somebody who is gone (uncertain).
/// </param>
/// <param name="Outcome">What is known of it.</param>
/// <param name="Reason">Why it was not taken; names no recipient.</param>
internal sealed record SettleDelivery(Guid Id, int Attempt, MailState Outcome, Phrase? Reason = null) : ICommand<SettledDelivery>;

/// <param name="State">Where the delivery is now.</param>
internal sealed record SettledDelivery(MailState State);

internal sealed class SettleDeliveryValidator : AbstractValidator<SettleDelivery>
{
    public SettleDeliveryValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class SettleDeliveryHandler(ReportingDbContext db, TimeProvider time) : ICommandHandler<SettleDelivery, SettledDelivery>
{
    private static readonly Phrase NoReason = new("No reason was given.", "未提供原因。");

    public async Task<SettledDelivery> Handle(SettleDelivery command, CancellationToken ct)
    {
        var delivery = await db.ForChange<Delivery, DeliveryId>(new DeliveryId(command.Id), ct);
        var (now, reason) = (time.GetUtcNow(), command.Reason ?? NoReason);
        if (command.Attempt > 0) delivery.EndTry(command.Attempt, command.Outcome, command.Reason, now);
        else if (command.Outcome == MailState.Skipped) delivery.Skip(reason, now);
        else if (command.Outcome == MailState.Failed) delivery.Fail(reason, now);
        else delivery.GiveUpWaiting(now);
        return new SettledDelivery(delivery.State);
    }
}
