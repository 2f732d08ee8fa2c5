using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Access;
using Crm.Host.Platform.Application;
using Crm.Host.Platform.Keys;
using Crm.Host.Platform.Persistence;

namespace Crm.Host.Platform;

/// <summary>What must be there before anything is read or anybody is let in. Runs after the migrations and before everything else.</summary>
internal static class PlatformStart
{
    /// <returns>The administrator's key if this was the first start of an installation. It cannot be had again.</returns>
    public static async Task<string?> Run(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateJobScope("start");
        var provider = scope.ServiceProvider;
        await provider.GetRequiredService<DataKeys>().Prepare(provider.GetRequiredService<PlatformDbContext>(), ct);
        await provider.GetRequiredService<ICommandHandler<FollowDeclaredPermissions, int>>().Handle(new FollowDeclaredPermissions(), ct);
        var secret = ApiKeyTokens.NewSecret();
        var first = await provider.GetRequiredService<ICommandHandler<MakeFirstClient, FirstClient>>().Handle(new MakeFirstClient(secret), ct);
        if (first.Id is not { } client) return null;
        var key = ApiKeyTokens.Format(client, secret);
        // To whoever started the host and to nobody else: a log would keep it.
        await Console.Out.WriteLineAsync(Notice(client, key));
        return key;
    }

    private static string Notice(Guid client, string key) => $"""

        The administrator's API key, shown this once:

            {key}

        Replace it when you have signed in with it: POST /admin/v1/clients/{client}/keys gives a second key;
        then POST /admin/v1/clients/{client}/keys/<id of this one>/revoke; GET /admin/v1/clients/{client} shows the ids.

        """;
}
