using System.Text;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Tests.LongWork;

/// <summary>Imports of gadgets without a web server.</summary>
internal static class Uploads
{
    public const string Profile = """
        { "target": "long-work.gadgets", "key": { "system": "shop", "columns": ["Id"] },
          "fields": { "name": { "column": "Name" }, "price": { "column": "Price" } } }
        """;

    public const string ProfileWithParts = """
        { "target": "long-work.gadgets", "key": { "system": "shop", "columns": ["Id"] },
          "fields": { "name": { "column": "Name" }, "price": { "column": "Price" } },
          "details": { "field": "parts", "key": ["Gadget"], "fields": { "part": { "column": "Part" }, "count": { "column": "Count" } } } }
        """;

    public static Task<OperationId> Import(this LongWorkHost host, string csv, bool isDryRun = false, string profile = Profile, string? details = null) =>
        host.Import(Encoding.UTF8.GetBytes(csv), isDryRun, profile, details);

    public static Task<OperationId> Import(this LongWorkHost host, byte[] csv, bool isDryRun = false, string profile = Profile, string? details = null) =>
        host.In(LongWorkHost.Root, async (services, _) =>
        {
            using var parts = new MultipartFormDataContent
            {
                { new StringContent(profile), "profile" },
                { new StringContent(isDryRun ? "true" : "false"), "dryRun" },
                { new ByteArrayContent(csv), "file", "gadgets.csv" },
            };
            if (details is not null) parts.Add(new StringContent(details), "details", "parts.csv");
            var http = new DefaultHttpContext { RequestServices = services };
            http.Request.ContentType = parts.Headers.ContentType!.ToString();
            http.Request.Body = await parts.ReadAsStreamAsync();
            return await services.GetRequiredService<ImportDesk>().Upload(LongWorkModule.ModuleName, http.Request, default);
        });

    /// <summary>Uploads, runs and tells what came of it.</summary>
    public static async Task<Outcome> Imported(this LongWorkHost host, string csv, bool isDryRun = false, string profile = Profile, string? details = null) =>
        await host.Finished(await host.Import(csv, isDryRun, profile, details));

    public static async Task<Outcome> Imported(this LongWorkHost host, byte[] csv, bool isDryRun = false, string profile = Profile) =>
        await host.Finished(await host.Import(csv, isDryRun, profile));

    public static async Task<Outcome> Finished(this LongWorkHost host, OperationId id)
    {
        await host.RunAll();
        var view = await host.View(LongWorkHost.Root, id);
        var import = await host.In(LongWorkHost.Root, (_, db) => db.Set<Import>().AsNoTracking().SingleAsync(i => i.OperationId == id.Value));
        return new Outcome(view.State, import.Created, import.Updated, import.Unchanged, import.Failed, [.. view.Problems.Select(p => (p.Line, p.Field, p.Code))]);
    }

    public static Task<List<Gadget>> Gadgets(this LongWorkHost host) =>
        host.In(LongWorkHost.Root, (_, db) => db.Gadgets.AsNoTracking().OrderBy(g => g.ExternalId).ToListAsync());
}

internal sealed record Outcome(
    OperationState State, long Created, long Updated, long Unchanged, long Failed, IReadOnlyList<(long? Line, string? Field, string Code)> Problems)
{
    public (long Created, long Updated, long Unchanged, long Failed) Counts => (Created, Updated, Unchanged, Failed);
}
