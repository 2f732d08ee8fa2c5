using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Reporting.Domain.Schedules;
using Crm.Reporting.Persistence;
using FluentValidation;

namespace Crm.Reporting.Application.Schedules;

/// <summary>What became of a delivery.</summary>
internal enum DeliveryOutcome
{
    Taken,

    /// <summary>Surely not taken, and the same mail may be taken later.</summary>
    NotTaken,

    /// <summary>Surely not taken, for good.</summary>
    Refused,
    Uncertain,

    /// <summary>There is nothing to send, or nobody to send it to.</summary>
    NotSent,

    /// <summary>The report cannot be made as the schedule wants it.</summary>
    Impossible,

    /// <summary>It was being sent by somebody who is gone.</summary>
    CutOff,
}

/// <param name="Id">The delivery.</param>
/// <param name="Attempt">The try this is the outcome of; 0 where nothing was tried.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why it was not taken; names no recipient.</param>
internal sealed record SettleDelivery(Guid Id, int Attempt, DeliveryOutcome Outcome, Phrase? Reason = null) : ICommand<SettledDelivery>;

/// <param name="State">Where the delivery is now.</param>
internal sealed record SettledDelivery(DeliveryState State);

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
        switch (command.Outcome)
        {
            case DeliveryOutcome.Taken:
                delivery.WasTaken(command.Attempt, now);
                break;
            case DeliveryOutcome.NotTaken or DeliveryOutcome.Refused:
                delivery.WasNotTaken(command.Attempt, reason, command.Outcome == DeliveryOutcome.NotTaken, now);
                break;
            case DeliveryOutcome.Uncertain:
                delivery.IsUncertain(command.Attempt, reason, now);
                break;
            case DeliveryOutcome.NotSent:
                delivery.Skip(reason, now);
                break;
            case DeliveryOutcome.Impossible:
                delivery.Fail(reason, now);
                break;
            case DeliveryOutcome.CutOff:
                delivery.GiveUpWaiting(now);
                break;
        }

        return new SettledDelivery(delivery.State);
    }
}
