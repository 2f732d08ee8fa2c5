using System.Text;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

/// <summary>What becomes of shipments, and services that are accepted instead.</summary>
internal static class ShipmentEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var order = routes.MapGroup("/orders/{id:guid}").WithTags("Shipments");
        order.MapPost("/acceptances", Accept).Requires(SalesOrdersPermissions.ShipOrders);
        order.MapPost("/shipments/{shipmentId:guid}/deliver", Deliver).Requires(SalesOrdersPermissions.ShipOrders);
        order.MapPost("/shipments/{shipmentId:guid}/lose", Lose).Requires(SalesOrdersPermissions.ShipOrders);
        order.MapGet("/shipments/{shipmentId:guid}/packing-list/html", Html).Produces<string>(StatusCodes.Status200OK, "text/html").Requires(SalesOrdersPermissions.ReadOrders);
        order.MapGet("/shipments/{shipmentId:guid}/packing-list/pdf", Pdf).Produces<byte[]>(StatusCodes.Status200OK, "application/pdf").Requires(SalesOrdersPermissions.ReadOrders);
    }

    private static async Task<Ok<WorkAccepted>> Accept(Guid id, AcceptWork command, ICommandHandler<AcceptWork, WorkAccepted> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<ShipmentSaved>> Deliver(
        Guid id, Guid shipmentId, DeliverShipment command, ICommandHandler<DeliverShipment, ShipmentSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { OrderId = id, ShipmentId = shipmentId }, ct));

    private static async Task<Ok<ShipmentSaved>> Lose(
        Guid id, Guid shipmentId, LoseShipment command, ICommandHandler<LoseShipment, ShipmentSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { OrderId = id, ShipmentId = shipmentId }, ct));

    private static async Task<ContentHttpResult> Html(
        Guid id, Guid shipmentId, SalesOrdersDbContext db, ISettings settings, CallerContext caller, CancellationToken ct) => TypedResults.Content(
            await PackingLists.ToHtml(await Packed(id, shipmentId, db, caller, ct), caller.Language, await settings.Text(CompanySettings.Name, ct)), "text/html", Encoding.UTF8);

    private static async Task<FileContentHttpResult> Pdf(
        Guid id, Guid shipmentId, SalesOrdersDbContext db, PackingLists lists, ISettings settings, CallerContext caller, CancellationToken ct)
    {
        var packed = await Packed(id, shipmentId, db, caller, ct);
        var pdf = await lists.ToPdf(packed, caller.Language, await settings.Text(CompanySettings.Name, ct), ct);
        return TypedResults.File(pdf, "application/pdf", $"{packed.Order.Number}-packing-list.pdf");
    }

    private static async Task<PackedShipment> Packed(Guid id, Guid shipmentId, SalesOrdersDbContext db, CallerContext caller, CancellationToken ct)
    {
        var order = (await OrderReads.Find(db, id, ct)).Order;
        var shipment = await db.Shipments.AsNoTracking().Include(s => s.Lines)
            .SingleOrDefaultAsync(s => s.Id == shipmentId && EF.Property<OrderId>(s, "OrderId") == order.Id, ct) ?? throw new ResourceNotFound("shipment", shipmentId.ToString());
        return new PackedShipment(order, shipment, Seen(OrderContent.Address.Of(order.ShipTo), caller.Caller));
    }

    /// <summary>As far as reading the order would show it.</summary>
    private static OrderContent.Address Seen(OrderContent.Address to, Caller caller) => new(
        MaskedText.Of(caller, CustomerFields.Name, to.Name),
        MaskedText.Of(caller, CustomerFields.Street, to.Street),
        MaskedText.Of(caller, CustomerFields.City, to.City),
        MaskedText.Of(caller, CustomerFields.Region, to.Region),
        MaskedText.Of(caller, CustomerFields.PostalCode, to.PostalCode),
        MaskedText.Of(caller, CustomerFields.Country, to.Country));
}
