using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.AfterSales;

/// <summary>The customer may send the goods.</summary>
internal sealed record ApproveReturn(Guid Id) : ICommand<ReturnSaved>;

/// <summary>The goods stay with the customer.</summary>
internal sealed record RejectReturn(Guid Id) : ICommand<ReturnSaved>;

/// <summary>Goods have come. What was agreed and did not come stays with the customer.</summary>
internal sealed record ReceiveReturn : ICommand<ReturnSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Left out: everything that was agreed.</summary>
    public IReadOnlyList<ReturnUnits>? Lines { get; init; }

    /// <summary>Business date; left out, today in the caller's zone.</summary>
    public DateOnly? ReceivedOn { get; init; }
}

/// <summary>Puts what is good back into the stock and scraps the rest.</summary>
internal sealed record InspectReturn : ICommand<ReturnSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Units that are good; what is not named is scrapped.</summary>
    public required IReadOnlyList<ReturnUnits> Restock { get; init; }

    /// <summary>Business date; left out, today in the caller's zone.</summary>
    public DateOnly? InspectedOn { get; init; }
}

/// <summary>Nothing is left to be done.</summary>
internal sealed record CloseReturn(Guid Id) : ICommand<ReturnSaved>;

internal sealed class ApproveReturnValidator : AbstractValidator<ApproveReturn>
{
    public ApproveReturnValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class RejectReturnValidator : AbstractValidator<RejectReturn>
{
    public RejectReturnValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ReceiveReturnValidator : AbstractValidator<ReceiveReturn>
{
    public ReceiveReturnValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        this.AreReturnUnits(c => c.Lines, least: 0);
        RuleFor(c => c.ReceivedOn).IsBusinessDate();
    }
}

internal sealed class InspectReturnValidator : AbstractValidator<InspectReturn>
{
    public InspectReturnValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        this.AreReturnUnits(c => c.Restock, least: 0);
        RuleFor(c => c.InspectedOn).IsBusinessDate();
    }
}

internal sealed class CloseReturnValidator : AbstractValidator<CloseReturn>
{
    public CloseReturnValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ApproveReturnHandler(Returns returns, CallerContext caller, TimeProvider time) : ICommandHandler<ApproveReturn, ReturnSaved>
{
    public async Task<ReturnSaved> Handle(ApproveReturn command, CancellationToken ct)
    {
        var (back, order) = await returns.ForChange(command.Id, ct);
        back.Approve();
        await returns.Credit(back, order, isBack: false, BusinessDay.Of(time, caller.Caller), ct);
        return ReturnSaved.Of(back);
    }
}

internal sealed class RejectReturnHandler(Returns returns) : ICommandHandler<RejectReturn, ReturnSaved>
{
    public async Task<ReturnSaved> Handle(RejectReturn command, CancellationToken ct)
    {
        var (back, order) = await returns.ForChange(command.Id, ct);
        back.Reject(order);
        return ReturnSaved.Of(back);
    }
}

internal sealed class ReceiveReturnHandler(Returns returns, CallerContext caller, TimeProvider time) : ICommandHandler<ReceiveReturn, ReturnSaved>
{
    public async Task<ReturnSaved> Handle(ReceiveReturn command, CancellationToken ct)
    {
        var (back, order) = await returns.ForChange(command.Id, ct);
        var on = command.ReceivedOn ?? BusinessDay.Of(time, caller.Caller);
        back.Receive(order, command.Lines.ByLine(), on);
        await returns.Credit(back, order, isBack: true, on, ct);
        return ReturnSaved.Of(back);
    }
}

internal sealed class InspectReturnHandler(Returns returns, CallerContext caller, TimeProvider time) : ICommandHandler<InspectReturn, ReturnSaved>
{
    public async Task<ReturnSaved> Handle(InspectReturn command, CancellationToken ct)
    {
        var (back, stock) = await returns.ForInspection(command.Id, ct);
        back.Inspect(command.Restock.ByLine()!, stock, command.InspectedOn ?? BusinessDay.Of(time, caller.Caller), time.GetUtcNow());
        return ReturnSaved.Of(back);
    }
}

internal sealed class CloseReturnHandler(Returns returns) : ICommandHandler<CloseReturn, ReturnSaved>
{
    public async Task<ReturnSaved> Handle(CloseReturn command, CancellationToken ct)
    {
        var (back, _) = await returns.ForChange(command.Id, ct);
        back.Close();
        return ReturnSaved.Of(back);
    }
}
