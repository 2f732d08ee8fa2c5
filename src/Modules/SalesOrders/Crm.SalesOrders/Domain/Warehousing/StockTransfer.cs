using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Warehousing;

/// <summary>Goods on their way from one warehouse to another: one movement when they leave, one when they arrive, in transit between.</summary>
/// <remarks>Invariant of a line: 0 &lt;= received + returned &lt;= quantity; what is neither is in transit and part of the other's incoming units.</remarks>
internal sealed class StockTransfer : AggregateRoot
{
    private readonly List<TransferLine> _lines = [];

    private StockTransfer()
    {
    }

    public StockTransferId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Number { get; private set; } = "";

    /// <summary>Code of the warehouse they leave.</summary>
    public string From { get; private set; } = "";

    /// <summary>Code of the warehouse they go to.</summary>
    public string To { get; private set; } = "";

    public TransferState State { get; private set; }

    /// <summary>Business date.</summary>
    public DateOnly SentOn { get; private set; }

    public DateOnly ExpectedOn { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public string? Note { get; private set; }

    public IReadOnlyList<TransferLine> Lines => _lines;

    /// <summary>Takes all of the units from the one warehouse, or none of them.</summary>
    public static StockTransfer Send(string number, IEnumerable<Units> goods, TransferTerms terms, LockedStock from, LockedStock to, DateTimeOffset now)
    {
        var transfer = new StockTransfer
        {
            Id = new StockTransferId(Guid.CreateVersion7()),
            Number = number,
            From = from.Warehouse,
            To = to.Warehouse,
            SentOn = terms.SentOn,
            ExpectedOn = terms.ExpectedOn,
            Note = terms.Note,
            RecordedAt = now,
        };
        var units = goods.ToList();
        from.RequireAvailable(units.Select(u => (u.ProductId, u.Sku, u.Quantity)));
        foreach (var product in units.GroupBy(u => (u.ProductId, u.Sku)))
        {
            var line = new TransferLine(product.Key.ProductId, product.Key.Sku, product.Sum(u => u.Quantity));
            from.Of(line.ProductId, line.Sku, line.Quantity).Move(-line.Quantity, transfer.Cause(terms.SentOn, now));
            to.Of(line.ProductId, line.Sku, line.Quantity).Expect(line.Quantity);
            transfer._lines.Add(line);
        }

        transfer.Raise(new TransferWasSent());
        return transfer;
    }

    /// <param name="arrived">Product to units; null takes in everything that is in transit.</param>
    /// <param name="to">Of all products of the transfer.</param>
    /// <param name="receivedOn">Business date.</param>
    /// <param name="now">When it is recorded.</param>
    public void Receive(IReadOnlyDictionary<ProductId, int>? arrived, LockedStock to, DateOnly receivedOn, DateTimeOffset now)
    {
        RequireInTransit();
        foreach (var (line, quantity) in Arriving(arrived))
        {
            to.Of(line.ProductId, line.Sku, quantity).Receive(quantity, Cause(receivedOn, now));
            line.Receive(quantity);
        }

        Settle();
        Raise(new TransferWasReceived());
    }

    /// <summary>What is still in transit goes back to where it came from.</summary>
    public void TurnBack(LockedStock from, LockedStock to, DateOnly returnedOn, DateTimeOffset now)
    {
        RequireInTransit();
        foreach (var line in _lines.Where(l => l.InTransit > 0))
        {
            to.Of(line.ProductId, line.Sku, line.InTransit).ExpectNoMore(line.InTransit);
            from.Of(line.ProductId, line.Sku, line.InTransit).Move(line.InTransit, Cause(returnedOn, now));
            line.TurnBack();
        }

        Settle();
        Raise(new TransferWasTurnedBack());
    }

    private IEnumerable<(TransferLine Line, int Quantity)> Arriving(IReadOnlyDictionary<ProductId, int>? arrived)
    {
        if (arrived is null) return _lines.Where(l => l.InTransit > 0).Select(l => (l, l.InTransit)).ToList();
        var arriving = new List<(TransferLine Line, int Quantity)>();
        foreach (var (product, quantity) in arrived)
        {
            var line = _lines.Find(l => l.ProductId == product) ?? throw StockRules.NotOnDocument.Broken(product.Value, Number);
            if (quantity > line.InTransit) throw StockRules.MoreThanOpen.Broken(line.Sku, line.InTransit, quantity);
            arriving.Add((line, quantity));
        }

        return arriving;
    }

    private void Settle()
    {
        if (_lines.Any(l => l.InTransit > 0)) return;
        State = _lines.All(l => l.Received == 0) ? TransferState.TurnedBack : TransferState.Received;
    }

    private void RequireInTransit()
    {
        if (State != TransferState.InTransit) throw StockRules.TransferIsOver.Broken(Number);
    }

    private MovementCause Cause(DateOnly on, DateTimeOffset now) => new(MovementReason.Transfer, on, now, Note: Number, DocumentId: Id.Value);
}

internal sealed class TransferLine
{
    private TransferLine()
    {
    }

    public TransferLine(ProductId productId, string sku, int quantity) =>
        (Id, ProductId, Sku, Quantity) = (Guid.CreateVersion7(), productId, sku, quantity);

    public Guid Id { get; private set; }

    public ProductId ProductId { get; private set; }

    public string Sku { get; private set; } = "";

    public int Quantity { get; private set; }

    public int Received { get; private set; }

    /// <summary>Units that went back.</summary>
    public int Returned { get; private set; }

    public int InTransit => Quantity - Received - Returned;

    public void Receive(int quantity) => Received += quantity;

    public void TurnBack() => Returned += InTransit;
}

/// <param name="SentOn">Business date.</param>
/// <param name="ExpectedOn">When they should arrive.</param>
/// <param name="Note">As it was given.</param>
internal sealed record TransferTerms(DateOnly SentOn, DateOnly ExpectedOn, string? Note);

internal enum TransferState
{
    [Label("In transit", "在途")]
    InTransit,
    [Label("Received", "已收货")]
    Received,
    [Label("Turned back", "已退回")]
    TurnedBack,
}

internal sealed record TransferWasSent : DomainEvent;

internal sealed record TransferWasReceived : DomainEvent;

internal sealed record TransferWasTurnedBack : DomainEvent;
