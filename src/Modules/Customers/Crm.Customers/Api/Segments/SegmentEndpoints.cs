using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Audit;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Listing;
using Crm.Customers.Application.Segments;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Segments;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Segments;

/// <summary>Segments: their rules in versions, who belongs to them, and lists of who belonged to them.</summary>
internal static class SegmentEndpoints
{
    private const string Resource = "segments";

    private static readonly ListSpec<Segment, SegmentRow> List = new ListSpec<Segment, SegmentRow>(Resource)
        .Field("name", s => s.Name)
        .Field("createdAt", s => s.CreatedAt, sortable: false)
        .DefaultSort("name")
        .Key(s => s.Id)
        .Select(SegmentRow.FromSegment);

    private static readonly ListSpec<SegmentFreeze, FreezeView> Freezes = new ListSpec<SegmentFreeze, FreezeView>("segmentFreezes")
        .Field("frozenAt", f => f.FrozenAt)
        .DefaultSort("-frozenAt")
        .Key(f => f.Id)
        .Select(f => new FreezeView(f.Id, f.SegmentVersion, f.FrozenAt, f.Count));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var segments = routes.MapGroup("/segments").WithTags("Segments");
        segments.MapGet("/", Search).WithList(List).Requires(SegmentsPermissions.Read);
        segments.MapPost("/", Describe).Requires(SegmentsPermissions.Write);
        segments.MapPost("/preview", Preview).WithSummary("How many customers each node of the rules finds, and a few of them").Requires(SegmentsPermissions.Read);
        segments.MapGet("/{id:guid}", Get).Requires(SegmentsPermissions.Read);
        segments.MapPut("/{id:guid}", Change).Requires(SegmentsPermissions.Write);
        segments.MapPost("/{id:guid}/publish", Publish).Requires(SegmentsPermissions.Publish);
        segments.MapPost("/{id:guid}/retire", Retire).Requires(SegmentsPermissions.Publish);
        segments.MapGet("/{id:guid}/members", Members).WithList(CustomerList.Basic).WithSummary("Who belongs to the version in force now").Requires(SegmentsPermissions.Read);
        segments.MapPost("/{id:guid}/freeze", Freeze).WithSummary("Write down who belongs to it now").Requires(SegmentsPermissions.Publish);
        segments.MapGet("/{id:guid}/freezes", GetFreezes).WithList(Freezes).Requires(SegmentsPermissions.Read);
        segments.MapGet("/{id:guid}/freezes/{freezeId:guid}/members", Frozen).WithList(CustomerList.Basic).Requires(SegmentsPermissions.Read);
        segments.MapHistory<CustomersDbContext, Segment>(SegmentsPermissions.Read, One);
    }

    private static Task<PageOf<SegmentRow>> Search(ListRequest request, CustomersDbContext db, CancellationToken ct) => List.Page(db.Set<Segment>(), request, ct);

    private static async Task<OneOf<SegmentView>> Get(Guid id, OneRequest request, CustomersDbContext db, CancellationToken ct)
    {
        var segment = await Find(db, id, ct);
        return request.Answer(Resource, SegmentView.Of(segment), segment.Version);
    }

    private static async Task<Created<SegmentReply>> Describe(DescribeSegment command, ICommandHandler<DescribeSegment, SegmentReply> handler, CancellationToken ct)
    {
        var reply = await handler.Handle(command, ct);
        return TypedResults.Created($"/api/v1/customers/segments/{reply.Id}", reply);
    }

    private static async Task<Ok<SegmentReply>> Change(Guid id, SegmentInput segment, ICommandHandler<ChangeSegment, SegmentReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ChangeSegment(id, segment), ct));

    private static async Task<Ok<SegmentReply>> Publish(Guid id, ICommandHandler<PublishSegment, SegmentReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new PublishSegment(id), ct));

    private static async Task<Ok<SegmentReply>> Retire(Guid id, ICommandHandler<RetireSegment, SegmentReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new RetireSegment(id), ct));

    private static async Task<Ok<FrozenSegment>> Freeze(Guid id, ICommandHandler<FreezeSegment, FrozenSegment> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new FreezeSegment(id), ct));

    private static async Task<Ok<SegmentPreview>> Preview(PreviewRequest preview, CustomerAudience audience, TimeProvider time, CancellationToken ct)
    {
        SegmentShape.Check(preview.Rules, "/rules");
        var asOf = preview.AsOf ?? time.GetUtcNow();
        var nodes = await audience.Nodes(preview.Rules, asOf, ct);
        var counts = new List<NodeCount>(nodes.Count);
        foreach (var (path, chosen) in nodes) counts.Add(new NodeCount(path, await chosen.CountAsync(ct)));
        var examples = await nodes[0].Chosen.OrderBy(c => c.Name).ThenBy(c => c.Id).Take(SegmentPreview.Examples).Select(c => c.Id).ToListAsync(ct);
        return TypedResults.Ok(new SegmentPreview(asOf, counts[0].Count, counts, [.. examples.Select(e => e.Value)]));
    }

    private static async Task<PageOf<CustomerRow>> Members(Guid id, ListRequest request, CustomersDbContext db, CustomerAudience audience, CancellationToken ct)
    {
        var (_, rules) = await audience.RulesOf(id, version: null, ct);
        return await (await CustomerList.For(request, db, ct)).Page(await audience.Chosen("", rules, request.Now, ct), request, ct);
    }

    private static async Task<PageOf<FreezeView>> GetFreezes(Guid id, ListRequest request, CustomersDbContext db, CancellationToken ct)
    {
        var segment = await Find(db, id, ct);
        return await Freezes.Page(db.Set<SegmentFreeze>().Where(f => f.SegmentId == segment.Id), request, ct);
    }

    private static async Task<PageOf<CustomerRow>> Frozen(Guid id, Guid freezeId, ListRequest request, CustomersDbContext db, CancellationToken ct)
    {
        var segment = await Find(db, id, ct);
        if (!await db.Set<SegmentFreeze>().AnyAsync(f => f.Id == freezeId && f.SegmentId == segment.Id, ct)) throw new ResourceNotFound("frozen segment", freezeId.ToString());
        var members = db.Set<SegmentMember>().Where(m => m.FreezeId == freezeId);
        return await (await CustomerList.For(request, db, ct)).Page(db.Customers.IgnoreQueryFilters([ModuleDbContext.MergedFilter]).Where(c => members.Any(m => m.CustomerId == c.Id)), request, ct);
    }

    private static async Task<Segment> Find(CustomersDbContext db, Guid id, CancellationToken ct) =>
        await One(db, id).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new ResourceNotFound("segment", id.ToString());

    private static IQueryable<Segment> One(CustomersDbContext db, Guid id)
    {
        var key = new SegmentId(id);
        return db.Set<Segment>().Where(s => s.Id == key);
    }
}
