using Crm.SalesOrders.Domain;

namespace Crm.SalesOrders.Application.History;

/// <summary>What the saves of the documents of an order say: payments, refunds, returns, invoices, changes, reminders and notes.</summary>
/// <param name="orderId">Of the order: a payment may be of several.</param>
/// <param name="documents">Of the order.</param>
internal sealed class DocumentHappenings(Guid orderId, OrderDocuments documents)
{
    private const string Address = "/api/v1/sales-orders";
    private const string State = "state";

    public IEnumerable<Happening> Of(SavedChange change) => change.Entry.RecordType switch
    {
        "payment" => OfPayment(change),
        "refund" => OfRefund(change),
        "goods-return" => OfReturn(change),
        "invoice" when change.IsNew("number") => [OfInvoice(change)],
        "order-change" => OfChange(change),
        "reminder" when change.After(State) == "taken" => [new Happening(HistoryKind.Reminded, Link: $"{Address}/reminders?filter[invoiceId]={documents.Reminders[change.RecordId].InvoiceId}", Values: [documents.Reminders[change.RecordId].InvoiceNumber])],
        "reminder-fee" => [OfFee(change)],
        "order-note" when change.IsNew("writtenAt") => [new Happening(HistoryKind.NoteWritten, Link: $"{Address}/orders/{orderId}/notes")],
        _ => [],
    };

    private IEnumerable<Happening> OfPayment(SavedChange change)
    {
        foreach (var id in change.PartsWith("entries", "kind").Where(documents.PaymentEntries.Contains))
        {
            var amount = change.NumberAfter($"entries[{id}].amount");
            var link = $"{Address}/payments/{change.RecordId}";
            switch (change.After($"entries[{id}].kind"))
            {
                case "authorise": yield return new Happening(HistoryKind.PaymentAuthorised, amount, link); break;
                case "capture": yield return new Happening(HistoryKind.PaymentCaptured, amount, link); break;
                case "void": yield return new Happening(HistoryKind.PaymentVoided, amount, link); break;
                case "fail": yield return new Happening(HistoryKind.PaymentFailed, amount, link); break;
                // What goes back is told by the refund.
                case "chargeBack": yield return new Happening(HistoryKind.PaymentChargedBack, -amount, link); break;
            }
        }
    }

    private IEnumerable<Happening> OfRefund(SavedChange change)
    {
        var refund = documents.Refunds[change.RecordId];
        var link = $"{Address}/refunds/{change.RecordId}";
        if (change.IsNew("requestedAt")) yield return new Happening(HistoryKind.RefundRequested, refund.Amount, link);
        switch (change.After(State))
        {
            case "approved": yield return new Happening(HistoryKind.RefundApproved, refund.Amount, link); break;
            case "rejected": yield return new Happening(HistoryKind.RefundRejected, refund.Amount, link); break;
            case "settled": yield return new Happening(HistoryKind.RefundPaid, -refund.Amount, link); break;
            case "failed": yield return new Happening(HistoryKind.RefundFailed, refund.Amount, link); break;
        }
    }

    private static IEnumerable<Happening> OfReturn(SavedChange change)
    {
        HistoryKind? kind = change.After(State) switch
        {
            "requested" => HistoryKind.ReturnRequested,
            "approved" => HistoryKind.ReturnApproved,
            "rejected" => HistoryKind.ReturnRejected,
            "received" => HistoryKind.ReturnReceived,
            "inspected" => HistoryKind.ReturnInspected,
            "closed" => HistoryKind.ReturnClosed,
            _ => null,
        };
        return kind is { } known ? [new Happening(known, Link: $"{Address}/returns/{change.RecordId}")] : [];
    }

    private Happening OfInvoice(SavedChange change)
    {
        var invoice = documents.Invoices[change.RecordId];
        var link = $"{Address}/invoices/{change.RecordId}";
        return invoice.Kind == InvoiceKind.Invoice
            ? new Happening(HistoryKind.Invoiced, invoice.Total, link, invoice.Number)
            : new Happening(HistoryKind.CreditNoteIssued, -invoice.Total, link, invoice.Number);
    }

    private Happening OfFee(SavedChange change)
    {
        var fee = documents.Fees[change.RecordId];
        var link = $"{Address}/reminder-fees?filter[number]={fee.Number}";
        return change.After(State) switch
        {
            "paid" => new Happening(HistoryKind.FeePaid, fee.Amount, link, fee.Number),
            "waived" => new Happening(HistoryKind.FeeWaived, -fee.Amount, link, fee.Number),
            _ => new Happening(HistoryKind.FeeCharged, fee.Amount, link, fee.Number),
        };
    }

    private IEnumerable<Happening> OfChange(SavedChange change)
    {
        var difference = documents.Changes[change.RecordId];
        var link = $"{Address}/orders/{orderId}/changes";
        if (change.IsNew("proposedAt")) yield return new Happening(HistoryKind.ChangeProposed, difference, link);
        else if (change.PartsWith("holds", "stepsDone").Any()) yield return new Happening(HistoryKind.ChangeAgreed, difference, link);
        switch (change.After(State))
        {
            case "accepted": yield return new Happening(HistoryKind.ChangeAccepted, difference, link); break;
            case "rejected": yield return new Happening(HistoryKind.ChangeRejected, difference, link); break;
        }
    }
}

/// <summary>The documents of one order, by their ids, as far as the history tells of them.</summary>
internal sealed record OrderDocuments
{
    public required IReadOnlyList<Guid> Payments { get; init; }

    /// <summary>Those that are of this order.</summary>
    public required IReadOnlySet<string> PaymentEntries { get; init; }

    public required IReadOnlyDictionary<Guid, RefundInHistory> Refunds { get; init; }

    public required IReadOnlyList<Guid> Returns { get; init; }

    public required IReadOnlyDictionary<Guid, InvoiceInHistory> Invoices { get; init; }

    /// <summary>To the difference in what the customer pays.</summary>
    public required IReadOnlyDictionary<Guid, decimal> Changes { get; init; }

    public required IReadOnlyDictionary<Guid, ReminderInHistory> Reminders { get; init; }

    public required IReadOnlyDictionary<Guid, FeeInHistory> Fees { get; init; }

    public required IReadOnlyList<Guid> Notes { get; init; }

    public IEnumerable<Guid> Ids => [.. Payments, .. Refunds.Keys, .. Returns, .. Invoices.Keys, .. Changes.Keys, .. Reminders.Keys, .. Fees.Keys, .. Notes];
}

internal sealed record RefundInHistory(decimal Amount);

internal sealed record InvoiceInHistory(InvoiceKind Kind, string Number, decimal Total);

internal sealed record FeeInHistory(string Number, decimal Amount);

internal sealed record ReminderInHistory(Guid InvoiceId, string InvoiceNumber);
