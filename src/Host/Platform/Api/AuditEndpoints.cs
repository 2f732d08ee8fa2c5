using System.Globalization;
using System.Text.Json;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Audit;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Application;
using Crm.Host.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Api;

/// <summary>The audit trails of all modules, and whether somebody has meddled with them.</summary>
internal static class AuditEndpoints
{
    private const int UsualLimit = 50;

    private static readonly string[] OfOneModule = ["sort", "fields", "total"];

    private static readonly Phrase OnlyOfOneModule = new(
        "Over all modules entries come newest first and whole. Ask /admin/v1/audit/{module} for sort, fields and total.",
        "跨模块查询按时间倒序返回完整条目；sort、fields 和 total 请使用 /admin/v1/audit/{module}。");

    private static readonly ListSpec<AuditEntry, AuditRow> Unmasked = SpecFor(Caller.Nobody);

    private static ListSpec<AuditEntry, AuditRow> SpecFor(Caller reader) => new ListSpec<AuditEntry, AuditRow>("audit")
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
            AuditChanges.ShownTo(reader, a.Changes), a.SealNumber));

    public static void Map(IEndpointRouteBuilder admin)
    {
        var audit = admin.MapGroup("/audit").WithTags("Audit").Requires(PlatformPermissions.ReadAudit);
        audit.MapGet("/", OfAll).WithList(Unmasked);
        audit.MapGet("/{module}", OfOne).WithList(Unmasked);
        audit.MapGet("/seals", Seals).WithSummary("What the last verification found");
        audit.MapPost("/verify", Verify).WithSummary("Follows the chains of all modules from their beginning, as long work");
    }

    private static Task<PageOf<AuditRow>> OfOne(string module, ModuleCatalog catalog, ListRequest request, CancellationToken ct) =>
        For(request).Page(request.Services.ContextOf(catalog.Find(module) ?? throw new ResourceNotFound("module", module)).Audit, request, ct);

    private static async Task<AuditOfAll> OfAll(ModuleCatalog catalog, ListRequest request, CancellationToken ct)
    {
        if (OfOneModule.FirstOrDefault(request.Query.ContainsKey) is { } refused) throw new InvalidInput(refused, OnlyOfOneModule);
        var (spec, after, isLast) = (For(request), AuditMark.Read(request.Query["cursor"]), true);
        var ofOne = request.Without("cursor");
        var found = new List<AuditOfModule>();
        foreach (var module in WithDatabase(catalog))
        {
            var page = await spec.Page(request.Services.ContextOf(module).Audit.Where(AuditMark.Behind(after, module.Name)), ofOne, ct);
            isLast &= page.Content.NextCursor is null;
            found.AddRange(page.Content.Items.Select(entry => new AuditOfModule(module.Name, entry)));
        }

        var limit = int.TryParse(request.Query["limit"], CultureInfo.InvariantCulture, out var asked) ? asked : UsualLimit;
        var shown = found.OrderByDescending(e => e.Entry.At).ThenBy(e => e.Module, StringComparer.Ordinal).ThenByDescending(e => e.Entry.Position).Take(limit).ToList();
        return new AuditOfAll(shown, isLast && shown.Count == found.Count ? null : AuditMark.Of(shown[^1]));
    }

    private static ListSpec<AuditEntry, AuditRow> For(ListRequest request) => request.Caller.Masks.Count == 0 ? Unmasked : SpecFor(request.Caller);

    private static async Task<SealReport> Seals(PlatformDbContext db, CancellationToken ct)
    {
        var last = await db.Operations.AsNoTracking()
            .Where(o => o.Kind == AuditVerification.Kind && o.State == OperationState.Succeeded)
            .OrderByDescending(o => o.CreatedAt).Select(o => new { o.FinishedAt, o.Result }).FirstOrDefaultAsync(ct);
        var found = last is null ? [] : JsonSerializer.Deserialize<VerifiedAudit>(last.Result!, EventJson.Options)!.Verdicts;
        return new SealReport(last?.FinishedAt, found);
    }

    private static async Task<AcceptedOperation> Verify(ICommandHandler<VerifyAudit, OperationId> handler, CancellationToken ct) =>
        Operations.Accepted(await handler.Handle(new VerifyAudit(), ct));

    private static IEnumerable<ModuleDescription> WithDatabase(ModuleCatalog catalog) => catalog.Descriptions.Where(m => m.Context is not null);
}

/// <param name="VerifiedAt">Null when nobody asked for it yet.</param>
/// <param name="Verdicts">One for each module.</param>
internal sealed record SealReport(DateTimeOffset? VerifiedAt, IReadOnlyList<AuditVerdict> Verdicts);

/// <param name="Items">Newest first; of one moment module by module.</param>
/// <param name="NextCursor">Absent on the last page.</param>
internal sealed record AuditOfAll(IReadOnlyList<AuditOfModule> Items, string? NextCursor);

internal sealed record AuditOfModule(string Module, AuditRow Entry);

/// <param name="Changes">Property path to value before and after; personal values are not shown, and what is masked to the reader is left out.</param>
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
