using System.Net;
using Crm.Host.Tests.App;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

[Collection(OneHost.Name)]
public sealed class HealthTests(SharedApp shared)
{
    [Fact]
    public async Task Readiness_names_what_it_looked_at_and_tells_strangers_nothing_more()
    {
        var app = shared.App;

        var health = await (await app.Stranger().GetAsync("/health/ready")).Json();

        health.Text("status").ShouldBe("healthy");
        health.GetProperty("checks").EnumerateObject().Select(c => c.Name).ShouldBe(["messages", "database", "jobs"], ignoreOrder: true);
        (await app.Stranger().GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
