using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Crm.Host.Tests.App;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>A customer of whom every module keeps something, and what callers may see of her.</summary>
internal static class Annas
{
    public const string Customers = "/api/v1/customers/customers";
    public const string Orders = "/api/v1/sales-orders/orders";
    public const string Report = "/api/v1/reporting/reports/sales";

    public static readonly object Home = new { name = "Anna Berg", street = "Hidden lane 5", city = "Wünsdorf", region = "Brandenburg", postalCode = "15838-WEST", country = "DE" };

    public static readonly object Customer = new
    {
        code = "C-ANNA",
        kind = "person",
        name = "Anna Berg",
        shortName = "Bergie",
        legalName = "Registered-Berg",
        taxId = "DE-TAX-4711",
        bornOn = "1980-02-29",
        sex = "female",
        needs = "a quiet sofa",
        preferences = "never before ten",
        preferredContact = "social",
        notes = "likes to haggle",
        tags = new[] { "hush-hush" },
        contacts = new[]
        {
            new { name = "Carl Contact", title = "her uncle", department = "back room", contactPoints = new[] { new { kind = "mobile", value = "0171 555 4433", label = "after six" } } },
        },
        addresses = new[] { new { lines = "Hidden lane 5", city = "Wünsdorf", region = "Brandenburg", postalCode = "15838-WEST", country = "DE" } },
        contactPoints = new object[]
        {
            new { kind = "phone", value = "+49 30 5551 7788" }, new { kind = "email", value = "berg@secret.example" },
            new { kind = "social", network = "wechat", value = "@Bergziege80" },
        },
        externalRefs = new[] { new { system = "erp", id = "7" } },
    };

    public static async Task<Guid> RegisterAnna(this HttpClient client) => (await (await client.Post(Customers, Customer)).Json(HttpStatusCode.Created)).Id();

    /// <summary>A product of which there is enough.</summary>
    public static async Task AddTea(this HttpClient client)
    {
        var product = await (await client.Post("/api/v1/sales-orders/products", new { sku = "TEA", name = "Tea", listPrice = 20m, currency = "EUR" })).Json(HttpStatusCode.Created);
        await (await client.Post($"/api/v1/sales-orders/products/{product.Id()}/stock/counts", new { onHand = 100 })).Json();
    }

    /// <summary>A confirmed order that goes to the customer's home.</summary>
    public static async Task<Guid> OrderTea(this HttpClient client, Guid customer)
    {
        var order = new
        {
            customerId = customer,
            currency = "EUR",
            confirm = true,
            customerReference = "for grandma Elfriede",
            shipTo = Home,
            lines = new[] { new { sku = "TEA", quantity = 2 } },
        };
        return (await (await client.Post(Orders, order)).Json(HttpStatusCode.Created)).Id();
    }

    /// <summary>A client of the API that may read everything but the fields that are masked for it.</summary>
    /// <param name="app">The host.</param>
    /// <param name="masks">Field to how it is masked.</param>
    public static Task<HttpClient> ReaderWithout(this CrmApp app, params (string Field, string Kind)[] masks) =>
        app.CallerWith(["customers.customers.read", "sales-orders.orders.read", "reporting.reports.read"], masks);

    /// <summary>A client of the API that may do this, everywhere.</summary>
    public static async Task<HttpClient> CallerWith(this CrmApp app, string[] permissions, params (string Field, string Kind)[] masks)
    {
        var administrator = app.Administrator();
        var role = $"reader-{Guid.CreateVersion7():N}";
        await (await administrator.Post("/admin/v1/roles", new
        {
            name = role,
            grants = permissions.Select(p => new { permission = p, scope = "all" }),
            masks = masks.Select(m => new { field = m.Field, kind = m.Kind }),
        })).Json(HttpStatusCode.Created);
        return await app.Client(role);
    }

    /// <summary>A client of the API with a role, of a unit if one is given.</summary>
    public static async Task<HttpClient> Client(this CrmApp app, string role, Guid? unit = null)
    {
        var administrator = app.Administrator();
        var client = await (await administrator.Post("/admin/v1/clients", new { name = $"{role} {Guid.CreateVersion7():N}", roles = new[] { role }, unitId = unit })).Json(HttpStatusCode.Created);
        var key = await (await administrator.Post($"/admin/v1/clients/{client.Id()}/keys", new { })).Json();
        var reader = app.Stranger();
        reader.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Text("key"));
        return reader;
    }

    /// <summary>An app that acts for a person with a role, and that person: whose the records are that it makes.</summary>
    public static async Task<(HttpClient Client, Guid Id)> Person(this CrmApp app, string role, Guid? unit = null)
    {
        var administrator = app.Administrator();
        var login = $"person-{Guid.CreateVersion7():N}";
        var user = (await (await administrator.Post("/admin/v1/users", new { login, name = "Somebody", roles = new[] { role }, unitId = unit })).Json(HttpStatusCode.Created)).Id();
        var client = (await (await administrator.Post("/admin/v1/clients", new { name = login, actsForId = user, roles = new[] { role }, unitId = unit })).Json(HttpStatusCode.Created)).Id();
        var key = (await (await administrator.Post($"/admin/v1/clients/{client}/keys", new { })).Json()).Text("key");
        var person = app.Stranger();
        person.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return (person, user);
    }

    public static Guid Id(this JsonElement reply) => reply.GetProperty("id").GetGuid();
}
