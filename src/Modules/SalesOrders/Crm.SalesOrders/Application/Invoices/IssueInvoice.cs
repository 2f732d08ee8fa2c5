using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Invoices;

/// <summary>Issues an invoice over everything of an order that waits for one, or a credit note over everything that is on invoices and no longer owed.</summary>
internal sealed record IssueInvoice : ICommand<InvoiceSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public InvoiceKind Kind { get; init; }

    /// <summary>Business date, which decides the fiscal year; left out, today in the caller's zone.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Days until it is due; left out, the customer's terms or the company's.</summary>
    public int? PaymentDays { get; init; }
}

/// <param name="Id">Of the document.</param>
/// <param name="Number">Without gaps within its kind and fiscal year.</param>
/// <param name="Total">More than zero; zero where a credit note takes back as much goodwill.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="IssuedOn">Business date.</param>
/// <param name="DueOn">Business date.</param>
/// <param name="Invoicing">Of the order.</param>
internal sealed record InvoiceSaved(Guid Id, string Number, decimal Total, string Currency, DateOnly IssuedOn, DateOnly DueOn, InvoicingState Invoicing);

internal sealed class IssueInvoiceValidator : AbstractValidator<IssueInvoice>
{
    public IssueInvoiceValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.IssuedOn).IsBusinessDate();
        RuleFor(c => c.PaymentDays).InclusiveBetween(0, SalesSettings.MostPaymentDays);
    }
}

internal sealed class IssueInvoiceHandler(SalesOrdersDbContext db, ISettings settings, CallerContext caller, TimeProvider time) : ICommandHandler<IssueInvoice, InvoiceSaved>
{
    public async Task<InvoiceSaved> Handle(IssueInvoice command, CancellationToken ct)
    {
        var order = await db.LockOrder(command.Id, ct);
        var fromOrdered = await settings.YesNo(SalesSettings.InvoiceOrdered, ct);
        order.RequireSomethingFor(command.Kind, fromOrdered);
        var name = await db.CustomerCopies.Where(c => c.Id == order.CustomerId).Select(c => c.Name).SingleAsync(ct);
        var issuedOn = command.IssuedOn ?? BusinessDay.Of(time, caller.Caller);
        var terms = new InvoiceTerms(name, issuedOn, await PaymentDays(command, order, ct));
        var number = await Next(command.Kind, FiscalNumber.YearOf(issuedOn, (int)await settings.Number(SalesSettings.FiscalYearStart, ct)), ct);
        var invoice = command.Kind == InvoiceKind.Invoice ? order.IssueInvoice(number, terms, fromOrdered) : order.IssueCreditNote(number, terms, fromOrdered);
        db.Invoices.Add(invoice);
        return new InvoiceSaved(invoice.Id.Value, invoice.Number, invoice.Total, invoice.Currency, invoice.IssuedOn, invoice.DueOn, order.Invoicing);
    }

    private async Task<int> PaymentDays(IssueInvoice command, Order order, CancellationToken ct)
    {
        if (command.PaymentDays is { } said) return said;
        var terms = await db.CreditTermsOf(await db.Family(order.CustomerId, ct), ct);
        return terms?.PaymentDays ?? (int)await settings.Number(SalesSettings.PaymentDays, ct);
    }

    /// <summary>
    /// The counter is locked until the document is committed with it: numbers without gaps cannot be had in parallel. It is taken last, when
    /// nothing but the save is left to fail, and a failure gives the number back.
    /// </summary>
    private async Task<FiscalNumber> Next(InvoiceKind kind, int year, CancellationToken ct)
    {
        var name = FiscalNumber.Series(kind, year);
        var series = (await db.Dialect.Locked<NumberSeries, string>(db, nameof(NumberSeries.Name), [name]).ToListAsync(ct)).SingleOrDefault();
        if (series is null) db.NumberSeries.Add(series = new NumberSeries(name));
        return new FiscalNumber(year, series.Reserve(1));
    }
}
