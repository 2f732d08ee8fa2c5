using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Host.Platform.Application;
using Crm.Host.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Api;

internal static class SettingEndpoints
{
    public static void Map(IEndpointRouteBuilder admin)
    {
        var settings = admin.MapGroup("/settings").WithTags("Settings");
        settings.MapGet("/", List).Requires(PlatformPermissions.ReadSettings);
        // The first change has no version to name; a later one may.
        settings.MapPut("/{name}", Change).Requires(PlatformPermissions.ManageSettings).WithoutIfMatch();
    }

    private static async Task<IReadOnlyList<SettingRow>> List(
        PlatformDbContext db, IEnumerable<SettingDefinition> definitions, CallerContext caller, CancellationToken ct)
    {
        var chosen = await db.Settings.AsNoTracking().ToDictionaryAsync(s => s.Name, ct);
        return
        [
            .. definitions.OrderBy(d => d.Name, StringComparer.Ordinal).Select(d => new SettingRow(
                d.Name, d.Text.In(caller.Language), d.Kind, chosen.GetValueOrDefault(d.Name)?.Value ?? d.Default, d.Default, chosen.GetValueOrDefault(d.Name)?.Version ?? 0)),
        ];
    }

    private static Task<SettingReply> Change(string name, ChangeSetting command, ICommandHandler<ChangeSetting, SettingReply> handler, CancellationToken ct) =>
        handler.Handle(command with { Name = name }, ct);
}

/// <param name="Version">0 while the default is in force.</param>
internal sealed record SettingRow(string Name, string Text, SettingKind Kind, string Value, string Default, int Version);
