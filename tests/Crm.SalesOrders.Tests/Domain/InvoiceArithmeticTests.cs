using Crm.BuildingBlocks;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Accounting;
using Shouldly;
using Xunit;
using static Crm.SalesOrders.Tests.Domain.Sold;

namespace Crm.SalesOrders.Tests.Domain;

/// <summary>
/// Random walks of shipping, losing, paying, crediting and issuing: at each step exactly what is to be paid of invoices is open, and in the end
/// exactly what is owed stands on documents.
/// </summary>
public sealed class InvoiceArithmeticTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory, MemberData(nameof(Seeds))]
    public void In_whatever_order_goods_are_shipped_credited_and_invoiced_the_documents_add_up(int seed)
    {
        var random = new Random(seed);
        var products = Enumerable.Range(0, random.Next(1, 5)).Select(i => Product($"P{i}", random.Next(10_000, 1_000_000) / 10_000m)).ToList();
        var stock = Stock([.. products.Select(p => (p, 1000))]);
        var terms = Terms([.. products.Select(p => Line(p, random.Next(1, 12), 0.0333m))]) with { Freight = 4.9m, Discount = 0.01m };
        var order = Order.Confirmed("SO-1", random.Next(3) == 0 ? terms : Taxed(terms, random), stock, Now);
        var (payments, documents) = (new List<Payment>(), new List<Invoice>());
        for (var step = 0; step < 40; step++)
        {
            Something(order, stock, payments, documents, random);
            documents.Where(d => d.Kind == InvoiceKind.Invoice).Sum(d => d.Open).ShouldBe(order.Debt.Receivable, $"step {step}");
        }

        if (order.Lines.Any(l => l.Open > 0)) order.Ship(null, new Dispatch(Today, null, null), stock, Now);
        if (order.Balance > 0m) payments.Add(order.RecordPayment(order.Balance, Sold.Paid));
        IssueAll(order, documents);

        var (invoices, notes) = (documents.Where(d => d.Kind == InvoiceKind.Invoice).Sum(d => d.Total), documents.Where(d => d.Kind == InvoiceKind.CreditNote).Sum(d => d.Total));
        (invoices - notes).ShouldBe(order.Owed);
        (order.Invoiced, order.CreditNoted).ShouldBe((invoices - notes, notes));
        order.IsSettled.ShouldBeTrue();
        documents.ShouldAllBe(d => d.Open == 0m && d.Total >= 0m && d.Total == d.Lines.Sum(l => l.Amount) && d.Lines.All(l => (l.Amount > 0m || l.Kind == RefundItemKind.Goodwill) && l.Quantity >= 0));
        order.Lines.ShouldAllBe(l => l.InvoicedNet == l.Gross - l.CreditedNet && l.Invoiced == l.Creditable);
        documents.ShouldAllBe(d => d.Total == d.Taxes.Sum(t => t.Net + t.Tax));
        foreach (var line in order.Lines.Where(l => l.Gross > 0m))
            Signed(documents, line).ShouldBe(line.InvoicedNet == line.Gross ? line.Tax : Currencies.Round(line.Tax * line.InvoicedNet / line.Gross, "EUR"));
        CheckPosted(order, documents);
    }

    private static void Something(Order order, LockedStock stock, List<Payment> payments, List<Invoice> documents, Random random)
    {
        var line = order.Lines[random.Next(order.Lines.Count)];
        switch (random.Next(7))
        {
            case 0 when line.Open > 0:
                order.Ship(new Dictionary<Guid, int> { [line.Id] = random.Next(1, line.Open + 1) }, new Dispatch(Today, null, null), stock, Now);
                break;
            case 1 when line.SentAndCreditable > 0:
                order.CreditReturn(Wish(line, random.Next(1, line.SentAndCreditable + 1)), Guid.CreateVersion7(), null, Now).Settle(order, payments, Sold.Paid);
                break;
            case 2 when line.Creditable > 0 && order is { Balance: <= 0m, Owed: > 0m }:
                PayBack(order, Wish(line, random.Next(1, line.Creditable + 1)), stock, payments, random);
                break;
            case 3 when order.Balance <= 0m && order.Owed > 2m:
                PayBack(order, new RefundWish { Goodwill = random.Next(1, 2 + (int)(order.Owed / 2)) }, stock, payments, random);
                break;
            case 4 when order.Shipments.Any(s => s.State == ShipmentState.OnItsWay):
                order.Lose(order.Shipments.First(s => s.State == ShipmentState.OnItsWay), Today, stock);
                break;
            case 5 when order.Balance > 0m:
                payments.Add(order.RecordPayment(Math.Min(order.Balance, random.Next(1, 200)), Sold.Paid));
                break;
            default:
                IssueAll(order, documents);
                break;
        }
    }

    private static RefundWish Wish(OrderLine line, int units) => new() { Lines = new Dictionary<Guid, int> { [line.Id] = units } };

    private static void PayBack(Order order, RefundWish wish, LockedStock stock, List<Payment> payments, Random random)
    {
        var refund = order.RequestRefund(wish, reason: null, stock, Now);
        refund.Grant(order, Now);
        if (random.Next(4) == 0) refund.Fail(order, "wrong account", stock);
        else refund.Settle(order, payments, Sold.Paid);
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
