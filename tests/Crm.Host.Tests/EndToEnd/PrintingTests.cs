using System.Net;
using System.Text;
using Crm.Host.Tests.App;
using Crm.Rendering.Printing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

[Collection(OneHost.Name)]
public sealed class PrintingTests(SharedApp shared)
{
    private const string Sales = "/api/v1/sales-orders";

    [SkippableFact]
    public async Task An_invoice_and_a_packing_list_are_printed_as_pdf()
    {
        Skip.IfNot(shared.App.Services.GetRequiredService<PdfPrinter>().HasBrowser, "Chromium is not installed.");
        var clerk = shared.App.Administrator();
        var customer = (await (await clerk.Post(Annas.Customers, new { code = "C-PRINT", name = "Printed & Sons" })).Json(HttpStatusCode.Created)).Id();
        var product = (await (await clerk.Post($"{Sales}/products", new { sku = "PRINT-1", name = "Print", listPrice = 20m, currency = "EUR" })).Json(HttpStatusCode.Created)).Id();
        await (await clerk.Post($"{Sales}/products/{product}/stock/counts", new { onHand = 1 })).Json();
        await shared.App.EventsSettled();
        var order = (await (await clerk.Post(Annas.Orders, new { customerId = customer, currency = "EUR", confirm = true, lines = new[] { new { sku = "PRINT-1", quantity = 1 } } })).Json(HttpStatusCode.Created)).Id();
        var shipment = (await (await clerk.Post($"{Annas.Orders}/{order}/ship", new { })).Json()).GetProperty("shipmentId").GetGuid();
        var invoice = (await (await clerk.Post($"{Annas.Orders}/{order}/invoices", new { })).Json(HttpStatusCode.Created)).Id();

        foreach (var path in new[] { $"{Sales}/invoices/{invoice}/pdf", $"{Annas.Orders}/{order}/shipments/{shipment}/packing-list/pdf" })
        {
            var answer = await clerk.GetAsync(path);
            var content = await answer.Content.ReadAsByteArrayAsync();
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf", Encoding.UTF8.GetString(content));
            Encoding.ASCII.GetString(content, 0, 5).ShouldBe("%PDF-");
        }
    }
}
