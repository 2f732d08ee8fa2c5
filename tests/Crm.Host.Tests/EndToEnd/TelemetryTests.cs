using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Crm.Host.Tests.App;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

public sealed class TelemetryTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task Where_a_collector_is_named_the_spans_of_a_request_and_its_command_arrive_there_and_metrics_too()
    {
        var received = new ConcurrentDictionary<string, ConcurrentQueue<byte[]>>();
        await using var collector = await Collector(received);
        var app = await CrmApp.Start(settings: [("Telemetry:Endpoint", collector.Urls.Single()), ("Telemetry:Protocol", "HttpProtobuf")]);
        using (var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/sales-orders/categories") { Content = Body("""{ "code": "tea", "names": { "english": "Tea", "chinese": "茶" } }""") })
        {
            request.Headers.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");
            await (await app.Administrator().SendAsync(request)).Json(HttpStatusCode.Created);
        }

        // What waits is sent at the end.
        await app.DisposeAsync();

        var spans = All("/v1/traces");
        var ofRequest = Count(spans, Convert.FromHexString(Trace));
        ofRequest.ShouldBeGreaterThanOrEqualTo(2, "The request and its command belong to the trace of whoever called.");
        foreach (var name in new[] { "AddCategory", "/api/v1/sales-orders/categories", "http.request.method" }) Count(spans, Encoding.UTF8.GetBytes(name)).ShouldBePositive(name);
        var metrics = All("/v1/metrics");
        foreach (var name in new[] { "http.server.request.duration", "AddCategory" }) Count(metrics, Encoding.UTF8.GetBytes(name)).ShouldBePositive(name);

        byte[] All(string path) => [.. received.GetValueOrDefault(path, []).SelectMany(body => body)];
    }

    private static StringContent Body(string json) => new(json, Encoding.UTF8, "application/json");

    private static int Count(ReadOnlySpan<byte> all, ReadOnlySpan<byte> sought)
    {
        var count = 0;
        for (int at; (at = all.IndexOf(sought)) >= 0; count++) all = all[(at + sought.Length)..];
        return count;
    }

    /// <summary>Keeps what is posted to it, by address.</summary>
    private static async Task<WebApplication> Collector(ConcurrentDictionary<string, ConcurrentQueue<byte[]>> received)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var collector = builder.Build();
        collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.GetOrAdd(context.Request.Path, _ => []).Enqueue(body.ToArray());
            context.Response.ContentType = "application/x-protobuf";
        });
        await collector.StartAsync();
        return collector;
    }
}
