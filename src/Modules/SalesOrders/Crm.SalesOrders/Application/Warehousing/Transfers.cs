using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Warehousing;

/// <summary>Sends goods from one warehouse to another; they are in transit until they are received.</summary>
internal sealed record SendTransfer : ICommand<TransferSaved>
{
    public required string From { get; init; }

    public required string To { get; init; }

    public required IReadOnlyList<StockLine> Lines { get; init; }

    /// <summary>Business date; left out, today in the caller's zone.</summary>
    public DateOnly? SentOn { get; init; }

    /// <summary>When they should arrive; left out, the day they are sent.</summary>
    public DateOnly? ExpectedOn { get; init; }

    public string? Note { get; init; }
}

/// <summary>Takes goods in that were in transit.</summary>
internal sealed record ReceiveTransfer : ICommand<TransferSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Left out: everything that is still in transit.</summary>
    public IReadOnlyList<StockLine>? Lines { get; init; }

    /// <summary>Business date; left out, today in the caller's zone.</summary>
    public DateOnly? ReceivedOn { get; init; }
}

/// <summary>What is still in transit goes back to where it came from.</summary>
internal sealed record TurnBackTransfer(Guid Id) : ICommand<TransferSaved>;

/// <summary>What came of a command on a transfer.</summary>
internal sealed record TransferSaved(Guid Id, string Number, TransferState State, int Version)
{
    public static TransferSaved Of(StockTransfer transfer) => new(transfer.Key, transfer.Number, transfer.State, transfer.Version);
}

internal sealed class SendTransferValidator : AbstractValidator<SendTransfer>
{
    public SendTransferValidator()
    {
        RuleFor(c => c.From).IsWarehouseCode();
        RuleFor(c => c.To).IsWarehouseCode();
        RuleFor(c => c.Lines).AreStockLines();
        RuleFor(c => c.SentOn).IsBusinessDate();
        RuleFor(c => c.ExpectedOn).IsBusinessDate();
        RuleFor(c => c.Note).MaximumLength(Columns.Reason);
    }
}

internal sealed class ReceiveTransferValidator : AbstractValidator<ReceiveTransfer>
{
    public ReceiveTransferValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        When(c => c.Lines is not null, () => RuleFor(c => c.Lines!).AreStockLines());
        RuleFor(c => c.ReceivedOn).IsBusinessDate();
    }
}

internal sealed class TurnBackTransferValidator : AbstractValidator<TurnBackTransfer>
{
    public TurnBackTransferValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class SendTransferHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<SendTransfer, TransferSaved>
{
    public async Task<TransferSaved> Handle(SendTransfer command, CancellationToken ct)
    {
        if (command.From == command.To) throw StockRules.SameWarehouse.Broken(command.From);
        await db.RequireWarehouse(command.From, ct);
        await db.RequireWarehouse(command.To, ct);
        var goods = await db.UnitsOf(command.Lines, ct);
        var from = await db.LockStock(goods.Select(u => u.ProductId), command.From, ct);
        var to = await db.LockStockToFill(goods, command.To, ct);
        // Stock first, number second: the counter is then never held while waiting for stock.
        var number = await db.NextNumber("transfers", "TR", ct);
        var sentOn = command.SentOn ?? BusinessDay.Of(time, caller.Caller);
        var transfer = StockTransfer.Send(number, goods, new TransferTerms(sentOn, command.ExpectedOn ?? sentOn, command.Note), from, to, time.GetUtcNow());
        db.StockTransfers.Add(transfer);
        return TransferSaved.Of(transfer);
    }
}

internal sealed class ReceiveTransferHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<ReceiveTransfer, TransferSaved>
{
    public async Task<TransferSaved> Handle(ReceiveTransfer command, CancellationToken ct)
    {
        var transfer = await db.ForChange<StockTransfer, StockTransferId>(new StockTransferId(command.Id), ct);
        var arrived = command.Lines is null ? null : await db.UnitsOf(command.Lines, ct);
        var stock = await db.LockStock(transfer.Lines.Select(l => l.ProductId), transfer.To, ct);
        transfer.Receive(arrived?.ToDictionary(u => u.ProductId, u => u.Quantity), stock, command.ReceivedOn ?? BusinessDay.Of(time, caller.Caller), time.GetUtcNow());
        await db.FillBackOrders(stock, ct);
        return TransferSaved.Of(transfer);
    }
}

internal sealed class TurnBackTransferHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<TurnBackTransfer, TransferSaved>
{
    public async Task<TransferSaved> Handle(TurnBackTransfer command, CancellationToken ct)
    {
        var transfer = await db.ForChange<StockTransfer, StockTransferId>(new StockTransferId(command.Id), ct);
        var products = transfer.Lines.Select(l => l.ProductId).ToList();
        var from = await db.LockStock(products, transfer.From, ct);
        transfer.TurnBack(from, await db.LockStock(products, transfer.To, ct), BusinessDay.Of(time, caller.Caller), time.GetUtcNow());
        await db.FillBackOrders(from, ct);
        return TransferSaved.Of(transfer);
    }
}
