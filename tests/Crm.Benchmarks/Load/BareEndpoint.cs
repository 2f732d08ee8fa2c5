using System.Net;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.Benchmarks.Load;

/// <summary>What the framework alone can do on this machine: one pooled context, one compiled query, one row, as JSON.</summary>
internal sealed class BareEndpoint : IAsyncDisposable
{
    private static readonly Func<BareContext, int, Task<BareRow?>> ById =
        EF.CompileAsyncQuery((BareContext db, int id) => db.Rows.AsNoTracking().FirstOrDefault(r => r.Id == id));

    private readonly WebApplication _app;

    private BareEndpoint(WebApplication app, HttpClient http)
    {
        _app = app;
        Http = http;
    }

    private HttpClient Http { get; }

    public static async Task<BareEndpoint> Start(DatabaseProvider provider, string connectionString)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddDbContextPool<BareContext>(options => _ = provider == DatabaseProvider.Sqlite
            ? options.UseSqlite(connectionString)
            : options.UseNpgsql($"{connectionString};Max Auto Prepare=20"));
        var app = builder.Build();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<BareContext>();
            // The database may hold other tables, which would count as created already.
            await db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
            db.Rows.AddRange(Enumerable.Range(1, BareContext.Count).Select(i => new BareRow { Name = $"Row {i}", City = "Köln", Total = i }));
            await db.SaveChangesAsync();
        }

        app.MapGet("/rows/{id:int}", async (int id, BareContext db) => await ById(db, id) is { } row ? Results.Ok(row) : Results.NotFound());
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new BareEndpoint(app, new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = new Uri(address) });
    }

    public async Task<bool> Read(CancellationToken ct)
    {
        using var reply = await Http.GetAsync($"/rows/{Random.Shared.Next(1, BareContext.Count)}", ct);
        await reply.Content.ReadAsByteArrayAsync(ct);
        return reply.IsSuccessStatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}

internal sealed class BareContext(DbContextOptions<BareContext> options) : DbContext(options)
{
    public const int Count = 1000;

    public DbSet<BareRow> Rows => Set<BareRow>();
}

internal sealed class BareRow
{
    public int Id { get; init; }

    public required string Name { get; init; }

    public required string City { get; init; }

    public int Total { get; init; }
}
