using System.Globalization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Audit;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;

namespace Crm.Host.Platform.Api;

/// <summary>The audit trails of all modules, and whether somebody has meddled with them.</summary>
internal static class AuditEndpoints
{
    private const int UsualLimit = 50;

    private static readonly string[] OfOneModule = ["sort", "cursor", "total"];

    private static readonly Phrase OnlyOfOneModule = new(
        "Over all modules entries come newest first; go on with filter[at][lt]. Ask /admin/v1/audit/{{module}} for sort, cursor and total.",
        "跨模块查询按时间倒序返回，请用 filter[at][lt] 继续；sort、cursor 和 total 请使用 /admin/v1/audit/{{module}}。");

    private static readonly ListSpec<AuditEntry, AuditRow> Spec = new ListSpec<AuditEntry, AuditRow>("audit")
        .Key(a => a.Position)
        .Field("at", a => a.At)
        .Field("callerId", a => a.CallerId, sortable: false)
        .Field("callerName", a => a.CallerName, sortable: false)
        .Field("action", a => a.Action, sortable: false)
        .Field("recordType", a => a.RecordType, sortable: false)
        .Field("recordId", a => a.RecordId, sortable: false)
        .Field("traceId", a => a.TraceId, sortable: false)
        .DefaultSort("-at")
        .Select(a => new AuditRow(
            a.Position, a.At, a.CallerId, a.CallerKind, a.CallerName, a.RemoteAddress, a.TraceId, a.Action, a.RecordType, a.RecordId, a.Version,
            AuditChanges.WithoutPersonalValues(a.Changes), a.SealNumber));

    public static void Map(IEndpointRouteBuilder admin)
    {
        var audit = admin.MapGroup("/audit").WithTags("Audit").Requires(PlatformPermissions.ReadAudit);
        audit.MapGet("/", OfAll).WithMetadata(Spec.Describe());
        audit.MapGet("/{module}", OfOne).WithMetadata(Spec.Describe());
        audit.MapGet("/seals", Verify);
    }

    private static Task<PageOf<AuditRow>> OfOne(string module, ModuleCatalog catalog, ListRequest request, CancellationToken ct) =>
        Spec.Page(Context(catalog.Find(module) ?? throw new ResourceNotFound("module", module), request.Services).Audit, request, ct);

    private static async Task<AuditOfAll> OfAll(ModuleCatalog catalog, ListRequest request, CancellationToken ct)
    {
        if (OfOneModule.FirstOrDefault(request.Query.ContainsKey) is { } refused) throw new InvalidInput(refused, OnlyOfOneModule);
        var found = new List<AuditOfModule>();
        foreach (var module in WithDatabase(catalog))
        {
            var page = await Spec.Page(Context(module, request.Services).Audit, request, ct);
            found.AddRange(page.Content.Items.Select(entry => new AuditOfModule(module.Name, entry)));
        }

        var limit = int.TryParse(request.Query["limit"], CultureInfo.InvariantCulture, out var asked) ? asked : UsualLimit;
        return new AuditOfAll([.. found.OrderByDescending(e => e.Entry.At).Take(limit)]);
    }

    private static async Task<IReadOnlyList<AuditVerdict>> Verify(ModuleCatalog catalog, IServiceProvider services, CancellationToken ct)
    {
        var verdicts = new List<AuditVerdict>();
        foreach (var module in WithDatabase(catalog)) verdicts.Add(await AuditVerifier.Verify(Context(module, services), ct));
        return verdicts;
    }

    private static IEnumerable<ModuleDescription> WithDatabase(ModuleCatalog catalog) => catalog.Descriptions.Where(m => m.Context is not null);

    private static ModuleDbContext Context(ModuleDescription module, IServiceProvider services) => (ModuleDbContext)services.GetRequiredService(module.Context!);
}

/// <summary>Newest first.</summary>
internal sealed record AuditOfAll(IReadOnlyList<AuditOfModule> Items);

internal sealed record AuditOfModule(string Module, AuditRow Entry);

/// <param name="Changes">Property path to value before and after; personal values are not shown.</param>
/// <param name="SealNumber">Place in the module's chain; null for some seconds after the commit.</param>
internal sealed record AuditRow(
    long Position,
    DateTimeOffset At,
    Guid CallerId,
    CallerKind CallerKind,
    string CallerName,
    string? RemoteAddress,
    string? TraceId,
    string Action,
    string? RecordType,
    Guid? RecordId,
    int? Version,
    IReadOnlyDictionary<string, object?>? Changes,
    long? SealNumber);
