using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Crm.Benchmarks.Load;

/// <summary>A company of measured size, filled through the public API.</summary>
internal sealed class Company : IDisposable
{
    private const int Batch = 500;
    private const int Products = 200;
    private const int Categories = 8;
    private const int PlentyOfStock = 100_000_000;
    private const int LinesPerOrder = 5;
    private const int OrdersToRead = 200;

    private readonly HttpClient _http;
    private readonly Guid _clientId;
    private readonly List<Guid> _customers = [];
    private readonly List<string> _skus = [];
    private List<Guid> _orders = [];
    private bool _hasPriceBook;

    public Company(HostUnderTest host)
    {
        _clientId = Guid.ParseExact(host.Key.Split('_')[1], "N");
        _http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = host.Address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.Key);
    }

    /// <summary>With the administrator's key.</summary>
    public HttpClient Http => _http;

    public async Task Fill(int customers, CancellationToken ct)
    {
        await LiftLimits(ct);
        var categories = Enumerable.Range(0, Categories).Select(i => new { code = $"Category {i}", names = new { english = $"Category {i}", chinese = $"类别 {i}" } });
        await Post("/api/v1/sales-orders/categories/batch", new { items = categories }, ct);
        for (var i = 0; i < Products; i++)
        {
            var product = new { sku = $"P{i:0000}", name = $"Product {i}", category = $"Category {i % Categories}", listPrice = 1 + (i % 50), currency = "EUR", cost = 0.5m };
            var id = (await Post("/api/v1/sales-orders/products", product, ct))["id"]!.GetValue<Guid>();
            await Post($"/api/v1/sales-orders/products/{id}/stock/movements", new { change = PlentyOfStock, reason = "receipt" }, ct);
            _skus.Add(product.sku);
        }

        for (var from = 0; from < customers; from += Batch)
        {
            var items = Enumerable.Range(from, Math.Min(Batch, customers - from)).Select(Customer);
            var reply = await Post("/api/v1/customers/customers/batch", new { items }, ct);
            _customers.AddRange(reply["items"]!.AsArray().Select(i => i!["result"]!["id"]!.GetValue<Guid>()));
        }

        // Sales knows a customer as soon as the event has arrived.
        while (!await HasSettled(ct)) await Task.Delay(100, ct);
        for (var i = 0; i < OrdersToRead; i++) _orders.Add(await PlaceOrder(ct) ?? throw new InvalidOperationException("An order was refused."));
    }

    /// <summary>Publishes prices and promotions; orders leave their prices to them from then on.</summary>
    public async Task Publish(int prices, int promotions, CancellationToken ct)
    {
        if (prices == 0 && promotions == 0) return;
        await Put("/api/v1/sales-orders/price-lists/usual/versions/1", PriceBook.List(_skus, prices), ct);
        for (var i = 0; i < promotions; i++) await Put($"/api/v1/sales-orders/promotions/promotion-{i}/versions/1", PriceBook.Promotion(i), ct);
        _hasPriceBook = true;
    }

    /// <summary>Reads these from now on.</summary>
    public void ReadOf(List<Guid> orders) => _orders = orders;

    /// <summary>Places and confirms an order in one request.</summary>
    /// <returns>Its id, or null if it was refused.</returns>
    public async Task<Guid?> PlaceOrder(CancellationToken ct)
    {
        var random = Random.Shared;
        var customer = _customers[random.Next(_customers.Count)];
        var first = random.Next(_skus.Count);
        var order = new
        {
            customerId = customer,
            currency = "EUR",
            confirm = true,
            freight = 4.9m,
            lines = Enumerable.Range(0, LinesPerOrder).Select(i => new { sku = _skus[(first + (i * 37)) % _skus.Count], quantity = 1 + i, discountRate = _hasPriceBook ? 0m : 0.05m }),
        };
        using var reply = await _http.PostAsJsonAsync("/api/v1/sales-orders/orders", order, ct);
        var body = await reply.Content.ReadAsByteArrayAsync(ct);
        return reply.IsSuccessStatusCode ? JsonNode.Parse(body)!["id"]!.GetValue<Guid>() : null;
    }

    public async Task<bool> ReadOrder(CancellationToken ct)
    {
        using var reply = await _http.GetAsync($"/api/v1/sales-orders/orders/{_orders[Random.Shared.Next(_orders.Count)]}", ct);
        await reply.Content.ReadAsByteArrayAsync(ct);
        return reply.IsSuccessStatusCode;
    }

    public async Task<bool> ListOrdersOfCustomer(CancellationToken ct)
    {
        using var reply = await _http.GetAsync($"/api/v1/sales-orders/orders?filter[customer.id]={_customers[Random.Shared.Next(_customers.Count)]}&limit=20", ct);
        await reply.Content.ReadAsByteArrayAsync(ct);
        return reply.IsSuccessStatusCode;
    }

    public async Task<bool> SearchCustomers(CancellationToken ct)
    {
        using var reply = await _http.GetAsync($"/api/v1/customers/customers?q=mer%20{Random.Shared.Next(_customers.Count)}&limit=20", ct);
        await reply.Content.ReadAsByteArrayAsync(ct);
        return reply.IsSuccessStatusCode;
    }

    /// <summary>Whether every event has been worked off everywhere.</summary>
    public async Task<bool> HasSettled(CancellationToken ct)
    {
        var counts = await _http.GetFromJsonAsync<JsonNode>("/admin/v1/messages/counts", ct);
        return counts!["items"]!.AsArray().All(c => c!["toDo"]!.GetValue<int>() == 0);
    }

    public void Dispose() => _http.Dispose();

    // The load comes from one client; its default budget is meant for a client among many.
    public async Task LiftLimits(CancellationToken ct)
    {
        var path = $"/admin/v1/clients/{_clientId}";
        var client = (await _http.GetFromJsonAsync<JsonNode>(path, ct))!;
        using var change = new HttpRequestMessage(HttpMethod.Put, path);
        change.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{client["version"]}\""));
        change.Content = JsonContent.Create(new
        {
            name = client["name"]!.GetValue<string>(),
            roles = client["roles"],
            grants = client["grants"],
            active = true,
            limits = new { requestsPerSecond = 100_000, requestsPerDay = 1_000_000_000, concurrentOperations = 4, bodyBytes = 4 * 1024 * 1024 },
        });
        using var reply = await _http.SendAsync(change, ct);
        if (!reply.IsSuccessStatusCode) throw new InvalidOperationException($"{path}: {reply.StatusCode} {await reply.Content.ReadAsStringAsync(ct)}");
    }

    private static object Customer(int number) => new
    {
        code = $"B{number:000000}",
        name = $"Customer {number}",
        addresses = new[] { new { city = "Köln", country = "Germany" } },
        contactPoints = new[] { new { kind = "email", value = $"c{number}@example.com" } },
    };

    private async Task<JsonNode> Post(string path, object body, CancellationToken ct)
    {
        using var reply = await _http.PostAsJsonAsync(path, body, ct);
        return await Success(path, reply, ct);
    }

    private async Task Put(string path, object body, CancellationToken ct)
    {
        using var reply = await _http.PutAsJsonAsync(path, body, ct);
        await Success(path, reply, ct);
    }

    private static async Task<JsonNode> Success(string path, HttpResponseMessage reply, CancellationToken ct)
    {
        var text = await reply.Content.ReadAsStringAsync(ct);
        return reply.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{path}: {reply.StatusCode} {text}");
    }
}
