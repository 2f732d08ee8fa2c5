using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Dunning;
using Crm.SalesOrders.Domain.Dunning;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Crm.SalesOrders.Api;

/// <summary>What customers owe for having been reminded.</summary>
internal static class ReminderFeeEndpoints
{
    private static readonly ListSpec<ReminderFee, ReminderFeeRow> List = new ListSpec<ReminderFee, ReminderFeeRow>("reminder-fees")
        .Field("number", f => f.Number)
        .Field("chargedOn", f => f.ChargedOn, sortable: false)
        .Field("state", f => f.State, sortable: false)
        .Field("customerId", f => f.CustomerId, sortable: false)
        .Field("invoiceId", f => f.InvoiceId, sortable: false)
        .Field("invoiceNumber", f => f.InvoiceNumber, sortable: false)
        .DefaultSort("-number")
        .Key(f => f.Id)
        .Select(f => new ReminderFeeRow(
            f.Id.Value, f.Number, f.CustomerId, f.InvoiceId.Value, f.InvoiceNumber, f.ReminderId.Value, new Money(f.Amount, f.Currency).Rounded(), f.ChargedOn, f.State, f.EndedOn,
            f.Method, f.Words, f.Version));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var fees = routes.MapGroup("/reminder-fees").WithTags("Reminders");
        fees.MapGet("/", async (ListRequest request, SalesOrdersDbContext db, CancellationToken ct) => await List.Page(db.ReminderFees, await request.OverFamilies(db, "customerId", ct), ct)).WithList(List).Requires(DunningPermissions.Read);
        fees.MapPost("/{id:guid}/pay", Pay).Requires(DunningPermissions.EndFees);
        fees.MapPost("/{id:guid}/waive", Waive).Requires(DunningPermissions.EndFees);
    }

    private static async Task<Ok<ReminderFeeSaved>> Pay(Guid id, PayReminderFee command, ICommandHandler<PayReminderFee, ReminderFeeSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<ReminderFeeSaved>> Waive(Guid id, WaiveReminderFee command, ICommandHandler<WaiveReminderFee, ReminderFeeSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));
}

/// <param name="EndedOn">When it was paid or waived.</param>
/// <param name="Words">What the bank calls the payment, or why it was waived.</param>
internal sealed record ReminderFeeRow(
    Guid Id, string Number, Guid CustomerId, Guid InvoiceId, string InvoiceNumber, Guid ReminderId, Money Amount, DateOnly ChargedOn, ReminderFeeState State, DateOnly? EndedOn,
    string? Method, string? Words, int Version);
