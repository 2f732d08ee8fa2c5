using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Demo;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Demo;

/// <summary>Two years of orders: more before festivals and at the weekend, most of them shipped and paid, the last ones still open.</summary>
internal sealed class DemoSales(
    SalesOrdersDbContext db,
    Transactions transactions,
    ICommandHandler<AddCategory, CategorySaved> addCategory,
    ICommandHandler<AddUnit, UnitSaved> addUnit,
    ICommandHandler<AddProduct, ProductSaved> add,
    ICommandHandler<MoveStock, StockSaved> move,
    ICommandHandler<ImportOrder, OrderImported> import) : IDemoData
{
    private const string System = "demo";
    private const int PerTransaction = 50;
    private const int OpeningStock = 400;

    private static readonly string[] Carriers = ["SF Express 顺丰", "DHL", "DPD"];

    public DemoStage Stage => DemoStage.Sales;

    public Phrase What => new("products, stock and orders", "商品、库存和订单");

    public IReadOnlyList<string> Try => ["/api/v1/sales-orders/orders?sort=-orderedOn&limit=3"];

    public async Task Fill(DemoRun run, CancellationToken ct)
    {
        await AddProducts(run, ct);
        var customers = await db.CustomerCopies.AsNoTracking().OrderBy(c => c.Code).Select(c => c.Code).ToListAsync(ct);
        var people = await db.PersonCopies.AsNoTracking().OrderBy(p => p.Login).Select(p => p.Login).ToListAsync(ct);
        var products = DemoProducts.All().ToList();
        var random = run.Random("orders");
        var orders = Days(run).SelectMany(day => Enumerable.Range(0, OrdersOn(day, run, random)).Select(_ => day)).ToList();
        for (var done = 0; done < orders.Count; done += PerTransaction)
        {
            var first = done;
            var chunk = orders.Skip(done).Take(PerTransaction)
                .Select((day, i) => Order(first + i + 1, day, run.Today, customers, people, products, random)).ToList();
            await InOneTransaction(async token =>
            {
                foreach (var order in chunk) await import.Handle(order, token);
            }, ct);
            run.Report(done + chunk.Count, orders.Count);
        }
    }

    private Task AddProducts(DemoRun run, CancellationToken ct) => InOneTransaction(async token =>
    {
        foreach (var category in DemoProducts.Categories()) await addCategory.Handle(category, token);
        foreach (var unit in DemoProducts.Units()) await addUnit.Handle(unit, token);
        foreach (var product in DemoProducts.All())
        {
            var added = await add.Handle(product, token);
            await move.Handle(new MoveStock { ProductId = added.Id, Change = OpeningStock, Reason = MovementReason.Opening, MovedOn = run.FirstDay }, token);
        }
    }, ct);

    private Task InOneTransaction(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return transactions.Run(
            db,
            async token =>
            {
                await work(token);
                return true;
            },
            ct);
    }

    private static IEnumerable<DateOnly> Days(DemoRun run)
    {
        for (var day = run.FirstDay; day <= run.Today; day = day.AddDays(1)) yield return day;
    }

    // A year has a shape, a week has one, and the company grows.
    private static int OrdersOn(DateOnly day, DemoRun run, Random random)
    {
        var season = day.Month is 1 or 9 or 12 ? 1.6 : day.Month is 7 or 8 ? 0.7 : 1;
        var week = day.DayOfWeek is DayOfWeek.Sunday ? 0.5 : 1;
        var growth = 1 + (0.25 * (day.DayNumber - run.FirstDay.DayNumber) / 365);
        return (int)Math.Round((1 + random.NextDouble() * 4) * season * week * growth);
    }

    private static ImportOrder Order(
        int number, DateOnly day, DateOnly today, List<string> customers, List<string> people, List<AddProduct> products, Random random)
    {
        // Few customers buy often, many buy seldom.
        var customer = customers[(int)(customers.Count * Math.Pow(random.NextDouble(), 2))];
        var isCancelled = random.Next(40) == 0;
        var shippedOn = day.AddDays(1 + random.Next(6));
        var isShipped = !isCancelled && shippedOn <= today;
        var paidOn = shippedOn.AddDays(random.Next(30));
        return new ImportOrder
        {
            Ref = new ExternalRef(System, $"{number}"),
            Customer = customer,
            Channel = FirstChannels.All[random.Next(FirstChannels.All.Count)].Code,
            Salesperson = people.Count == 0 ? null : people[random.Next(people.Count)],
            Currency = DemoProducts.Currency,
            OrderedOn = day,
            RequiredOn = day.AddDays(10),
            ShippedOn = isShipped ? shippedOn : null,
            Carrier = isShipped ? Carriers[random.Next(Carriers.Length)] : null,
            PaidOn = isShipped && paidOn <= today && random.Next(30) > 0 ? paidOn : null,
            CancelledOn = isCancelled ? day : null,
            CancelReason = isCancelled ? "changed their mind" : null,
            Freight = 4.9m,
            Lines = [.. products.OrderBy(_ => random.Next()).Take(1 + random.Next(5)).Select(p => Line(p, random))],
        };
    }

    private static ImportOrder.Line Line(AddProduct product, Random random) =>
        new(product.Sku, 1 + random.Next(12), product.ListPrice, random.Next(4) == 0 ? 0.1m : 0m);
}
