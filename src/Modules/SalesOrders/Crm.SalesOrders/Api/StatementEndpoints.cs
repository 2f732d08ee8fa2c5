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
            .WithSummary("Everything that a customer was asked for, paid, got back or was forgiven in one currency, with the balance after each entry")
            .Requires(SalesOrdersPermissions.ReadOrders);

    internal static async Task<Ok<Statement>> Get(
        Guid id, string currency, DateOnly? from, DateOnly? to, SalesOrdersDbContext db, CallerContext caller, TimeProvider time, CancellationToken ct)
    {
        if (!Currencies.AreKnown(currency)) throw new InvalidInput("currency", InputPhrases.Currency);
        var until = to ?? BusinessDay.Of(time, caller.Caller);
        var (opening, entries) = (0m, new List<Entry>());
        foreach (var source in Sources(db, await db.Family(id, ct), currency))
        {
            // What lies before the first day is added up where it lies: years of it are never read.
            if (from is { } first) opening += await source.Where(e => e.On < first).SumAsync(e => e.Amount, ct);
            entries.AddRange(await source.Where(e => e.On <= until && (from == null || e.On >= from)).ToListAsync(ct));
        }

        var balance = opening;
        var rows = entries.OrderBy(e => e.On).ThenBy(e => e.Kind).ThenBy(e => e.Number, StringComparer.Ordinal)
            .Select(e => new StatementRow(e.On, e.Kind, e.Number, e.OrderNumber, e.Amount, balance += e.Amount)).ToList();
        return TypedResults.Ok(new Statement(id, currency, from, until, opening, rows, balance));
    }

    private static IReadOnlyList<IQueryable<Entry>> Sources(SalesOrdersDbContext db, List<Guid> family, string currency) =>
        [Documents(db, family, currency), Money(db, family, currency), GivenUp(db, family, currency), Fees(db, family, currency), EndedFees(db, family, currency)];

    private static IQueryable<Entry> Documents(SalesOrdersDbContext db, List<Guid> family, string currency) => db.Invoices
        .Where(i => EF.Parameter(family).Contains(i.CustomerId) && i.Currency == currency)
        .Select(i => new Entry
        {
            On = i.IssuedOn,
            Kind = i.Kind == InvoiceKind.Invoice ? StatementKind.Invoice : StatementKind.CreditNote,
            Number = i.Number,
            OrderNumber = i.OrderNumber,
            Amount = i.Kind == InvoiceKind.Invoice ? i.Total : -i.Total,
        });

    private static IQueryable<Entry> Money(SalesOrdersDbContext db, List<Guid> family, string currency) => db.Orders
        .Where(o => EF.Parameter(family).Contains(o.CustomerId) && o.Currency == currency)
        .Join(db.PaymentEntries, o => o.Id, e => e.OrderId, (o, e) => new { o.Number, e.Kind, e.PaidOn, e.Amount, e.Reference })
        .Where(e => e.Kind == PaymentEntryKind.Capture || e.Kind == PaymentEntryKind.Refund || e.Kind == PaymentEntryKind.ChargeBack)
        .Select(e => new Entry
        {
            On = e.PaidOn,
            Kind = e.Kind == PaymentEntryKind.Capture ? StatementKind.Payment : e.Kind == PaymentEntryKind.Refund ? StatementKind.Refund : StatementKind.ChargeBack,
            Number = e.Reference ?? "",
            OrderNumber = e.Number,
            Amount = e.Kind == PaymentEntryKind.Capture ? -e.Amount : e.Amount,
        });

    private static IQueryable<Entry> GivenUp(SalesOrdersDbContext db, List<Guid> family, string currency) => db.Orders
        .Where(o => EF.Parameter(family).Contains(o.CustomerId) && o.Currency == currency)
        .SelectMany(o => o.WriteOffs, (o, w) => new Entry
        {
            On = w.On,
            Kind = w.Amount < 0m ? StatementKind.Recovery : StatementKind.WriteOff,
            Number = "",
            OrderNumber = o.Number,
            Amount = -w.Amount,
        });

    private static IQueryable<Entry> Fees(SalesOrdersDbContext db, List<Guid> family, string currency) => db.ReminderFees
        .Where(f => EF.Parameter(family).Contains(f.CustomerId) && f.Currency == currency)
        .Join(db.Orders, f => f.OrderId, o => o.Id, (f, o) => new Entry { On = f.ChargedOn, Kind = StatementKind.ReminderFee, Number = f.Number, OrderNumber = o.Number, Amount = f.Amount });

    private static IQueryable<Entry> EndedFees(SalesOrdersDbContext db, List<Guid> family, string currency) => db.ReminderFees
        .Where(f => EF.Parameter(family).Contains(f.CustomerId) && f.Currency == currency && f.EndedOn != null)
        .Join(db.Orders, f => f.OrderId, o => o.Id, (f, o) => new Entry
        {
            On = f.EndedOn!.Value,
            Kind = f.State == ReminderFeeState.Paid ? StatementKind.Payment : StatementKind.FeeWaiver,
            Number = f.Number,
            OrderNumber = o.Number,
            Amount = -f.Amount,
        });

    // By names and not by position, so that the databases can filter and add it up.
    private sealed record Entry
    {
        public required DateOnly On { get; init; }

        public required StatementKind Kind { get; init; }

        public required string Number { get; init; }

        public required string OrderNumber { get; init; }

        public required decimal Amount { get; init; }
    }
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

/// <param name="CustomerId">In Customers, as it was asked for.</param>
/// <param name="Currency">Of every amount.</param>
/// <param name="From">First business date; null from the beginning.</param>
/// <param name="To">Last business date.</param>
/// <param name="Opening">Owed before the first day; negative when too much came in.</param>
/// <param name="Rows">Of the orders the caller may see, those of merged customers too, oldest first.</param>
/// <param name="Closing">Owed at the end of the last day.</param>
internal sealed record Statement(Guid CustomerId, string Currency, DateOnly? From, DateOnly To, decimal Opening, IReadOnlyList<StatementRow> Rows, decimal Closing);

/// <param name="On">Business date.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Of the document, or what the bank calls the payment.</param>
/// <param name="OrderNumber">Of the order.</param>
/// <param name="Amount">Positive for what is asked for, negative for what came in or was credited.</param>
/// <param name="Balance">Owed afterwards.</param>
internal sealed record StatementRow(DateOnly On, StatementKind Kind, string Number, string OrderNumber, decimal Amount, decimal Balance);
