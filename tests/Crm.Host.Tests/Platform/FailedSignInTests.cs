using System.Net;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Platform.Access;
using Crm.Host.Platform.Domain;
using Crm.Testing;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Platform;

public sealed class FailedSignInTests
{
    private static readonly IPAddress Somebody = IPAddress.Parse("192.0.2.7");

    [Fact]
    public async Task Who_keeps_sending_wrong_keys_has_to_wait_while_the_right_key_is_let_in()
    {
        await using var app = await PlatformApp.Start(DatabaseProvider.Sqlite);
        var (id, right) = await app.AddClient("till", grants: [new Grant("notes.notes.read", RowScope.All)]);
        var wrong = ApiKeyTokens.Format(id.Value, ApiKeyTokens.NewSecret());
        for (var i = 0; i < FailedSignIns.Free; i++) (await app.Status(wrong)).ShouldBe(HttpStatusCode.Unauthorized);

        var refused = await app.With(wrong).GetAsync("/api/v1/notes/me");

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        (await app.Status("nonsense")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await app.Status(right)).ShouldBe(HttpStatusCode.OK);
        (await app.Status(null)).ShouldBe(HttpStatusCode.Unauthorized, "nothing was tried");
        app.Time.Advance(TimeSpan.FromSeconds(1));
        (await app.Status(wrong)).ShouldBe(HttpStatusCode.Unauthorized);
        (await app.Status(wrong)).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public void The_wait_doubles_up_to_five_minutes_and_is_forgotten_after_a_time_of_quiet()
    {
        var time = new FakeTime();
        var failures = new FailedSignIns(time);
        for (var i = 1; i < FailedSignIns.Free; i++) failures.Record(Somebody).ShouldBeNull();

        var waits = new List<int>();
        for (var i = 0; i < 11; i++)
        {
            failures.Record(Somebody).ShouldBeNull();
            waits.Add(failures.Record(Somebody)!.RetryAfterSeconds);
            time.Advance(TimeSpan.FromSeconds(waits[^1]));
        }

        waits.ShouldBe([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
        time.Advance(TimeSpan.FromMinutes(15));
        for (var i = 0; i < FailedSignIns.Free; i++) failures.Record(Somebody).ShouldBeNull();
        failures.Record(Somebody)!.RetryAfterSeconds.ShouldBe(1);
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void One_address_does_not_wait_for_another_unless_both_are_the_same_subscribers(string guilty, string other, bool waits)
    {
        var failures = new FailedSignIns(new FakeTime());
        for (var i = 0; i < FailedSignIns.Free; i++) failures.Record(IPAddress.Parse(guilty));

        (failures.Record(IPAddress.Parse(other)) is not null).ShouldBe(waits);
    }

    [Fact]
    public void However_many_addresses_try_memory_stays_bounded_and_the_latest_are_known()
    {
        var time = new FakeTime();
        var failures = new FailedSignIns(time);
        for (var i = 0; i < FailedSignIns.MostRemembered + 5000; i++)
        {
            failures.Record(new IPAddress([10, (byte)(i >> 16), (byte)(i >> 8), (byte)i]));
            time.Advance(TimeSpan.FromMilliseconds(1));
        }

        failures.Count.ShouldBeLessThanOrEqualTo(FailedSignIns.MostRemembered);
        for (var i = 0; i < FailedSignIns.Free; i++) failures.Record(Somebody);
        failures.Record(Somebody).ShouldNotBeNull();
    }
}
