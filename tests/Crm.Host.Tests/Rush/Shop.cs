using System.Net;
using System.Text.Json;
using Crm.Host.Tests.App;
using Crm.Host.Tests.EndToEnd;
using Shouldly;

namespace Crm.Host.Tests.Rush;

/// <summary>A small assortment of which there is not enough, and a voucher that fewer may use than want to.</summary>
internal sealed class Shop
{
    public const string Sales = "/api/v1/sales-orders";
    // More than all clients take in the first round, so that the host dies while there is something left.
    public const int UnitsOfEach = 70;
    public const int VoucherUses = 30;

    private const string Voucher = "RUSH";

    private static readonly string[] Skus = ["CUP", "JUG", "PAN", "POT"];

    private readonly List<Guid> _customers = [];

    public static async Task<Shop> Open(HttpClient owner)
    {
        var shop = new Shop();
        for (var i = 0; i < 8; i++)
        {
            var customer = await owner.Post(Annas.Customers, new { code = $"R-{i}", kind = "organisation", name = $"Rusher {i}" });
            shop._customers.Add((await customer.Json(HttpStatusCode.Created)).Id());
        }

        foreach (var sku in Skus)
        {
            var product = await (await owner.Post($"{Sales}/products", new { sku, name = sku, listPrice = 19.99m, currency = "EUR" })).Json(HttpStatusCode.Created);
            await (await owner.Post($"{Sales}/products/{product.Id()}/stock/counts", new { onHand = UnitsOfEach })).Json();
        }

        await (await owner.Put($"{Sales}/promotions/rush/versions/1", new
        {
            name = new { english = "Rush hour", chinese = "抢购" },
            phase = "vouchers",
            action = new { type = "offset", amount = 5 },
            currency = "EUR",
            coupons = new[] { Voucher },
            maxUses = VoucherUses,
        })).Json(HttpStatusCode.Created);
        await Settled(owner);
        return shop;
    }

    /// <summary>Waits until every module has heard of everything.</summary>
    public static async Task Settled(HttpClient owner)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        do
        {
            var counts = (await (await owner.GetAsync("/admin/v1/messages/counts")).Json()).GetProperty("items").EnumerateArray();
            if (counts.All(c => c.GetProperty("toDo").GetInt32() == 0)) return;
        }
        while (await glance.WaitForNextTickAsync(limit.Token));
    }

    /// <summary>Up to three products in any order, so that two clients want the same ones the other way round.</summary>
    public Purchase SomeOf(Random random, string reference) =>
        Wish(random, reference, [.. random.GetItems(Skus, random.Next(1, 4)).Distinct().Select(sku => (sku, random.Next(1, 3)))], random.Next(2) == 0);

    /// <summary>One unit of one product.</summary>
    public Purchase OneOf(Random random, string reference, string sku, bool withVoucher) => Wish(random, reference, [(sku, 1)], withVoucher);

    public static async Task<Dictionary<string, (int OnHand, int Available)>> Stock(HttpClient owner)
    {
        var levels = (await Read(owner, $"{Sales}/stock?limit=100")).GetProperty("items").EnumerateArray();
        return levels.ToDictionary(l => l.Text("sku")!, l => (l.GetProperty("onHand").GetInt32(), l.GetProperty("available").GetInt32()));
    }

    /// <summary>Every order there is, whole.</summary>
    public static async Task<List<JsonElement>> Orders(HttpClient owner)
    {
        var orders = new List<JsonElement>();
        var next = $"{Sales}/orders?limit=200";
        while (next is not null)
        {
            var page = await Read(owner, next);
            foreach (var row in page.GetProperty("items").EnumerateArray()) orders.Add(await Read(owner, $"{Sales}/orders/{row.Id()}"));
            next = page.TryGetProperty("nextCursor", out var cursor) && cursor.GetString() is { } after ? $"{Sales}/orders?limit=200&cursor={Uri.EscapeDataString(after)}" : null;
        }

        return orders;
    }

    /// <summary>Units that were sold of each product and did not come back into the stock.</summary>
    public static async Task<Dictionary<string, int>> Sold(HttpClient owner, IEnumerable<JsonElement> orders)
    {
        var sold = Skus.ToDictionary(sku => sku, _ => 0);
        foreach (var line in orders.Where(Stands).SelectMany(o => o.GetProperty("lines").EnumerateArray()))
            sold[line.Text("sku")!] += line.GetProperty("quantity").GetInt32() - line.GetProperty("cancelled").GetInt32();
        foreach (var row in (await Read(owner, $"{Sales}/returns?limit=500")).GetProperty("items").EnumerateArray())
        {
            foreach (var line in (await Read(owner, $"{Sales}/returns/{row.Id()}")).GetProperty("lines").EnumerateArray())
                sold[line.Text("sku")!] -= line.GetProperty("restocked").GetInt32();
        }

        return sold;
    }

    /// <summary>Was confirmed and not taken back; one that was returned as a whole is completed.</summary>
    public static bool Stands(JsonElement order) => order.Text("state") is "confirmed" or "completed";

    public static async Task<JsonElement> Read(HttpClient owner, string path) => await (await owner.GetAsync(path)).Json();

    private Purchase Wish(Random random, string reference, IEnumerable<(string Sku, int Quantity)> lines, bool withVoucher) => new(reference, new
    {
        customerId = _customers[random.Next(_customers.Count)],
        currency = "EUR",
        confirm = true,
        coupons = withVoucher ? new[] { Voucher } : [],
        lines = lines.Select(l => new { sku = l.Sku, quantity = l.Quantity }).ToArray(),
    }, withVoucher);
}
