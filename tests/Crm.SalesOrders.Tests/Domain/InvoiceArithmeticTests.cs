using Crm.BuildingBlocks;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Accounting;
using Shouldly;
using Xunit;
using static Crm.SalesOrders.Tests.Domain.Sold;

namespace Crm.SalesOrders.Tests.Domain;

/// <summary>Random walks of shipping, crediting and issuing: in the end exactly what is owed stands on documents.</summary>
public sealed class InvoiceArithmeticTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory, MemberData(nameof(Seeds))]
    public void In_whatever_order_goods_are_shipped_credited_and_invoiced_the_documents_add_up(int seed)
    {
        var random = new Random(seed);
        var products = Enumerable.Range(0, random.Next(1, 5)).Select(i => Product($"P{i}", random.Next(1, 1_000_000) / 10_000m)).ToList();
        var stock = Stock([.. products.Select(p => (p, 100))]);
        var terms = Terms([.. products.Select(p => Line(p, random.Next(1, 12), 0.0333m))]) with { Freight = 4.9m, Discount = 0.01m };
        var order = Order.Confirmed("SO-1", random.Next(3) == 0 ? terms : Taxed(terms, random), stock, Now);
        var payment = order.RecordPayment(order.Gross, Sold.Paid);
        var documents = new List<Invoice>();
        for (var step = 0; step < 30; step++)
        {
            switch (random.Next(3))
            {
                case 0 when order.Lines.Any(l => l.Open > 0):
                    var line = order.Lines.First(l => l.Open > 0);
                    order.Ship(new Dictionary<Guid, int> { [line.Id] = random.Next(1, line.Open + 1) }, new Dispatch(Today, null, null), stock, Now);
                    break;
                case 1 when order.Lines.Any(l => l.Creditable > 0):
                    var back = order.Lines.First(l => l.Creditable > 0);
                    order.CreditReturn(new RefundWish { Lines = new Dictionary<Guid, int> { [back.Id] = random.Next(1, back.Creditable + 1) } }, Guid.CreateVersion7(), null, Now)
                        .Settle(order, [payment], Sold.Paid);
                    break;
                default:
                    IssueAll(order, documents);
                    break;
            }
        }

        if (order.Lines.Any(l => l.Open > 0)) order.Ship(null, new Dispatch(Today, null, null), stock, Now);
        IssueAll(order, documents);

        var (invoices, notes) = (documents.Where(d => d.Kind == InvoiceKind.Invoice).Sum(d => d.Total), documents.Where(d => d.Kind == InvoiceKind.CreditNote).Sum(d => d.Total));
        (invoices - notes).ShouldBe(order.Owed);
        (order.Invoiced, order.CreditNoted).ShouldBe((invoices - notes, notes));
        order.IsSettled.ShouldBeTrue();
        documents.ShouldAllBe(d => d.Total > 0m && d.Total == d.Lines.Sum(l => l.Amount) && d.Lines.All(l => l.Amount > 0m && l.Quantity >= 0));
        order.Lines.ShouldAllBe(l => l.InvoicedNet == l.Gross - l.CreditedNet && l.Invoiced == l.Creditable);
        documents.ShouldAllBe(d => d.Total == d.Taxes.Sum(t => t.Net + t.Tax));
        foreach (var line in order.Lines.Where(l => l.Gross > 0m))
            Signed(documents, line).ShouldBe(line.InvoicedNet == line.Gross ? line.Tax : Currencies.Round(line.Tax * line.InvoicedNet / line.Gross, "EUR"));
        CheckPosted(order, documents);
    }

    private static decimal Signed(List<Invoice> documents, OrderLine line) => documents.Sum(d =>
        d.Lines.Where(l => l.LineId == line.Id).Sum(l => l.Tax) * (d.Kind == InvoiceKind.Invoice ? 1 : -1));

    private static void CheckPosted(Order order, List<Invoice> documents)
    {
        var posted = PostedDocument.Of(order).ToList();
        posted.Select(p => (p.Kind, p.Id)).Distinct().Count().ShouldBe(posted.Count);
        posted.Where(p => p.Kind is DocumentKind.Invoice or DocumentKind.CreditNote).Select(p => p.Id).ShouldBe(documents.Select(d => d.Key), ignoreOrder: true);
        posted.ShouldAllBe(p => p.Amounts.Sum(a => a.Debit) == 0m);
        posted.SelectMany(p => p.Amounts).Where(a => a.Role == AccountRole.Receivables).Sum(a => a.Debit).ShouldBe(order.Invoiced - order.Paid + order.Refunded);
    }

    private static void IssueAll(Order order, List<Invoice> documents)
    {
        foreach (var kind in Enum.GetValues<InvoiceKind>())
        {
            if (Broken(() => order.RequireSomethingFor(kind, fromOrdered: false))) continue;
            var (number, terms) = (new FiscalNumber(2026, documents.Count + 1), new InvoiceTerms("Anna", Today, 30));
            documents.Add(kind == InvoiceKind.Invoice ? order.IssueInvoice(number, terms, fromOrdered: false) : order.IssueCreditNote(number, terms, fromOrdered: false));
        }
    }

    private static bool Broken(Action ask)
    {
        try
        {
            ask();
            return false;
        }
        catch (RuleBroken)
        {
            return true;
        }
    }
}
