using Crm.BuildingBlocks;
using Crm.Rendering;
using Crm.Rendering.Pages;
using Crm.SalesOrders.Domain;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>What lies in a parcel, as a page and as PDF. It says no prices.</summary>
internal sealed class PackingLists(DocumentPrinter printer)
{
    public static Task<string> ToHtml(PackedShipment packed, Language language, string issuer) => HtmlReport.Render(Document(packed, issuer), new ReaderFormat(language));

    public async Task<byte[]> ToPdf(PackedShipment packed, Language language, string issuer, CancellationToken ct) =>
        await printer.ToPdf(await ToHtml(packed, language, issuer), ct);

    private static ReportDocument Document(PackedShipment packed, string issuer)
    {
        var (order, shipment) = (packed.Order, packed.Shipment);
        var lines = order.Lines.ToDictionary(l => l.Id);
        var sent = shipment.Lines.Where(s => lines.ContainsKey(s.LineId)).Select(s => (Line: lines[s.LineId], s.Quantity)).OrderBy(s => s.Line.Position).ToList();
        var table = new ReportTable(
            new Phrase("Contents", "装箱内容"),
            [
                new ReportColumn("position", "No.", "序号", ValueFormat.Integer), new ReportColumn("sku", "Product", "产品编号", ValueFormat.Text),
                new ReportColumn("description", "Description", "说明", ValueFormat.Text), new ReportColumn("unit", "Unit", "单位", ValueFormat.Text),
                new ReportColumn("quantity", "Quantity", "数量", ValueFormat.Integer),
            ],
            [.. sent.Select(s => (IReadOnlyList<object?>)[s.Line.Position, s.Line.Sku, s.Line.ProductName, s.Line.Unit, s.Quantity])])
        {
            Totals = [null, null, new Phrase("Total", "合计"), null, sent.Sum(s => (long)s.Quantity)],
        };
        return new ReportDocument(
            new Phrase($"Packing list {order.Number}", $"装箱单 {order.Number}"),
            Text(order.CustomerReference),
            [new FiguresSection(Figures(shipment)), new TextSection(new Phrase("Ship to", "收货地址"), [.. Address(packed.ShipTo).Select(Text)!]), new TableSection(table)])
        {
            Issuer = issuer.Length == 0 ? null : Text(issuer),
        };
    }

    private static List<KeyFigure> Figures(Shipment shipment)
    {
        var figures = new List<KeyFigure> { new(new Phrase("Shipped on", "发货日期"), shipment.ShippedOn, ValueFormat.Date) };
        if (shipment.Carrier is { } carrier) figures.Add(new KeyFigure(new Phrase("Carrier", "承运商"), carrier, ValueFormat.Text));
        if (shipment.TrackingNumber is { } number) figures.Add(new KeyFigure(new Phrase("Tracking number", "运单号"), number, ValueFormat.Text));
        return figures;
    }

    private static IEnumerable<string> Address(OrderContent.Address to) =>
        new[] { to.Name, to.Street, $"{to.PostalCode} {to.City}".Trim(), to.Region, to.Country }.OfType<string>().Where(line => line.Length > 0);

    private static Phrase? Text(string? words) => words is null ? null : new Phrase(words, words);
}

/// <param name="Order">With its lines.</param>
/// <param name="Shipment">Of the order, with its lines.</param>
/// <param name="ShipTo">As the reader may see it.</param>
internal sealed record PackedShipment(Order Order, Shipment Shipment, OrderContent.Address ShipTo);
