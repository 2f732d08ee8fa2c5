using System.Reflection;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;

namespace Crm.Host.Platform.Api;

/// <summary>What this host is made of: modules, permissions, the words for enum members.</summary>
internal static class CatalogEndpoints
{
    public static void Map(IEndpointRouteBuilder admin)
    {
        var catalog = admin.MapGroup("").WithTags("Catalog");
        catalog.MapGet("/permissions", Permissions).Requires(PlatformPermissions.ReadAccess);
        catalog.MapGet("/modules", Modules).Requires(PlatformPermissions.ReadSettings);
        // No data in it, and every app that shows an enum to people needs it.
        catalog.MapGet("/labels", Labels).AllowEveryCaller();
    }

    private static IReadOnlyList<PermissionRow> Permissions(ModuleCatalog catalog, CallerContext caller) =>
    [
        .. from module in catalog.Descriptions
           from permission in module.Permissions
           orderby permission.Name
           select new PermissionRow(permission.Name, module.Name, permission.Text.In(caller.Language), permission.IsScoped),
    ];

    private static IReadOnlyList<ModuleRow> Modules(ModuleCatalog catalog, IConfiguration configuration)
    {
        var off = configuration.GetSection("Modules").GetChildren()
            .Where(m => catalog.Find(m.Key) is null)
            .Select(m => new ModuleRow(m.Key, Enabled: false, Version: null, [], [], []));
        return [.. catalog.Descriptions.Select(RowOf).Concat(off).OrderBy(m => m.Name, StringComparer.Ordinal)];
    }

    private static ModuleRow RowOf(ModuleDescription module) => new(
        module.Name,
        Enabled: true,
        module.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
        [.. module.Consumers.Select(c => new ConsumerRow(c.Name, [.. c.Events.Select(EventNames.Of)]))],
        [.. module.Jobs.Select(j => new JobRow(j.Name, j.Cron))],
        [.. module.Permissions.Select(p => p.Name)]);

    private static IReadOnlyList<EnumRow> Labels(ModuleCatalog catalog, CallerContext caller) =>
    [
        .. catalog.Descriptions.Select(m => m.Assembly).Append(typeof(Caller).Assembly).Append(typeof(ModuleDbContext).Assembly).Distinct()
            .SelectMany(a => a.GetTypes()).Where(t => t.IsEnum)
            .Select(t => new EnumRow(Names.Kebab(t.Name), LabelsOf(t, caller.Language)))
            .Where(e => e.Members.Count > 0)
            .OrderBy(e => e.Name, StringComparer.Ordinal),
    ];

    private static Dictionary<string, string> LabelsOf(Type type, Language language) => type.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (Member: field.GetValue(null)!, Label: field.GetCustomAttribute<LabelAttribute>()))
        .Where(m => m.Label is not null)
        .ToDictionary(m => Enums.Name(m.Member), m => m.Label!.Phrase.In(language));
}

/// <param name="Scoped">Whether a role says which rows it reaches.</param>
internal sealed record PermissionRow(string Name, string Module, string Text, bool Scoped);

/// <param name="Enabled">False for one that is switched off by configuration.</param>
internal sealed record ModuleRow(
    string Name, bool Enabled, string? Version, IReadOnlyList<ConsumerRow> Consumers, IReadOnlyList<JobRow> Jobs, IReadOnlyList<string> Permissions);

internal sealed record ConsumerRow(string Name, IReadOnlyList<string> Events);

/// <param name="Cron">Quartz expression in UTC, seconds first.</param>
internal sealed record JobRow(string Name, string Cron);

/// <param name="Members">Name in JSON to what people read.</param>
internal sealed record EnumRow(string Name, IReadOnlyDictionary<string, string> Members);
