using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain.Dunning;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Dunning;

/// <summary>The customer paid a reminder fee.</summary>
internal sealed record PayReminderFee : ICommand<ReminderFeeSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Such as <c>transfer</c>.</summary>
    public string? Method { get; init; }

    /// <summary>What the bank calls it.</summary>
    public string? Reference { get; init; }

    /// <summary>Business date; left out, today in the caller's zone.</summary>
    public DateOnly? PaidOn { get; init; }
}

/// <summary>Nobody expects a reminder fee any more.</summary>
internal sealed record WaiveReminderFee : ICommand<ReminderFeeSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required string Reason { get; init; }

    /// <summary>Business date; left out, today in the caller's zone.</summary>
    public DateOnly? WaivedOn { get; init; }
}

internal sealed record ReminderFeeSaved(Guid Id, string Number, ReminderFeeState State, decimal Amount, string Currency, int Version)
{
    public static ReminderFeeSaved Of(ReminderFee fee) => new(fee.Key, fee.Number, fee.State, fee.Amount, fee.Currency, fee.Version);
}

internal sealed class PayReminderFeeValidator : AbstractValidator<PayReminderFee>
{
    public PayReminderFeeValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Method).MaximumLength(Columns.Code);
        RuleFor(c => c.Reference).MaximumLength(Columns.Reference);
        RuleFor(c => c.PaidOn).IsBusinessDate();
    }
}

internal sealed class WaiveReminderFeeValidator : AbstractValidator<WaiveReminderFee>
{
    public WaiveReminderFeeValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(Columns.Reason);
        RuleFor(c => c.WaivedOn).IsBusinessDate();
    }
}

internal sealed class PayReminderFeeHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<PayReminderFee, ReminderFeeSaved>
{
    public async Task<ReminderFeeSaved> Handle(PayReminderFee command, CancellationToken ct)
    {
        var fee = await db.ForChange<ReminderFee, ReminderFeeId>(new ReminderFeeId(command.Id), ct);
        fee.Pay(command.PaidOn ?? BusinessDay.Of(time, caller.Caller), command.Method, command.Reference);
        return ReminderFeeSaved.Of(fee);
    }
}

internal sealed class WaiveReminderFeeHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<WaiveReminderFee, ReminderFeeSaved>
{
    public async Task<ReminderFeeSaved> Handle(WaiveReminderFee command, CancellationToken ct)
    {
        var fee = await db.ForChange<ReminderFee, ReminderFeeId>(new ReminderFeeId(command.Id), ct);
        fee.Waive(command.WaivedOn ?? BusinessDay.Of(time, caller.Caller), command.Reason);
        return ReminderFeeSaved.Of(fee);
    }
}
