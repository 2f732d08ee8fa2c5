using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application;
using Crm.Customers.Application.Pools;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Pools;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Customers.Api.Pools;

/// <summary>Customers whom nobody looks after, and who may take them.</summary>
internal static class PoolEndpoints
{
    private const string Resource = "pools";
    private const string OwnerField = $"{CustomerInput.Resource}.ownerId";
    private const int MostSimulated = 1000;

    private static readonly Phrase Hidden = new("Your role does not show this field, so nothing is narrowed by it.", "您的角色无法查看该字段，因此不能按其筛选。");

    private static readonly ListSpec<Customer, PooledCustomerRow> Pooled = new ListSpec<Customer, PooledCustomerRow>(CustomerInput.Resource)
        .Field("code", c => c.Code)
        .Field("name", c => c.Name)
        .Field("kind", c => c.Kind, sortable: false)
        .Field("industry", c => c.Industry, sortable: false)
        .Field("lifecycle", c => c.Lifecycle, sortable: false)
        .Field("pooledAt", c => c.PooledAt)
        .DefaultSort("-pooledAt")
        .Key(c => c.Id)
        .Search((customers, words, services) => services.GetRequiredService<CustomersDbContext>().Matching(customers, words),
            "name", "shortName", "legalName", "code", "contactPoints", "contacts")
        .Select(PooledCustomerRow.FromCustomer);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pools = routes.MapGroup("/pools").WithTags("Pools");
        pools.MapGet("/", All).Requires(PoolPermissions.Read);
        pools.MapGet("/simulation", Simulate).WithSummary("Whom the rules take up to a day, and why; nothing is changed").Requires(PoolPermissions.Oversee);
        pools.MapGet("/notices", Notices).WithSummary("Those of the customers that the caller sees whom a rule will take from their owners, unless something happens until then")
            .Requires(CustomersPermissions.Read);
        pools.MapGet("/{id:guid}", Get).Requires(PoolPermissions.Read);
        pools.MapGet("/{id:guid}/customers", Customers).WithList(Pooled).Requires(PoolPermissions.Claim);
        pools.MapPost("/{id:guid}/claims", Claim).Requires(PoolPermissions.Claim);
        pools.MapPost("/{id:guid}/assignments", Assign).WithSummary("Gives a customer that lies there to somebody, whatever the pool says of claims").Requires(PoolPermissions.Oversee);
        var customers = routes.MapGroup("/customers/{id:guid}").WithTags("Pools");
        customers.MapPost("/release", GiveUp).Requires(PoolPermissions.Release);
        customers.MapPost("/protection", Protect).Requires(PoolPermissions.Oversee);
        customers.MapGet("/pool-entries", Entries).WithSummary("When the customer lay in a pool, why, and who took it").Requires(CustomersPermissions.Read);
    }

    public static void MapAdmin(IEndpointRouteBuilder routes)
    {
        var pools = routes.MapGroup("/pools").WithTags("Pools");
        pools.MapPost("/", Open).Requires(PoolPermissions.Configure);
        pools.MapPut("/{id:guid}", Change).Requires(PoolPermissions.Configure);
    }

    // A handful, made by administrators.
    private static async Task<Ok<IReadOnlyList<PoolView>>> All(CustomersDbContext db, CancellationToken ct)
    {
        var pools = await db.Pools.AsNoTracking().OrderBy(p => p.Code).ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<PoolView>>([.. pools.Select(PoolView.Of)]);
    }

    private static async Task<OneOf<PoolView>> Get(Guid id, OneRequest request, CustomersDbContext db, CancellationToken ct)
    {
        var pool = await Find(db, id, ct);
        return request.Answer(Resource, PoolView.Of(pool), pool.Version);
    }

    private static async Task<PageOf<PooledCustomerRow>> Customers(Guid id, ListRequest request, CustomersDbContext db, CallerContext caller, CancellationToken ct)
    {
        var (pool, who) = (await Find(db, id, ct), caller.Caller);
        pool.Admit(who.UnitId, permission => who.ScopeOf(permission) != RowScope.None);
        // They belong to nobody, so that nobody's scope reaches them.
        return await Pooled.Page(db.Customers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Where(c => c.PoolId == pool.Id), request, ct);
    }

    private static async Task<Ok<CustomerReply>> Claim(Guid id, ClaimCustomer command, ICommandHandler<ClaimCustomer, CustomerReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { PoolId = id }, ct));

    private static async Task<Ok<CustomerReply>> Assign(Guid id, AssignPooledCustomer command, ICommandHandler<AssignPooledCustomer, CustomerReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { PoolId = id }, ct));

    internal static async Task<Ok<IReadOnlyList<PoolNoticeView>>> Notices(Guid? ownerId, CustomersDbContext db, CallerContext caller, CancellationToken ct)
    {
        if (ownerId is not null && MaskedText.IsHidden(caller.Caller, OwnerField)) throw new InvalidInput("ownerId", Hidden);
        var pools = await db.Pools.AsNoTracking().ToDictionaryAsync(p => p.Id, ct);
        var noticed = await db.Customers.Where(c => ownerId == null || c.OwnerId == ownerId)
            .Join(db.PoolNotices, c => c.Id, n => n.CustomerId, (c, n) => new { c.Id, c.OwnerId, n.PoolId, n.NoticedOn })
            .OrderBy(n => n.NoticedOn).ThenBy(n => n.Id).Take(MostSimulated).ToListAsync(ct);
        var isHidden = MaskedText.IsHidden(caller.Caller, OwnerField);
        return TypedResults.Ok<IReadOnlyList<PoolNoticeView>>([.. noticed.Select(n => new PoolNoticeView(
            n.Id.Value, isHidden ? null : n.OwnerId, pools[n.PoolId].Code, n.NoticedOn, n.NoticedOn.AddDays(pools[n.PoolId].Rule?.GraceDays ?? 0)))]);
    }

    private static async Task<Ok<CustomerReply>> GiveUp(Guid id, GiveUpCustomer command, ICommandHandler<GiveUpCustomer, CustomerReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<CustomerReply>> Protect(Guid id, ProtectCustomer command, ICommandHandler<ProtectCustomer, CustomerReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<IReadOnlyList<PoolEntryView>>> Entries(Guid id, CustomersDbContext db, CallerContext caller, CancellationToken ct)
    {
        var family = await db.SeenFamilyOf(id, ct);
        var entries = await db.PoolEntries.AsNoTracking().Where(e => family.Contains(e.CustomerId)).OrderByDescending(e => e.PooledAt).Take(MostSimulated).ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<PoolEntryView>>([.. entries.Select(e => PoolEntryView.Of(e, caller.Language))]);
    }

    internal static async Task<Ok<ReleaseSimulation>> Simulate(DateOnly? on, ReleasePlan plan, CompanyDay days, CallerContext caller, CancellationToken ct)
    {
        var day = await days.Asked(on, "on", ct);
        var (items, released, noticed) = (new List<SimulatedRelease>(), 0, 0);
        await foreach (var planned in plan.On(day, ct))
        {
            var isReleased = planned.ReleaseOn <= day;
            if (isReleased) released++;
            else noticed++;
            if (items.Count < MostSimulated) items.Add(Shown(planned, isReleased, caller.Language));
        }

        return TypedResults.Ok(new ReleaseSimulation(day, released, noticed, items, items.Count == released + noticed));
    }

    private static SimulatedRelease Shown(PlannedRelease planned, bool isReleased, Language language) => new(
        planned.CustomerId.Value, planned.OwnerId, planned.Pool.Code, planned.NoticedOn, planned.ReleaseOn, isReleased, [.. planned.Reasons.Select(r => r.In(language))]);

    private static async Task<Created<PoolSaved>> Open(OpenPool command, ICommandHandler<OpenPool, PoolSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"/api/v1/customers/pools/{saved.Id}", saved);
    }

    private static async Task<Ok<PoolSaved>> Change(Guid id, ChangePool command, ICommandHandler<ChangePool, PoolSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Pool> Find(CustomersDbContext db, Guid id, CancellationToken ct)
    {
        var key = new PoolId(id);
        return await db.Pools.AsNoTracking().SingleOrDefaultAsync(p => p.Id == key, ct) ?? throw new ResourceNotFound("pool", id.ToString());
    }
}
