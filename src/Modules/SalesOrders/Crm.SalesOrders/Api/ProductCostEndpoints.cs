using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

/// <summary>What a product cost and costs.</summary>
internal static class ProductCostEndpoints
{
    // Masked like the cost of the product.
    private static readonly ListSpec<ProductCost, CostRow> List = new ListSpec<ProductCost, CostRow>(ProductContent.Resource)
        .Field("kind", c => c.Kind, sortable: false)
        .Field("from", c => c.From, sortable: false)
        .Field("source", c => c.Source, sortable: false)
        .Field("recordedAt", c => c.RecordedAt)
        .DefaultSort("-recordedAt")
        .Key(c => c.Id)
        .Select(c => new CostRow(c.Id, c.Kind, c.Cost, c.Currency, c.From, c.Source, c.RecordedAt, c.RecordedBy, c.DocumentId, c.Units));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var costs = routes.MapGroup("/products/{id:guid}/costs").WithTags("Products");
        costs.MapGet("/", Search).WithList(List).WithSummary("Every cost of a product, the last one first").Requires(SalesOrdersPermissions.ReadProducts);
        costs.MapPost("/", Set).WithSummary("Say what a unit costs, from today or an earlier day on").Requires(SalesOrdersPermissions.WriteProducts);
    }

    private static async Task<PageOf<CostRow>> Search(Guid id, ListRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var key = new ProductId(id);
        if (!await db.Products.AnyAsync(p => p.Id == key, ct)) throw new ResourceNotFound("product", id.ToString());
        return await List.Page(db.ProductCosts.Where(c => EF.Property<ProductId>(c, "ProductId") == key), request, ct);
    }

    private static async Task<Ok<ProductSaved>> Set(Guid id, SetProductCost command, ICommandHandler<SetProductCost, ProductSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));
}

/// <param name="Cost">Per unit, up to eight decimals; null: not known any more.</param>
/// <param name="From">Business date from which it holds.</param>
/// <param name="RecordedBy">The user or application.</param>
/// <param name="DocumentId">The supply order of a receipt.</param>
/// <param name="Units">That were received.</param>
internal sealed record CostRow(
    Guid Id, CostKind Kind, decimal? Cost, string Currency, DateOnly From, CostSource Source, DateTimeOffset RecordedAt, Guid RecordedBy, Guid? DocumentId, int? Units);
