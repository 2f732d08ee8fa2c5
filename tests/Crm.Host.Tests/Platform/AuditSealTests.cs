using Crm.BuildingBlocks.Hosting.Audit;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Platform.Application;
using Crm.Host.Platform.Persistence;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Platform;

public sealed class AuditSealTests
{
    private const long Newest = 7;

    [SkippableTheory, EveryProvider]
    public async Task Every_committed_entry_is_sealed_and_the_chain_is_whole(DatabaseProvider provider)
    {
        await using var app = await PlatformApp.Start(provider);
        await AddUnits(app, 3);
        await Seal(app);
        await AddUnits(app, 2, from: 3);
        await Seal(app);

        var verdict = await Verify(app);

        (verdict.FirstFault, verdict.Unsealed).ShouldBe((null, 0));
        verdict.Sealed.ShouldBe(await app.Do(db => db.Audit.LongCountAsync()));
    }

    [SkippableTheory, EveryProvider]
    public async Task Sealers_on_several_hosts_take_turns(DatabaseProvider provider)
    {
        await using var app = await PlatformApp.Start(provider);
        await AddUnits(app, 20);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Seal(app))));

        var verdict = await Verify(app);
        verdict.FirstFault.ShouldBeNull();
        verdict.Unsealed.ShouldBe(0);
    }

    [SkippableTheory]
    [EveryProvider("who", AuditFault.Changed, 2L)]
    [EveryProvider("what", AuditFault.Changed, 2L)]
    [EveryProvider("removed", AuditFault.Missing, 2L)]
    [EveryProvider("removed and renumbered", AuditFault.Changed, 2L)]
    [EveryProvider("cut off", AuditFault.CutOff, Newest)]
    public async Task Tampering_is_found_where_it_happened(DatabaseProvider provider, string how, AuditFault fault, long at)
    {
        await using var app = await PlatformApp.Start(provider);
        await AddUnits(app, 2);
        await Seal(app);
        (await Verify(app)).Sealed.ShouldBe(Newest, "four roles and a client at the first start, nothing at the second, and two units");

        await app.Do(async db =>
        {
            var second = db.Audit.Where(a => a.SealNumber == 2);
            await (how switch
            {
                "who" => second.ExecuteUpdateAsync(set => set.SetProperty(a => a.CallerName, "somebody else")),
                "what" => second.ExecuteUpdateAsync(set => set.SetProperty(a => a.Changes, "{}")),
                "cut off" => db.Audit.Where(a => a.SealNumber == Newest).ExecuteDeleteAsync(),
                _ => second.ExecuteDeleteAsync(),
            });
            if (how.Contains("renumbered", StringComparison.Ordinal))
            {
                for (var number = 3L; number <= Newest; number++)
                {
                    var (old, moved) = (number, number - 1);
                    await db.Audit.Where(a => a.SealNumber == old).ExecuteUpdateAsync(set => set.SetProperty(a => a.SealNumber, moved));
                }
            }

            return true;
        });

        var verdict = await Verify(app);
        (verdict.FirstFault, verdict.AtNumber).ShouldBe((fault, at));
    }

    [SkippableTheory, EveryProvider]
    public async Task Erasing_a_person_breaks_no_seal(DatabaseProvider provider)
    {
        await using var app = await PlatformApp.Start(provider);
        var user = await app.Send<AddUser, UserReply>(new AddUser("mei", "Mei", "mei@example.org", null, null, null, null));
        await Seal(app);

        await app.Send<ErasePerson, ErasureReply>(new ErasePerson("request 9") { PersonId = user.Id });
        await Seal(app);

        (await Verify(app)).FirstFault.ShouldBeNull();
    }

    private static async Task AddUnits(PlatformApp app, int count, int from = 0)
    {
        for (var i = from; i < from + count; i++) await app.Send<AddOrgUnit, OrgUnitReply>(new AddOrgUnit($"u{i}", $"Unit {i}", null));
    }

    private static async Task Seal(PlatformApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await AuditSealer.Seal(scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), default);
    }

    private static async Task<AuditVerdict> Verify(PlatformApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await AuditVerifier.Verify(scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), default);
    }
}
