using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Crm.BuildingBlocks.Hosting.Audit;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Activities;
using Crm.Customers.Application.Listing;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Customers.Api.Activities;

/// <summary>What people do with customers.</summary>
internal static class ActivityEndpoints
{
    internal const string Resource = ActivityFactsInput.Resource;

    private static readonly ListSpec<Activity, ActivityRow> List = Spec("-startsAt");

    /// <summary>Lists of activities differ by what comes first.</summary>
    internal static ListSpec<Activity, ActivityRow> Spec(string sort) => new ListSpec<Activity, ActivityRow>(Resource)
        .Field("startsAt", a => a.StartsAt)
        .Field("endsAt", a => a.EndsAt, sortable: false)
        .Field("kind", a => a.Kind, sortable: false)
        .Field("status", a => a.Status, sortable: false)
        .Field("subject", a => a.Subject, sortable: false)
        .Field("place", a => a.Place, sortable: false)
        .Field("customerId", a => a.CustomerId, sortable: false)
        .Field("contactId", a => a.ContactId, sortable: false)
        .Field("orderId", a => a.OrderId, sortable: false)
        .Field("opportunityId", a => a.OpportunityId, sortable: false)
        .Field("caseId", a => a.CaseId, sortable: false)
        .Field("happenedAt", a => a.HappenedAt, sortable: false)
        .Field("ownerId", a => a.OwnerId, sortable: false)
        .Field("unitId", a => a.UnitId, sortable: false)
        .DefaultSort(sort)
        .Key(a => a.Id)
        .SearchIn("subject", "place")
        .Select(ActivityRow.FromActivity)
        .Expand("customer", row => row.CustomerId, () => CustomerList.Basic, services => services.GetRequiredService<CustomersDbContext>().ReadableCustomers);

    public static void MapAdmin(IEndpointRouteBuilder routes) =>
        routes.MapPost("/activities/{id:guid}/restore", Restore).WithTags("Activities").Requires(ActivityPermissions.Restore);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var activities = routes.MapGroup("/activities").WithTags("Activities");
        activities.MapGet("/", Search).WithList(List).Requires(ActivityPermissions.Read);
        activities.MapGet("/{id:guid}", Get).Requires(ActivityPermissions.Read);
        activities.MapPost("/", Plan).Requires(ActivityPermissions.Write).WithSummary("Plan an activity, or record one that took place; answers what overlaps");
        activities.MapPut("/{id:guid}", Change).Requires(ActivityPermissions.Write);
        activities.MapPatch("/{id:guid}", Patch).Requires(ActivityPermissions.Write);
        activities.MapDelete("/{id:guid}", Delete).Requires(ActivityPermissions.Delete);
        activities.MapPost("/{id:guid}/move", Move).Requires(ActivityPermissions.Write);
        activities.MapPost("/{id:guid}/start", Start).Requires(ActivityPermissions.Write);
        activities.MapPost("/{id:guid}/complete", Complete).Requires(ActivityPermissions.Write).WithSummary("It took place; may plan the next one");
        activities.MapPost("/{id:guid}/not-held", NotHeld).Requires(ActivityPermissions.Write);
        activities.MapPost("/{id:guid}/cancel", Cancel).Requires(ActivityPermissions.Write);
        activities.MapPost("/{id:guid}/check-in", CheckIn).Requires(ActivityPermissions.Write);
        activities.MapPost("/{id:guid}/check-out", CheckOut).Requires(ActivityPermissions.Write);
        activities.MapHistory<CustomersDbContext, Activity>(ActivityPermissions.Read, One, personOf: a => a.CustomerId.Value);
        routes.MapGet("/customers/{id:guid}/activities", OfCustomer).WithTags("Activities").WithList(List).Requires(ActivityPermissions.Read)
            .WithSummary("Activities with a customer and with all that were merged into it");
    }

    internal static IQueryable<Activity> One(CustomersDbContext db, Guid id)
    {
        var key = new ActivityId(id);
        return db.SeenActivities.AsSplitQuery().Where(a => a.Id == key);
    }

    internal static async Task<Activity> Find(CustomersDbContext db, Guid id, CancellationToken ct) =>
        await One(db, id).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new ResourceNotFound("activity", id.ToString());

    private static Task<PageOf<ActivityRow>> Search(ListRequest request, CustomersDbContext db, CancellationToken ct) => List.Page(db.SeenActivities, request, ct);

    private static async Task<PageOf<ActivityRow>> OfCustomer(Guid id, ListRequest request, CustomersDbContext db, CancellationToken ct) =>
        await List.Page(await db.SeenActivitiesWith(id, ct), request, ct);

    private static async Task<OneOf<ActivityView>> Get(Guid id, OneRequest request, CustomersDbContext db, CancellationToken ct)
    {
        var activity = await Find(db, id, ct);
        return request.Answer(Resource, ActivityView.Of(activity), activity.Version);
    }

    private static async Task<Created<ActivitySaved>> Plan(PlanActivity command, ICommandHandler<PlanActivity, ActivitySaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"/api/v1/customers/activities/{saved.Id}", saved);
    }

    private static async Task<Ok<ActivitySaved>> Change(
        Guid id, ActivityChangeInput activity, ICommandHandler<ChangeActivity, ActivitySaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ChangeActivity(id, activity), ct));

    private static async Task<Ok<ActivitySaved>> Patch(
        Guid id, MergePatch patch, UnseenFields unseen, CustomersDbContext db, ICommandHandler<ChangeActivity, ActivitySaved> handler, CancellationToken ct)
    {
        var input = unseen.Patched(Resource, patch, ActivityChangeInput.From(await Find(db, id, ct)));
        return TypedResults.Ok(await handler.Handle(new ChangeActivity(id, input), ct));
    }

    private static async Task<NoContent> Delete(Guid id, ICommandHandler<DeleteActivity, ActivitySaved> handler, CancellationToken ct)
    {
        await handler.Handle(new DeleteActivity(id), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ActivitySaved>> Restore(Guid id, ICommandHandler<RestoreActivity, ActivitySaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new RestoreActivity(id), ct));

    private static async Task<Ok<ActivitySaved>> Move(Guid id, MoveActivity command, ICommandHandler<MoveActivity, ActivitySaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<ActivitySaved>> Start(Guid id, ICommandHandler<StartActivity, ActivitySaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new StartActivity(id), ct));

    private static async Task<Ok<ActivitySaved>> Complete(
        Guid id, CompleteActivity command, ICommandHandler<CompleteActivity, ActivitySaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<ActivitySaved>> NotHeld(
        Guid id, ActivityNotHeld command, ICommandHandler<ActivityNotHeld, ActivitySaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<ActivitySaved>> Cancel(Guid id, CancelActivity command, ICommandHandler<CancelActivity, ActivitySaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<VisitStamped>> CheckIn(Guid id, CheckInAtVisit command, ICommandHandler<CheckInAtVisit, VisitStamped> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<VisitStamped>> CheckOut(Guid id, CheckOutOfVisit command, ICommandHandler<CheckOutOfVisit, VisitStamped> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));
}
