using System.Net;
using System.Text;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Platform.Access;
using Crm.Host.Platform.Domain;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Platform;

public sealed class LimitTests
{
    private static readonly Grant[] Notes = [new("notes.notes.read", RowScope.All), new("notes.notes.write", RowScope.All)];

    [Fact]
    public async Task A_client_sees_what_it_has_left_and_has_to_wait_when_a_second_is_used_up()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);
        var (_, key) = await app.AddClient("till", grants: Notes, limits: new ClientLimits(RequestsPerSecond: 2, RequestsPerDay: 100));
        var client = app.With(key);

        var first = await client.GetAsync("/api/v1/notes/me");
        var second = await client.GetAsync("/api/v1/notes/me");
        var third = await client.GetAsync("/api/v1/notes/me");

        Header(first, "RateLimit-Policy").ShouldBe("\"second\";q=2;w=1, \"day\";q=100;w=86400");
        Header(first, "RateLimit").ShouldBe("\"second\";r=1;t=1, \"day\";r=99;t=57600");
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        third.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        third.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        app.Time.Advance(TimeSpan.FromSeconds(1));
        (await app.Status(key)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_spent_day_lasts_until_midnight_utc()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);
        var (_, key) = await app.AddClient("till", grants: Notes, limits: new ClientLimits(RequestsPerSecond: 10, RequestsPerDay: 1));
        await app.Status(key);

        var refused = await app.With(key).GetAsync("/api/v1/notes/me");

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromHours(16));
        app.Time.Advance(TimeSpan.FromHours(16));
        (await app.Status(key)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void A_client_that_has_not_called_for_a_day_is_forgotten()
    {
        var time = new FakeTime();
        var budgets = new RequestBudgets(time);
        var (gone, there) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var client in new[] { gone, there }) budgets.Take(client, ClientLimits.Default);
        foreach (var (_, budget) in budgets.Seen) budget.Tell(time.GetUtcNow());

        time.Advance(TimeSpan.FromHours(20));
        budgets.Take(there, ClientLimits.Default);
        time.Advance(TimeSpan.FromHours(20));
        budgets.ForgetIdle();

        budgets.Seen.Select(b => b.Key).ShouldBe([there]);
    }

    [SkippableTheory, EveryProvider]
    public async Task The_day_is_counted_over_all_hosts(DatabaseProvider provider)
    {
        await using var one = await PlatformApp.Start(provider);
        await using var other = await one.StartAnother();
        var (_, key) = await one.AddClient("till", grants: Notes, limits: new ClientLimits(RequestsPerSecond: 10, RequestsPerDay: 3));
        one.LetCachesAge();
        await one.Status(key);
        await one.Status(key);
        (await other.Status(key)).ShouldBe(HttpStatusCode.OK);

        await one.Services.GetRequiredService<AccessUpkeep>().Run(default);
        await other.Services.GetRequiredService<AccessUpkeep>().Run(default);

        (await other.Status(key)).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_body_above_the_limit_of_the_client_is_refused_before_it_is_read()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);
        var (_, key) = await app.AddClient("till", grants: Notes, limits: new ClientLimits(BodyBytes: 100));

        var response = await app.With(key).PostAsync("/api/v1/notes/notes", new StringContent($"{{\"text\":\"{new string('x', 101)}\"}}", Encoding.UTF8, "application/json"));

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).ShouldHaveSingleItem();
}
