using System.Net.Http.Json;
using System.Security.Cryptography;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.Host.Platform.Access;
using Crm.Host.Platform.Application;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Keys;
using Crm.Host.Platform.Persistence;
using Crm.Platform.Contracts;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Platform;

public sealed class KeyTests
{
    [SkippableTheory, EveryProvider]
    public async Task A_person_keeps_one_key_until_it_is_destroyed_and_gets_no_other_after(DatabaseProvider provider)
    {
        await using var one = await PlatformApp.Start(provider);
        await using var other = await one.StartAnother();
        var person = Guid.CreateVersion7();
        var key = await Keys(one).KeyOf(person, default);
        (await Keys(other).KeyOf(person, default)).ShouldBe(key);

        (await Keys(one).Destroy(person, default)).ShouldBeTrue();

        (await Keys(one).KeyOf(person, default)).ShouldBeNull();
        other.LetCachesAge();
        await other.Services.GetRequiredService<AccessUpkeep>().Run(default);
        (await Keys(other).KeyOf(person, default)).ShouldBeNull();
        (await Keys(one).Destroy(person, default)).ShouldBeFalse();
    }

    [SkippableTheory, EveryProvider]
    public async Task A_key_made_in_a_transaction_that_is_rolled_back_is_forgotten_with_it(DatabaseProvider provider)
    {
        await using var app = await PlatformApp.Start(provider);
        var person = Guid.CreateVersion7();
        byte[]? lost;
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
            await using var transaction = await db.Dialect.BeginWrite(db, default);
            lost = await db.Persons.KeyOf(person, default);
            (await db.Persons.KeyOf(person, default)).ShouldBe(lost);
        }

