using System.Text;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

internal static class InvoiceEndpoints
{
    private const string Resource = "invoices";
    private const string Address = "/api/v1/sales-orders/invoices";

    private static readonly ListSpec<Invoice, InvoiceRow> Invoices = new ListSpec<Invoice, InvoiceRow>(Resource)
        .Field("number", i => i.Number)
        .Field("issuedOn", i => i.IssuedOn)
        .Field("dueOn", i => i.DueOn)
        .Field("kind", i => i.Kind, sortable: false)
        .Field("orderId", i => i.OrderId, sortable: false)
        .Field("orderNumber", i => i.OrderNumber, sortable: false)
        .Field("customer.id", i => i.CustomerId, sortable: false)
        .Field("total.amount", i => i.Total, sortable: false)
        .Field("total.currency", i => i.Currency, sortable: false)
        .DefaultSort("-issuedOn")
        .Key(i => i.Id)
        .SearchIn("number", "orderNumber")
        .Select(InvoiceRow.FromInvoice);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var invoices = routes.MapGroup("/invoices").WithTags("Invoices");
        invoices.MapGet("/", Search).WithList(Invoices).Requires(SalesOrdersPermissions.ReadOrders);
        invoices.MapGet("/overdue", Overdue).WithList(Invoices).Requires(SalesOrdersPermissions.ReadOrders);
        invoices.MapGet("/{id:guid}", Get).Requires(SalesOrdersPermissions.ReadOrders);
        invoices.MapGet("/{id:guid}/html", Html).Produces<string>(StatusCodes.Status200OK, "text/html").Requires(SalesOrdersPermissions.ReadOrders);
        invoices.MapGet("/{id:guid}/pdf", Pdf).Produces<byte[]>(StatusCodes.Status200OK, "application/pdf").Requires(SalesOrdersPermissions.ReadOrders);
        routes.MapPost("/orders/{id:guid}/invoices", Invoice).WithTags("Invoices").Requires(SalesOrdersPermissions.IssueInvoices);
        routes.MapPost("/orders/{id:guid}/credit-notes", Credit).WithTags("Invoices").Requires(SalesOrdersPermissions.IssueInvoices);
    }

    private static async Task<PageOf<InvoiceRow>> Search(ListRequest request, SalesOrdersDbContext db, CancellationToken ct) =>
        await Invoices.Page(db.Invoices, await request.OverFamilies(db, "customer.id", ct), ct);

    /// <summary>Invoices that are due and not paid.</summary>
    private static Task<PageOf<InvoiceRow>> Overdue(ListRequest request, SalesOrdersDbContext db, CallerContext caller, TimeProvider time, CancellationToken ct) =>
        Invoices.Page(db.Invoices.OverdueOn(BusinessDay.Of(time, caller.Caller)), request, ct);

    private static async Task<OneOf<InvoiceView>> Get(Guid id, OneRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var invoice = await Find(db, id, ct);
        return request.Answer(Resource, InvoiceView.Of(invoice), invoice.Version);
    }

    private static async Task<ContentHttpResult> Html(Guid id, SalesOrdersDbContext db, ISettings settings, CallerContext caller, CancellationToken ct)
    {
        var invoice = await Find(db, id, ct);
        var html = await InvoiceDocuments.ToHtml(invoice, BuyerSeenBy(caller, invoice), caller.Language, await settings.Text(CompanySettings.Name, ct));
        return TypedResults.Content(html, "text/html", Encoding.UTF8);
    }

    private static async Task<FileContentHttpResult> Pdf(
        Guid id, SalesOrdersDbContext db, InvoiceDocuments documents, ISettings settings, CallerContext caller, CancellationToken ct)
    {
        var invoice = await Find(db, id, ct);
        var pdf = await documents.ToPdf(invoice, BuyerSeenBy(caller, invoice), caller.Language, await settings.Text(CompanySettings.Name, ct), ct);
        return TypedResults.File(pdf, "application/pdf", $"{invoice.Number}.pdf");
    }

    /// <summary>As far as reading the invoice would show it.</summary>
    private static string? BuyerSeenBy(CallerContext caller, Invoice invoice) => MaskedText.Of(caller.Caller, CustomerFields.Name, invoice.CustomerName);

    private static Task<Created<InvoiceSaved>> Invoice(Guid id, IssueInvoice command, ICommandHandler<IssueInvoice, InvoiceSaved> handler, CancellationToken ct) =>
        Issue(command with { Id = id, Kind = InvoiceKind.Invoice }, handler, ct);

    private static Task<Created<InvoiceSaved>> Credit(Guid id, IssueInvoice command, ICommandHandler<IssueInvoice, InvoiceSaved> handler, CancellationToken ct) =>
        Issue(command with { Id = id, Kind = InvoiceKind.CreditNote }, handler, ct);

    private static async Task<Created<InvoiceSaved>> Issue(IssueInvoice command, ICommandHandler<IssueInvoice, InvoiceSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"{Address}/{saved.Id}", saved);
    }

    private static async Task<Invoice> Find(SalesOrdersDbContext db, Guid id, CancellationToken ct)
    {
        var key = new InvoiceId(id);
        return await db.Invoices.AsNoTracking().Include(i => i.Order).AsSplitQuery().SingleOrDefaultAsync(i => i.Id == key, ct) ?? throw new ResourceNotFound("invoice", id.ToString());
    }
}
