using Crm.BuildingBlocks;
using Crm.Rendering;
using Crm.Rendering.Pages;
using Crm.Rendering.Printing;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Crm.SalesOrders.Application.Invoices;

/// <summary>Invoices and credit notes as pages and as PDF.</summary>
internal sealed class InvoiceDocuments(DocumentPrinter printer)
{
    public static void Register(IServiceCollection services)
    {
        services.TryAddSingleton(provider => provider.GetService<IConfiguration>()?.GetSection("Printing").Get<PrinterOptions>() ?? new PrinterOptions());
        services.TryAddSingleton<PdfPrinter>();
        services.AddSingleton<DocumentPrinter>();
        services.AddSingleton<InvoiceDocuments>();
        services.AddSingleton<PackingLists>();
    }

    /// <param name="invoice">With its lines.</param>
    /// <param name="buyer">The name of the customer as far as the reader may see it; null: not at all.</param>
    /// <param name="language">Of the reader.</param>
    /// <param name="issuer">Who issued it.</param>
    public static Task<string> ToHtml(Invoice invoice, string? buyer, Language language, string issuer) =>
        HtmlReport.Render(Document(invoice, buyer, issuer), new ReaderFormat(language));

    /// <inheritdoc cref="ToHtml"/>
    public async Task<byte[]> ToPdf(Invoice invoice, string? buyer, Language language, string issuer, CancellationToken ct) =>
        await printer.ToPdf(await ToHtml(invoice, buyer, language, issuer), ct);

    private static ReportDocument Document(Invoice i, string? buyer, string issuer)
    {
        var isInvoice = i.Kind == InvoiceKind.Invoice;
        var money = ValueFormat.Money(i.Currency);
        var figures = new List<KeyFigure> { new(new Phrase("Total", "合计"), i.Total, money), new(new Phrase("Issued on", "开票日期"), i.IssuedOn, ValueFormat.Date) };
        if (isInvoice) figures.Add(new KeyFigure(new Phrase("Due on", "到期日"), i.DueOn, ValueFormat.Date));
        var lines = new ReportTable(
            new Phrase("Lines", "明细"),
            [
                new ReportColumn("position", "No.", "序号", ValueFormat.Integer), new ReportColumn("sku", "Product", "产品编号", ValueFormat.Text),
                new ReportColumn("description", "Description", "说明", ValueFormat.Text), new ReportColumn("quantity", "Quantity", "数量", ValueFormat.Integer),
                new ReportColumn("amount", "Amount", "金额", money),
            ],
            [.. i.Lines.OrderBy(l => l.Position).Select(l => (IReadOnlyList<object?>)[l.Position, l.Sku, l.Description ?? (object)Name(l.Kind), l.Quantity, l.Amount])])
        {
            Totals = [null, null, new Phrase("Total", "合计"), null, i.Total],
        };
        return new ReportDocument(
            isInvoice ? new Phrase($"Invoice {i.Number}", $"发票 {i.Number}") : new Phrase($"Credit note {i.Number}", $"贷记单 {i.Number}"),
            buyer is null ? new Phrase($"Order {i.OrderNumber}", $"订单 {i.OrderNumber}") : new Phrase($"{buyer} · order {i.OrderNumber}", $"{buyer} · 订单 {i.OrderNumber}"),
            [new FiguresSection(figures), new TableSection(lines), .. Taxes(i)])
        {
            Issuer = issuer.Length == 0 ? null : new Phrase(issuer, issuer),
        };
    }

    // What bears no tax at all needs no breakdown.
    private static IEnumerable<ReportSection> Taxes(Invoice i)
    {
        if (i.Lines.All(l => l.TaxRate == 0m)) yield break;
        var money = ValueFormat.Money(i.Currency);
        yield return new TableSection(new ReportTable(
            new Phrase("Tax", "税额明细"),
            [
                new ReportColumn("rate", "Rate", "税率", ValueFormat.Percent()), new ReportColumn("net", "Net", "不含税金额", money),
                new ReportColumn("tax", "Tax", "税额", money), new ReportColumn("gross", "Gross", "含税金额", money),
            ],
            [.. i.Taxes.Select(t => (IReadOnlyList<object?>)[t.Rate, t.Net, t.Tax, t.Net + t.Tax])])
        {
            Totals = [new Phrase("Total", "合计"), i.Taxes.Sum(t => t.Net), i.Taxes.Sum(t => t.Tax), i.Total],
        });
    }

    private static Phrase Name(RefundItemKind kind) => kind switch
    {
        RefundItemKind.Freight => new Phrase("Shipping", "运费"),
        RefundItemKind.Goodwill => new Phrase("Goodwill", "补偿"),
        _ => new Phrase("Goods", "商品"),
    };
}