        (await Keys(app).ExistingKeyOf(person, default)).ShouldBeNull();
        (await Keys(app).KeyOf(person, default)).ShouldNotBe(lost);
    }

    [SkippableTheory, EveryProvider]
    public async Task Two_who_meet_a_person_at_the_same_time_agree_on_one_key(DatabaseProvider provider)
    {
        await using var app = await PlatformApp.Start(provider);
        var person = Guid.CreateVersion7();

        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await Keys(app).KeyOf(person, default))));

        keys.Select(k => Convert.ToHexString(k!)).Distinct().ShouldHaveSingleItem();
    }

    [SkippableTheory, EveryProvider]
    public async Task An_erased_user_is_blank_in_what_was_published_and_audited(DatabaseProvider provider)
    {
        await using var app = await PlatformApp.Start(provider);
        var user = await app.Send<AddUser, UserReply>(new AddUser("mei", "Mei", "mei@example.org", null, null, null, null));
        var published = await app.Do(db => db.Outbox.Where(m => m.EventName == "platform.user-changed.v1").Select(m => m.Body).SingleAsync());
        published.ShouldNotContain("mei@example.org");
        (await Read(app, published)).Email.ShouldBe("mei@example.org");

        var erased = await app.Send<ErasePerson, ErasureReply>(new ErasePerson("request 7") { PersonId = user.Id });

        erased.HadKey.ShouldBeTrue();
        (await Read(app, published)).Email.ShouldBeNull();
        var now = await app.Do(db => db.Users.SingleAsync());
        (now.Name, now.Email, now.Active).ShouldBe(("", null, false));
        (await app.Do(db => db.Audit.Select(a => a.Changes).ToListAsync())).ShouldAllBe(changes => changes == null || !changes.Contains("mei@example.org"));
        (await app.Do(db => db.Outbox.AnyAsync(m => m.EventName == "platform.person-erasure-requested.v1"))).ShouldBeTrue();
    }

    [SkippableTheory, EveryProvider]
    public async Task A_person_who_never_had_a_key_can_be_erased(DatabaseProvider provider)
    {
        await using var app = await PlatformApp.Start(provider);
        var person = Guid.CreateVersion7();

        (await app.Send<ErasePerson, ErasureReply>(new ErasePerson("request 8") { PersonId = person })).HadKey.ShouldBeFalse();

        (await Keys(app).KeyOf(person, default)).ShouldBeNull();
    }

    [SkippableTheory, EveryProvider]
    public async Task A_new_data_key_is_known_to_all_hosts_before_one_uses_it_and_then_rewrites_every_column(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Empty(provider);
        var time = new FakeTime();
        await using var one = await PlatformApp.StartOn(database, time);
        await using var other = await PlatformApp.StartOn(database, time);
        await one.With(one.AdministratorKey).PostAsJsonAsync("/api/v1/notes/notes", new WriteNote("kept"));
        var user = await one.Send<AddUser, UserReply>(new AddUser("mei", "Mei", "mei@example.org", null, null, null, null));

        await one.Send<RotateDataKey, RotatedKey>(new RotateDataKey());
        await Settle(one, other);
        (Ring(one).CurrentNumber, Ring(other).CurrentNumber).ShouldBe((1, 1));
        time.Advance(DataKeys.Introduction);
        await Settle(one, other);
        (Ring(one).CurrentNumber, Ring(other).CurrentNumber).ShouldBe((2, 2));
        (await one.Services.GetRequiredService<KeyRotation>().Run(default)).ShouldBe(0, "another host might still write with the old key");

        time.Advance(DataKeys.Introduction);
        var rewritten = await one.Services.GetRequiredService<KeyRotation>().Run(default);

        rewritten.ShouldBe(4, "a note, an e-mail address and the keys of the note's and the user's person");
        (await one.Services.GetRequiredService<KeyRotation>().Run(default)).ShouldBe(0);
        (await one.Do(db => db.DataKeys.Where(k => k.Number == 2).Select(k => k.ReencryptedAt).SingleAsync())).ShouldBe(time.GetUtcNow());
        (await other.With(one.AdministratorKey).GetFromJsonAsync<string[]>("/api/v1/notes/notes")).ShouldBe(["kept"]);
        (await other.Do(db => db.Users.SingleAsync(u => u.Id == new UserId(user.Id)))).Email.ShouldBe("mei@example.org");
    }

    [Fact]
    public async Task A_rotation_waits_until_the_last_one_is_done()
    {
        await using var app = await PlatformApp.StartNew(DatabaseProvider.Sqlite);
        await app.Send<RotateDataKey, RotatedKey>(new RotateDataKey());

        (await Should.ThrowAsync<RuleBroken>(() => app.Send<RotateDataKey, RotatedKey>(new RotateDataKey()))).Rule.ShouldBe(PlatformRules.DataKeyIsYoung);
    }

    [SkippableTheory, EveryProvider]
    public async Task The_master_key_is_changed_over_by_one_start_with_both(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Empty(provider);
        var fresh = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        await using (var before = await PlatformApp.StartOn(database, new FakeTime()))
            await before.Send<AddUser, UserReply>(new AddUser("mei", "Mei", "mei@example.org", null, null, null, null));

        (await Should.ThrowAsync<StartupFailure>(() => PlatformApp.StartOn(database, new FakeTime(), ("Keys:Master", fresh))))
            .Message.ShouldContain("Keys:PreviousMaster");
        await using (await PlatformApp.StartOn(database, new FakeTime(), ("Keys:Master", fresh), ("Keys:PreviousMaster", PlatformApp.MasterKey)))
        await using (var after = await PlatformApp.StartOn(database, new FakeTime(), ("Keys:Master", fresh)))
            (await after.Do(db => db.Users.SingleAsync())).Email.ShouldBe("mei@example.org");
    }

    [Fact]
    public void A_server_without_a_master_key_does_not_start() =>
        Should.Throw<StartupFailure>(() => MasterKey.Of(new KeyOptions(), new DatabaseOptions { Provider = DatabaseProvider.Postgres }))
            .Message.ShouldContain("openssl rand -base64 32");

    [Fact]
    public void On_sqlite_a_master_key_is_made_once_and_readable_by_its_owner_only()
    {
        var folder = Directory.CreateTempSubdirectory("crm-master-key-");
        try
        {
            var options = new DatabaseOptions { ConnectionString = $"Data Source={Path.Combine(folder.FullName, "crm.db")}" };
            var first = MasterKey.Of(new KeyOptions(), options);

            MasterKey.Of(new KeyOptions(), options).Fingerprint.ShouldBe(first.Fingerprint);
            if (!OperatingSystem.IsWindows())
                File.GetUnixFileMode(Path.Combine(folder.FullName, "master.key")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IPersonKeys Keys(PlatformApp app) => app.Services.GetRequiredService<IPersonKeys>();

    private static KeyRing Ring(PlatformApp app) => app.Services.GetRequiredService<KeyRing>();

    private static async Task Settle(params PlatformApp[] apps)
    {
        apps[0].LetCachesAge();
        foreach (var app in apps) await app.Services.GetRequiredService<AccessUpkeep>().Run(default);
    }

    private static async Task<UserChangedV1> Read(PlatformApp app, string body) =>
        (UserChangedV1)await PersonalJson.Read(body, typeof(UserChangedV1), Keys(app), default);
}
