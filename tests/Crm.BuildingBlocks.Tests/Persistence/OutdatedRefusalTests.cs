using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Tests.Messaging;
using Crm.BuildingBlocks.Tests.Messaging.Sender;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Persistence;

public sealed class OutdatedRefusalTests
{
    private static readonly Rule NotMovedOnce = new("test.not-moved-once", new Phrase("It was not moved once.", "未移动一次。"));

    [SkippableFact]
    public async Task What_was_refused_for_a_state_that_somebody_else_has_ended_is_decided_again()
    {
        // SQLite has one writer at a time: nobody can change what is being decided on.
        await using var database = await MessagingHost.Database(DatabaseProvider.Postgres);
        await using var host = new MessagingHost(DatabaseProvider.Postgres, database.ConnectionString);
        await host.Send(1, parcel => parcel.Weigh());
        var attempts = 0;

        var moves = await Refusing(host, async parcel =>
        {
            if (attempts++ == 0) await host.Commit<SenderContext>(db => db.Parcels.Single().Move());
            return parcel.Version == 2;
        });

        (moves, attempts).ShouldBe((null, 2));
    }

    [SkippableTheory, EveryProvider]
    public async Task What_nobody_else_has_changed_is_refused_at_once(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString);
        await host.Send(1, parcel => parcel.Weigh());
        var attempts = 0;

        var refused = await Refusing(host, parcel =>
        {
            attempts++;
            parcel.CountClaim();
            return Task.FromResult(false);
        });

        (refused, attempts).ShouldBe((NotMovedOnce, 1));
    }

    /// <returns>The rule by which the parcel was refused in the end.</returns>
    private static Task<Rule?> Refusing(MessagingHost host, Func<Parcel, Task<bool>> accepts) => host.In<SenderContext, Rule?>(async db =>
    {
        try
        {
            return await host.Services.GetRequiredService<Transactions>().Run<Rule?>(
                db, async ct => await accepts(await db.Parcels.SingleAsync(ct)) ? null : throw NotMovedOnce.Broken(), CancellationToken.None);
        }
        catch (RuleBroken broken)
        {
            return broken.Rule;
        }
    });
}
