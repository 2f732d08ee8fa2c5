using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Customers.Application;
using Crm.Customers.Application.Figures;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Figures;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Figures;

/// <summary>The time line of a customer and what it comes to.</summary>
internal static class TransactionEndpoints
{
    private static readonly ListSpec<CustomerTransaction, TransactionRow> List = new ListSpec<CustomerTransaction, TransactionRow>("transactions")
        .Field("on", t => t.On)
        .Field("kind", t => t.Kind, sortable: false)
        .Field("currency", t => t.Currency, sortable: false)
        .Field("amount", t => t.Amount, sortable: false)
        .Field("orderId", t => t.OrderId, sortable: false)
        .Field("orderNumber", t => t.OrderNumber, sortable: false)
        .Field("documentNumber", t => t.DocumentNumber, sortable: false)
        .DefaultSort("-on")
        .Key(t => t.Id)
        .Select(TransactionRow.FromLine);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var customer = routes.MapGroup("/customers/{id:guid}").WithTags("Transactions");
        customer.MapGet("/transactions", Lines).WithList(List)
            .WithSummary("Orders, changes, deliveries, returns, invoices, payments and refunds of a customer on one time line").Requires(FiguresPermissions.Read);
        customer.MapGet("/balance", Balance)
            .WithSummary("What a customer ordered, paid and owes as of a day, in each currency and in that of the company's books").Requires(FiguresPermissions.Read);
    }

    public static void MapAdmin(IEndpointRouteBuilder routes) => routes.MapPost("/figures/recount", Recount).WithTags("Transactions")
        .WithSummary("Count the figures of all customers anew from their time lines").Requires(FiguresPermissions.Recount);

    private static async Task<AcceptedOperation> Recount(ICommandHandler<StartFiguresRecount, OperationId> handler, CancellationToken ct) =>
        Operations.Accepted(await handler.Handle(new StartFiguresRecount(), ct));

    private static async Task<PageOf<TransactionRow>> Lines(Guid id, ListRequest request, CustomersDbContext db, CancellationToken ct)
    {
        var family = await db.SeenFamilyOf(id, ct);
        return await List.Page(db.Set<CustomerTransaction>().Where(t => family.Contains(t.CustomerId)), request, ct);
    }

    private static async Task<Ok<BalanceView>> Balance(
        Guid id, DateOnly? asOf, CustomersDbContext db, ISettings settings, CompanyDay days, CallerContext caller, CancellationToken ct)
    {
        var family = await db.SeenFamilyOf(id, ct);
        var day = await days.Asked(asOf, "asOf", ct);
        var balance = await CustomerBalance.Read(db, family, day, await settings.Text(CompanySettings.Currency, ct), ct);
        return TypedResults.Ok(BalanceView.Of(id, day, balance, caller.Language));
    }
}
