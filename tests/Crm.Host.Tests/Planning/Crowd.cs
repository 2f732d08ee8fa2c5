using System.Collections.Concurrent;
using System.Net;
using Crm.Host.Tests.App;
using Crm.Host.Tests.EndToEnd;

namespace Crm.Host.Tests.Planning;

/// <summary>Customers who order a cup for 20 at the same time and without a pause, and what each order came to.</summary>
internal sealed class Crowd
{
    public const decimal Price = 20m;

    private const int Clients = 8;
    private const string Sales = "/api/v1/sales-orders";

    private readonly HttpClient _http;
    private readonly List<Guid> _customers = [];
    private int _clock;

    private Crowd(HttpClient http) => _http = http;

    public Guid Somebody => _customers[0];

    public static async Task<Crowd> Gather(CrmApp app)
    {
        var crowd = new Crowd(app.Administrator());
        for (var i = 0; i < Clients; i++)
        {
            var customer = await crowd._http.Post(Annas.Customers, new { code = $"C-{i}", kind = "organisation", name = $"Customer {i}" });
            crowd._customers.Add((await customer.Json(HttpStatusCode.Created)).Id());
        }

        var product = await (await crowd._http.Post($"{Sales}/products", new { sku = "CUP", name = "Cup", listPrice = Price, currency = "EUR" })).Json(HttpStatusCode.Created);
        await (await crowd._http.Post($"{Sales}/products/{product.Id()}/stock/counts", new { onHand = 1_000_000 })).Json();
        await app.EventsSettled();
        return crowd;
    }

    /// <summary>Everybody orders until enough is seen; beside it something happens, once everybody has begun.</summary>
    /// <param name="isEnough">Told the orders of one client in their order.</param>
    /// <param name="meanwhile">What happens under this load.</param>
    public async Task<IReadOnlyList<Bought>> Buy(Func<IReadOnlyList<Bought>, bool> isEnough, Func<Task> meanwhile)
    {
        var all = new ConcurrentBag<Bought>();
        var begun = new CountdownEvent(Clients);
        var everybody = new TaskCompletionSource();
        var clients = _customers.Select(customer => Task.Run(async () =>
        {
            var own = new List<Bought>();
            while (!everybody.Task.IsCompleted || !isEnough(own))
            {
                var bought = await Buy(customer);
                own.Add(bought);
                all.Add(bought);
                if (own.Count == 1 && begun.Signal()) everybody.SetResult();
            }
        })).ToList();
        await everybody.Task;
        await meanwhile();
        await Task.WhenAll(clients);
        return [.. all];
    }

    public async Task<Bought> Buy(Guid customer, params string[] coupons)
    {
        var began = Interlocked.Increment(ref _clock);
        var placed = await _http.Post(Annas.Orders, new { customerId = customer, currency = "EUR", lines = new[] { new { sku = "CUP", quantity = 1 } }, coupons, confirm = true });
        var order = await placed.Json(HttpStatusCode.Created);
        return new Bought(order.Id(), began, Interlocked.Increment(ref _clock), order.GetProperty("gross").GetDecimal());
    }
}

/// <summary>An order, and when it was begun and answered on the clock of the crowd.</summary>
internal sealed record Bought(Guid OrderId, int Began, int Ended, decimal Gross)
{
    public bool IsCheaper => Gross < Crowd.Price;
}
