using System.Net;
using System.Text.Json;
using Crm.Host.Tests.App;
using Crm.Host.Tests.EndToEnd;
using Shouldly;

namespace Crm.Host.Tests.Rush;

/// <summary>One of many who buy at the same moment, and then think better of it in one way or another.</summary>
internal sealed class Client(HttpClient http, Shop shop, int number)
{
    private const string SoldOut = "urn:crm:rule:sales-orders.stock-insufficient";

    // The first who comes too late meets the counter, the others find the voucher left out of the prices.
    private static readonly string[] VoucherUsedUp = ["urn:crm:rule:sales-orders.promotion-used-up", "urn:crm:rule:sales-orders.coupon-not-used"];

    private readonly Random _random = new(number);

    /// <summary>Everything this client ever asked for.</summary>
    public List<Purchase> Purchases { get; } = [];

    /// <summary>Buys and changes its mind until the host is gone.</summary>
    public async Task BuyUntilTheHostDies(Action acknowledged)
    {
        try
        {
            while (true)
            {
                var purchase = Begin(shop.SomeOf(_random, $"{number}-{Purchases.Count}"));
                if (await Buy(http, purchase) is not null) continue;
                acknowledged();
                await ThinkAgain(purchase);
            }
        }
        catch (HttpRequestException)
        {
            // Killed in the middle of a request: what it would have answered is not known.
        }
    }

    /// <summary>After a restart asks once more for what was never answered.</summary>
    public async Task AskAgain(HttpClient restarted)
    {
        foreach (var purchase in Purchases.Where(p => p.Id is null && p.IsUncertain)) await Buy(restarted, purchase);
    }

    /// <summary>Buys single units until nothing is left of any product; with the voucher as long as it is good.</summary>
    public async Task BuyTheRest(HttpClient restarted, IEnumerable<string> skus)
    {
        var voucherIsGood = true;
        foreach (var sku in skus.OrderBy(_ => _random.Next()))
        {
            string? refusal;
            do
            {
                refusal = await Buy(restarted, Begin(shop.OneOf(_random, $"{number}-{Purchases.Count}", sku, voucherIsGood)));
                voucherIsGood &= !VoucherUsedUp.Contains(refusal);
            }
            while (refusal != SoldOut);
        }
    }

    /// <returns>Why it was refused; null when it was bought.</returns>
    private static async Task<string?> Buy(HttpClient client, Purchase purchase)
    {
        var answer = await client.Put($"{Shop.Sales}/orders/by-ref/rush/{purchase.Reference}", purchase.Body);
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Created)) return await Refused(answer, purchase);
        purchase.Acknowledge((await answer.Json(answer.StatusCode)).Id());
        return null;
    }

    private static async Task<string> Refused(HttpResponseMessage answer, Purchase purchase)
    {
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict, body);
        var type = JsonDocument.Parse(body).RootElement.Text("type")!;
        VoucherUsedUp.Append(SoldOut).ShouldContain(type, body);
        purchase.Refuse();
        return type;
    }

    private Task ThinkAgain(Purchase purchase)
    {
        purchase.Asks();
        return _random.Next(5) switch
        {
            0 => Cancel(purchase),
            1 or 2 => Change(purchase),
            3 => SendBack(purchase),
            _ => Keep(purchase),
        };
    }

    private static Task Keep(Purchase purchase)
    {
        purchase.Acknowledge();
        return Task.CompletedTask;
    }

    private async Task Cancel(Purchase purchase)
    {
        await (await http.Post($"{Shop.Sales}/orders/{purchase.Id}/cancel", new { reason = "too dear" })).Json();
        purchase.Acknowledge(cancelled: true);
    }

    private async Task Change(Purchase purchase)
    {
        var changes = $"{Shop.Sales}/orders/{purchase.Id}/changes";
        var line = (await Shop.Read(http, $"{Shop.Sales}/orders/{purchase.Id}")).GetProperty("lines")[0];
        var quantity = line.GetProperty("quantity").GetInt32() == 1 ? 3 : 1;
        var proposed = await http.Post(changes, new { reason = "on reflection", lines = new[] { new { lineId = line.Id(), quantity } } });
        if (proposed.StatusCode == HttpStatusCode.Conflict)
        {
            await Refused(proposed, purchase);
            return;
        }

        var accepted = await http.Post($"{changes}/{(await proposed.Json(HttpStatusCode.Created)).Id()}/accept", new { });
        if (accepted.StatusCode == HttpStatusCode.OK) purchase.Acknowledge();
        else await Refused(accepted, purchase);
    }

    private async Task SendBack(Purchase purchase)
    {
        await (await http.Post($"{Shop.Sales}/orders/{purchase.Id}/ship", new { })).Json();
        var back = (await (await http.Post($"{Shop.Sales}/orders/{purchase.Id}/returns", new { reason = "dented" })).Json(HttpStatusCode.Created)).Id();
        foreach (var step in new[] { "approve", "receive" }) await (await http.Post($"{Shop.Sales}/returns/{back}/{step}", new { })).Json();
        var units = (await Shop.Read(http, $"{Shop.Sales}/returns/{back}")).GetProperty("lines").EnumerateArray()
            .Select(l => new { lineId = l.GetProperty("lineId").GetGuid(), quantity = l.GetProperty("quantity").GetInt32() }).ToArray();
        await (await http.Post($"{Shop.Sales}/returns/{back}/inspect", new { restock = units })).Json();
        purchase.Acknowledge();
    }

    private Purchase Begin(Purchase purchase)
    {
        Purchases.Add(purchase);
        return purchase;
    }
}
