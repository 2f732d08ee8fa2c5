using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Analysis;
using Crm.Customers.Application.Sampling;
using Crm.Customers.Domain.Sampling;
using Crm.Customers.Persistence;
using Crm.Rendering;
using Crm.Rendering.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Sampling;

/// <summary>Samples of customers: drawn, read, written to a file and drawn again.</summary>
internal static class SampleEndpoints
{
    private static readonly ListSpec<Sample, SampleRow> List = new ListSpec<Sample, SampleRow>("samples")
        .Field("drawnAt", s => s.DrawnAt)
        .Field("name", s => s.Name, sortable: false)
        .Field("method", s => s.Method, sortable: false)
        .Field("segmentId", s => s.SegmentId, sortable: false)
        .DefaultSort("-drawnAt")
        .Key(s => s.Id)
        .Select(SampleRow.FromSample);

    private static readonly ListSpec<DrawnCustomer, DrawnCustomerRow> Members = new ListSpec<DrawnCustomer, DrawnCustomerRow>("sampleMembers")
        .Field("position", m => m.Position)
        .Field("stratum", m => m.Stratum, sortable: false)
        .DefaultSort("position")
        .Key(m => m.CustomerId)
        .Select(DrawnCustomerRow.FromMember);

    private static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("position", new Phrase("No.", "序号"), ValueFormat.Integer),
        new("customerId", new Phrase("Id", "标识"), ValueFormat.Text),
        new("code", new Phrase("Code", "编号"), ValueFormat.Text),
        new("name", new Phrase("Name", "名称"), ValueFormat.Text),
        new("stratum", new Phrase("Stratum", "层"), ValueFormat.Text),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var samples = routes.MapGroup("/samples").WithTags("Samples");
        samples.MapGet("/", Search).WithList(List).Requires(SamplingPermissions.Read);
        samples.MapPost("/", Draw).WithSummary("Draw customers by chance: simple, systematic or stratified").Requires(SamplingPermissions.Write);
        samples.MapGet("/{id:guid}", Get).Requires(SamplingPermissions.Read);
        samples.MapGet("/{id:guid}/members", GetMembers).WithList(Members).Requires(SamplingPermissions.Read);
        samples.MapGet("/{id:guid}/members.csv", Export).Requires(SamplingPermissions.Read);
        samples.MapPost("/{id:guid}/redraw", Redraw).WithSummary("Draw again by the same seed and compare; nothing is kept").Requires(SamplingPermissions.Read);
    }

    private static Task<PageOf<SampleRow>> Search(ListRequest request, CustomersDbContext db, CancellationToken ct) => List.Page(db.Set<Sample>(), request, ct);

    private static async Task<Created<DrawnSampleReply>> Draw(DrawSample command, ICommandHandler<DrawSample, DrawnSampleReply> handler, CancellationToken ct)
    {
        var drawn = await handler.Handle(command, ct);
        return TypedResults.Created($"/api/v1/customers/samples/{drawn.Id}", drawn);
    }

    private static async Task<OneOf<SampleView>> Get(Guid id, OneRequest request, CustomersDbContext db, CallerContext caller, CancellationToken ct)
    {
        var sample = await Find(db, id, ct);
        return request.Answer("samples", SampleView.Of(sample, ShowsStrata(sample, db, caller)), sample.Version);
    }

    private static async Task<PageOf<DrawnCustomerRow>> GetMembers(Guid id, ListRequest request, CustomersDbContext db, CallerContext caller, CancellationToken ct)
    {
        var sample = await Find(db, id, ct);
        return await Members.Page(DrawnCustomer.Of(db, sample.Id, ShowsStrata(sample, db, caller)), request, ct);
    }

    private static async Task<PushStreamHttpResult> Export(Guid id, CustomersDbContext db, CallerContext caller, Transactions transactions, CancellationToken ct)
    {
        var sample = await Find(db, id, ct);
        await transactions.Run(db, _ =>
        {
            db.AddAuditEntry("customers.export-sample", "sample", id);
            return Task.FromResult(true);
        }, ct);
        var members = DrawnCustomer.Of(db, sample.Id, ShowsStrata(sample, db, caller));
        return TypedResults.Stream(
            destination => CsvTableWriter.Write(destination, new TableStream(new Phrase("Sample", "样本"), Columns, Rows(members, caller.Caller)), new ReaderFormat(caller.Language), ct: ct),
            "text/csv", "sample.csv");
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(IQueryable<DrawnCustomer> members, Caller caller)
    {
        await foreach (var member in members.OrderBy(m => m.Position).AsAsyncEnumerable())
            yield return [member.Position, member.CustomerId.Value.ToString(), DrawnCustomerRow.Shown(caller, "code", member.Code), DrawnCustomerRow.Shown(caller, "name", member.Name), member.Stratum];
    }

    private static async Task<Ok<RedrawnSample>> Redraw(Guid id, CustomersDbContext db, SampleFrames frames, CancellationToken ct)
    {
        var sample = await Find(db, id, ct);
        var key = sample.Id;
        var kept = await db.Set<SampleMember>().AsNoTracking().Where(m => m.SampleId == key).OrderBy(m => m.Position).Select(m => m.CustomerId).ToListAsync(ct);
        var frame = await frames.Read(sample.Design, sample.DrawnAt, ct);
        var drawn = frame.Members.Count < sample.Size ? [] : DrawnSample.Of(frame, sample.Design).Members;
        var seen = await DrawnCustomer.Of(db, key, showsStrata: false).Select(m => m.CustomerId).ToListAsync(ct);
        return TypedResults.Ok(RedrawnSample.Of(sample, frame, [.. drawn.Select(m => m.Id)], [.. kept.Select(c => c.Value)], [.. seen.Select(c => c.Value)]));
    }

    /// <summary>Whether the caller may see what the customers of a stratum have in common.</summary>
    private static bool ShowsStrata(Sample sample, CustomersDbContext db, CallerContext caller) => sample.StratifyBy is not { } by
        || Dimensions.All(db, default).FirstOrDefault(d => d.Key == by) is { } dimension && !MaskedText.IsHidden(caller.Caller, dimension.Field);

    private static async Task<Sample> Find(CustomersDbContext db, Guid id, CancellationToken ct)
    {
        var key = new SampleId(id);
        return await db.Set<Sample>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == key, ct) ?? throw new ResourceNotFound("sample", id.ToString());
    }
}
