using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Money;

/// <summary>Grants a refund that somebody else asked for: from now on the order owes that much less.</summary>
internal sealed record ApproveRefund(Guid Id) : ICommand<RefundSaved>;

internal sealed record RejectRefund : ICommand<RefundSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required string Reason { get; init; }
}

/// <summary>The money of an approved refund went back.</summary>
internal sealed record SettleRefund : ICommand<RefundSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Business date; left out, today in the caller's zone.</summary>
    public DateOnly? SettledOn { get; init; }

    /// <summary>Such as <c>transfer</c>.</summary>
    public string? Method { get; init; }

    /// <summary>What the bank or the provider calls it.</summary>
    public string? Reference { get; init; }
}

/// <summary>The money of an approved refund could not be paid back.</summary>
internal sealed record FailRefund : ICommand<RefundSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required string Reason { get; init; }
}

internal sealed class ApproveRefundValidator : AbstractValidator<ApproveRefund>
{
    public ApproveRefundValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class RejectRefundValidator : AbstractValidator<RejectRefund>
{
    public RejectRefundValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(Columns.Reason);
    }
}

internal sealed class FailRefundValidator : AbstractValidator<FailRefund>
{
    public FailRefundValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(Columns.Reason);
    }
}

internal sealed class SettleRefundValidator : AbstractValidator<SettleRefund>
{
    public SettleRefundValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.SettledOn).IsBusinessDate();
        RuleFor(c => c.Method).MaximumLength(Columns.Code);
        RuleFor(c => c.Reference).MaximumLength(Columns.Reference);
    }
}

internal sealed class ApproveRefundHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<ApproveRefund, RefundSaved>
{
    public async Task<RefundSaved> Handle(ApproveRefund command, CancellationToken ct)
    {
        var (refund, order) = await db.RefundForChange(command.Id, ct);
        refund.Approve(order, caller.Caller.Id, time.GetUtcNow());
        return RefundSaved.Of(refund);
    }
}

internal sealed class RejectRefundHandler(SalesOrdersDbContext db, TimeProvider time) : ICommandHandler<RejectRefund, RefundSaved>
{
    public async Task<RefundSaved> Handle(RejectRefund command, CancellationToken ct)
    {
        var (refund, order, stock) = await db.RefundAndStock(command.Id, ct);
        refund.Reject(order, command.Reason, stock, time.GetUtcNow());
        return RefundSaved.Of(refund);
    }
}

internal sealed class FailRefundHandler(SalesOrdersDbContext db) : ICommandHandler<FailRefund, RefundSaved>
{
    public async Task<RefundSaved> Handle(FailRefund command, CancellationToken ct)
    {
        var (refund, order, stock) = await db.RefundAndStock(command.Id, ct);
        refund.Fail(order, command.Reason, stock);
        return RefundSaved.Of(refund);
    }
}

internal sealed class SettleRefundHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<SettleRefund, RefundSaved>
{
    public async Task<RefundSaved> Handle(SettleRefund command, CancellationToken ct)
    {
        var (refund, order) = await db.RefundForChange(command.Id, ct);
        var payments = await db.Payments.Where(p => p.Entries.Any(e => e.OrderId == order.Id)).ToListAsync(ct);
        refund.Settle(order, payments, new Booking(command.SettledOn ?? BusinessDay.Of(time, caller.Caller), command.Method, command.Reference, time.GetUtcNow()));
        return RefundSaved.Of(refund);
    }
}
