using Crm.SalesOrders.Domain.Dunning;
using Crm.SalesOrders.Domain.Exchange;

namespace Crm.SalesOrders.Domain.Accounting;

/// <summary>A document in the terms of the books.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Of the document; there is one entry for it.</param>
/// <param name="Number">As people know it.</param>
/// <param name="Debtor">Whose it is.</param>
/// <param name="On">Business date.</param>
/// <param name="Amounts">Sum is zero.</param>
internal sealed record PostedDocument(DocumentKind Kind, Guid Id, string Number, Debtor Debtor, DateOnly On, IReadOnlyList<PostedAmount> Amounts)
{
    /// <summary>The documents that came into being since the order was loaded or saved.</summary>
    public static IEnumerable<PostedDocument> Of(Order order)
    {
        foreach (var happened in order.Raised)
        {
            switch (happened)
            {
                case InvoiceWasIssued { Invoice: var invoice }:
                    yield return Of(order, invoice);
                    break;
                case PaymentWasRecorded { Payment: var entry }:
                    yield return Of(order, DocumentKind.Payment, entry, entry.Amount);
                    break;
                case PaymentWasBooked { Entry: { Kind: PaymentEntryKind.ChargeBack } entry }:
                    yield return Of(order, DocumentKind.ChargeBack, entry, -entry.Amount);
                    break;
                case OrderWasWrittenOff { WriteOff: var given }:
                    yield return Of(order, DocumentKind.WriteOff, given);
                    break;
                case OrderWasRecovered { Recovery: var recovered }:
                    yield return Of(order, DocumentKind.Recovery, recovered);
                    break;
            }
        }

        // A refund may take from several payments, and is one document.
        var refunds = order.Raised.OfType<PaymentWasBooked>().Select(b => b.Entry).Where(e => e.Kind == PaymentEntryKind.Refund).GroupBy(e => e.RefundId ?? new RefundId(e.Id));
        foreach (var refund in refunds)
        {
            var amounts = refund.GroupBy(e => e.Method ?? Account.Else).Select(m => new PostedAmount(AccountRole.Bank, m.Key, -m.Sum(e => e.Amount))).ToList();
            amounts.Add(new PostedAmount(AccountRole.Receivables, Account.Else, refund.Sum(e => e.Amount)));
            yield return new PostedDocument(DocumentKind.Refund, refund.Key.Value, order.Number, Debtor.Of(order), refund.First().PaidOn, amounts);
        }
    }

    /// <summary>What became of a reminder fee since it was loaded or saved.</summary>
    public static IEnumerable<PostedDocument> Of(ReminderFee fee)
    {
        foreach (var happened in fee.Raised)
        {
            switch (happened)
            {
                case ReminderFeeWasCharged:
                    yield return Of(fee, DocumentKind.ReminderFee, fee.ChargedOn, AccountRole.ReminderFees, Account.Else, -fee.Amount);
                    break;
                case ReminderFeeWasPaid:
                    yield return Of(fee, DocumentKind.FeePayment, fee.EndedOn!.Value, AccountRole.Bank, fee.Method ?? Account.Else, fee.Amount);
                    break;
                case ReminderFeeWasWaived:
                    yield return Of(fee, DocumentKind.FeeWaiver, fee.EndedOn!.Value, AccountRole.ReminderFees, Account.Else, fee.Amount);
                    break;
            }
        }
    }

    private static PostedDocument Of(ReminderFee fee, DocumentKind kind, DateOnly on, AccountRole role, string of, decimal debit) => new(
        kind, fee.Key, fee.Number, Debtor.Of(fee), on,
        [new PostedAmount(role, of, debit), new PostedAmount(AccountRole.Receivables, Account.Else, -debit)]);

    private static PostedDocument Of(Order order, DocumentKind kind, WriteOff given) => new(
        kind, given.Id, order.Number, Debtor.Of(order), given.On,
        [new PostedAmount(AccountRole.WriteOff, Account.Else, given.Amount), new PostedAmount(AccountRole.Receivables, Account.Else, -given.Amount)]);

    private static PostedDocument Of(Order order, DocumentKind kind, PaymentEntry entry, decimal received) => new(
        kind, entry.Id, order.Number, Debtor.Of(order), entry.PaidOn,
        [new PostedAmount(AccountRole.Bank, entry.Method ?? Account.Else, received), new PostedAmount(AccountRole.Receivables, Account.Else, -received)]);

    private static PostedDocument Of(Order order, Invoice invoice)
    {
        var isInvoice = invoice.Kind == InvoiceKind.Invoice;
        var sign = isInvoice ? 1 : -1;
        var amounts = new List<PostedAmount> { new(AccountRole.Receivables, Account.Else, sign * invoice.Total) };
        foreach (var same in invoice.Lines.GroupBy(l => (l.Kind, l.TaxRate)))
        {
            var rate = Account.ForRate(same.Key.TaxRate);
            amounts.Add(new PostedAmount(RoleOf(same.Key.Kind), rate, -sign * same.Sum(l => l.Net)));
            amounts.Add(new PostedAmount(AccountRole.Tax, rate, -sign * same.Sum(l => l.Tax)));
        }

        return new PostedDocument(isInvoice ? DocumentKind.Invoice : DocumentKind.CreditNote, invoice.Key, invoice.Number, Debtor.Of(order), invoice.IssuedOn, amounts);
    }

    private static AccountRole RoleOf(RefundItemKind kind) => kind switch
    {
        RefundItemKind.Freight => AccountRole.Shipping,
        RefundItemKind.Goodwill => AccountRole.Goodwill,
        _ => AccountRole.Sales,
    };
}

/// <param name="Order">It belongs to.</param>
/// <param name="Customer">Who owes or is owed.</param>
/// <param name="Currency">Of all amounts.</param>
/// <param name="Rate">That which the order froze; null where none was known.</param>
internal readonly record struct Debtor(OrderId Order, Guid Customer, string Currency, CompanyRate? Rate)
{
    public static Debtor Of(Order order) => new(order.Id, order.CustomerId, order.Currency, CompanyRate.Frozen(order.CompanyCurrency, order.CompanyRate));

    public static Debtor Of(ReminderFee fee) => new(fee.OrderId, fee.CustomerId, fee.Currency, CompanyRate.Frozen(fee.CompanyCurrency, fee.CompanyRate));
}

/// <param name="Role">Of the account.</param>
/// <param name="For">Which of the role's accounts.</param>
/// <param name="Debit">Negative: a credit.</param>
internal sealed record PostedAmount(AccountRole Role, string For, decimal Debit);
