using System.Text;
using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Tests.Api.Lists;

/// <summary>A depot with its own database, asked as a caller would ask.</summary>
internal sealed class DepotDatabase : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private DepotDatabase(TestDatabase database)
    {
        _database = database;
        Db = Depot.On(database.Provider, database.ConnectionString);
    }

    public Depot Db { get; }

    public FakeTime Time { get; } = new(new DateTimeOffset(2026, 5, 14, 12, 0, 0, TimeSpan.Zero));

    public Caller Caller { get; set; } = Caller.Nobody;

    public static async Task<DepotDatabase> On(DatabaseProvider provider) => new(await TestDatabase.From("depot", provider, async connectionString =>
    {
        await using var db = Depot.On(provider, connectionString);
        await db.Database.EnsureCreatedAsync();
    }));

    public async Task Add(params IEnumerable<object> rows)
    {
        Db.AddRange(rows);
        await Db.SaveChangesAsync();
        Db.ChangeTracker.Clear();
    }

    public ListRequest Request(string query) => new(Parameters(query), Caller, Time, new ServiceCollection().AddSingleton(Db).BuildServiceProvider());

    public Task<PageOf<ParcelRow>> Page(string query) => ParcelList.Spec.Page(Db.Parcels, Request(query), CancellationToken.None);

    /// <summary>The numbers of all found parcels, sorted unless the query sorts.</summary>
    public async Task<string> Numbers(string query)
    {
        var page = await Page(query.Contains("sort=", StringComparison.Ordinal) ? query : $"{query}&sort=number");
        return string.Join(' ', page.Content.Items.Select(p => p.Number));
    }

    public async Task<JsonNode> Json(string query) => await Written(await Page(query));

    public static async Task<JsonNode> Written(IResult result)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        using var body = new MemoryStream();
        context.Response.Body = body;
        await result.ExecuteAsync(context);
        await context.Response.BodyWriter.FlushAsync();
        return JsonNode.Parse(Encoding.UTF8.GetString(body.ToArray()))!;
    }

    public static QueryCollection Parameters(string query) => new(QueryHelpers.ParseQuery(query));

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await _database.DisposeAsync();
    }
}
