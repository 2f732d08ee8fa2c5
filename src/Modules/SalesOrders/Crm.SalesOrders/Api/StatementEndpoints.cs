using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Dunning;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

/// <summary>What a customer was asked for and paid, entry by entry, with the balance after each.</summary>
internal static class StatementEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/customers/{id:guid}/statement", Get).WithTags("Invoices")
            .WithSummary("Invoices, credit notes, payments and refunds of a customer in one currency, with the balance after each")
            .Requires(SalesOrdersPermissions.ReadOrders);

    private static async Task<Ok<Statement>> Get(
        Guid id, string currency, DateOnly? from, DateOnly? to, SalesOrdersDbContext db, CallerContext caller, TimeProvider time, CancellationToken ct)
    {
        if (!Currencies.AreKnown(currency)) throw new InvalidInput("currency", InputPhrases.Currency);
        var until = to ?? BusinessDay.Of(time, caller.Caller);
        var rows = await Documents(db, id, currency, until, ct);
        rows.AddRange(await Money(db, id, currency, until, ct));
        rows.AddRange(await GivenUp(db, id, currency, until, ct));
        rows.AddRange(await Fees(db, id, currency, until, ct));
        var balance = rows.Where(r => r.On < from).Sum(r => r.Amount);
        var opening = balance;
        var shown = rows.Where(r => from is null || r.On >= from).OrderBy(r => r.On).ThenBy(r => r.Number, StringComparer.Ordinal)
            .Select(r => r with { Balance = balance += r.Amount }).ToList();
        return TypedResults.Ok(new Statement(id, currency, from, until, opening, shown, balance));
    }

    private static Task<List<StatementRow>> Documents(SalesOrdersDbContext db, Guid customer, string currency, DateOnly until, CancellationToken ct) => db.Invoices
        .Where(i => i.CustomerId == customer && i.Currency == currency && i.IssuedOn <= until)
        .Select(i => new StatementRow(
            i.IssuedOn, i.Kind == InvoiceKind.Invoice ? StatementKind.Invoice : StatementKind.CreditNote, i.Number, i.OrderNumber,
            i.Kind == InvoiceKind.Invoice ? i.Total : -i.Total, 0m)).ToListAsync(ct);

    private static async Task<List<StatementRow>> Money(SalesOrdersDbContext db, Guid customer, string currency, DateOnly until, CancellationToken ct)
    {
        var entries = await db.Orders.Where(o => o.CustomerId == customer && o.Currency == currency)
            .Join(db.PaymentEntries, o => o.Id, e => e.OrderId, (o, e) => new { o.Number, e.Kind, e.PaidOn, e.Amount, e.Reference })
            .Where(e => e.PaidOn <= until && (e.Kind == PaymentEntryKind.Capture || e.Kind == PaymentEntryKind.Refund || e.Kind == PaymentEntryKind.ChargeBack))
            .ToListAsync(ct);
        return entries.ConvertAll(e => new StatementRow(e.PaidOn, Kind(e.Kind), e.Reference ?? "", e.Number, e.Kind == PaymentEntryKind.Capture ? -e.Amount : e.Amount, 0m));
    }

    private static Task<List<StatementRow>> GivenUp(SalesOrdersDbContext db, Guid customer, string currency, DateOnly until, CancellationToken ct) => db.Orders
        .Where(o => o.CustomerId == customer && o.Currency == currency)
        .SelectMany(o => o.WriteOffs, (o, w) => new { o.Number, w.On, w.Amount }).Where(w => w.On <= until)
        .Select(w => new StatementRow(w.On, w.Amount < 0m ? StatementKind.Recovery : StatementKind.WriteOff, "", w.Number, -w.Amount, 0m)).ToListAsync(ct);

    private static async Task<IEnumerable<StatementRow>> Fees(SalesOrdersDbContext db, Guid customer, string currency, DateOnly until, CancellationToken ct)
    {
        var fees = await db.ReminderFees.AsNoTracking().Where(f => f.CustomerId == customer && f.Currency == currency && f.ChargedOn <= until)
            .Join(db.Orders, f => f.OrderId, o => o.Id, (f, o) => new { Fee = f, OrderNumber = o.Number }).ToListAsync(ct);
        var charged = fees.Select(f => new StatementRow(f.Fee.ChargedOn, StatementKind.ReminderFee, f.Fee.Number, f.OrderNumber, f.Fee.Amount, 0m));
        var ended = fees.Where(f => f.Fee.EndedOn <= until).Select(f => new StatementRow(
            f.Fee.EndedOn!.Value, f.Fee.State == ReminderFeeState.Paid ? StatementKind.Payment : StatementKind.FeeWaiver, f.Fee.Number, f.OrderNumber, -f.Fee.Amount, 0m));
        return charged.Concat(ended);
    }

    private static StatementKind Kind(PaymentEntryKind kind) => kind switch
    {
        PaymentEntryKind.Capture => StatementKind.Payment,
        PaymentEntryKind.Refund => StatementKind.Refund,
        _ => StatementKind.ChargeBack,
    };
}

internal enum StatementKind
{
    [Label("Invoice", "发票")]
    Invoice,
    [Label("Credit note", "贷记单")]
    CreditNote,
    [Label("Payment", "收款")]
    Payment,
    [Label("Refund", "退款")]
    Refund,
    [Label("Taken back by the bank", "银行拒付")]
    ChargeBack,
    [Label("Written off", "核销")]
    WriteOff,
    [Label("Expected again", "核销恢复")]
    Recovery,
    [Label("Reminder fee", "催款费")]
    ReminderFee,
    [Label("Waived reminder fee", "免除催款费")]
    FeeWaiver,
}

/// <param name="CustomerId">In Customers.</param>
/// <param name="Currency">Of every amount.</param>
/// <param name="From">First business date; null from the beginning.</param>
/// <param name="To">Last business date.</param>
/// <param name="Opening">Owed before the first day; negative when too much came in.</param>
/// <param name="Rows">Of the orders the caller may see, oldest first.</param>
/// <param name="Closing">Owed at the end of the last day.</param>
internal sealed record Statement(Guid CustomerId, string Currency, DateOnly? From, DateOnly To, decimal Opening, IReadOnlyList<StatementRow> Rows, decimal Closing);

/// <param name="On">Business date.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Of the document, or what the bank calls the payment.</param>
/// <param name="OrderNumber">Of the order.</param>
/// <param name="Amount">Positive for what is asked for, negative for what came in or was credited.</param>
/// <param name="Balance">Owed afterwards.</param>
internal sealed record StatementRow(DateOnly On, StatementKind Kind, string Number, string OrderNumber, decimal Amount, decimal Balance);
