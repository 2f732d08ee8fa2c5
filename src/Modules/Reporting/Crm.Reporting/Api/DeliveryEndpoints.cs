using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Reporting.Application;
using Crm.Reporting.Application.Schedules;
using Crm.Reporting.Domain.Schedules;
using Crm.Reporting.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Crm.Reporting.Api;

/// <summary>Who gets a schedule's mails, and what became of those mails.</summary>
internal static class DeliveryEndpoints
{
    private static readonly ListSpec<Delivery, DeliveryRow> InEnglish = ListIn(Language.English);

    private static readonly ListSpec<Delivery, DeliveryRow> InChinese = ListIn(Language.Chinese);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var schedule = routes.MapGroup("/schedules/{id:guid}").WithTags("Schedules");
        schedule.MapPost("/subscriptions", Begin).Requires(ReportingPermissions.WriteSchedules);
        schedule.MapDelete("/subscriptions/{subscriptionId:guid}", End).Requires(ReportingPermissions.WriteSchedules).WithoutIfMatch();
        schedule.MapGet("/deliveries", Search).WithList(InEnglish).Requires(ReportingPermissions.ReadSchedules);
    }

    private static async Task<Created<SubscriptionReply>> Begin(
        Guid id, SubscriptionInput subscription, ICommandHandler<Subscribe, SubscriptionReply> handler, CancellationToken ct)
    {
        var reply = await handler.Handle(new Subscribe(id, subscription), ct);
        return TypedResults.Created($"/api/v1/reporting/schedules/{id}", reply);
    }

    private static async Task<NoContent> End(Guid id, Guid subscriptionId, ICommandHandler<EndSubscription, SubscriptionReply> handler, CancellationToken ct)
    {
        await handler.Handle(new EndSubscription(id, subscriptionId), ct);
        return TypedResults.NoContent();
    }

    private static async Task<PageOf<DeliveryRow>> Search(Guid id, ListRequest request, ReportingDbContext db, CallerContext caller, CancellationToken ct)
    {
        var schedule = await ScheduleEndpoints.Find(db, id, ct);
        return await (caller.Language == Language.Chinese ? InChinese : InEnglish).Page(db.Deliveries.Where(d => d.ScheduleId == schedule.Id), request, ct);
    }

    private static ListSpec<Delivery, DeliveryRow> ListIn(Language language) => new ListSpec<Delivery, DeliveryRow>("deliveries")
        .Field("slot", d => d.Slot)
        .Field("state", d => d.State, sortable: false)
        .Field("userId", d => d.UserId, sortable: false)
        .DefaultSort("-slot")
        .Key(d => d.Id)
        .Select(DeliveryRow.In(language));
}
