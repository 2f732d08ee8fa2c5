using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Crm.SalesOrders.Api;

/// <summary>Answers from when how many of a product can be had.</summary>
internal static class PromiseEndpoints
{
    private const int MostSkus = 100;
    private static readonly Phrase SkuCount = new("Give 1 to {0} SKUs.", "请填写 1 到 {0} 个 SKU。");
    private static readonly Phrase Positive = new("Give 1 or more units.", "数量至少为 1。");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/available-to-promise", Several).WithTags("Stock").Requires(SalesOrdersPermissions.ReadProducts);
        routes.MapGet("/products/{id:guid}/available-to-promise", One).WithTags("Stock").Requires(SalesOrdersPermissions.ReadProducts);
    }

    /// <param name="sku">Up to 100 of them, each as a parameter of its own.</param>
    /// <param name="quantity">Units that are wanted of each: the answer says from when they can be had.</param>
    /// <param name="warehouse">Code; left out, the default one.</param>
    /// <param name="db">Where they are.</param>
    /// <param name="caller">Whose day it is.</param>
    /// <param name="time">What time it is.</param>
    /// <param name="ct">Cancels the request.</param>
    private static async Task<Ok<IReadOnlyList<PromiseView>>> Several(
        [FromQuery] string[]? sku, int? quantity, string? warehouse, SalesOrdersDbContext db, CallerContext caller, TimeProvider time, CancellationToken ct)
    {
        var skus = (sku ?? []).Distinct().ToList();
        if (skus.Count is 0 or > MostSkus) throw new InvalidInput("sku", SkuCount, MostSkus);
        var products = await SalesReads.Of(db).ProductsBySku(db, skus, ct);
        if (skus.Except(products.Select(p => p.Sku)).FirstOrDefault() is { } unknown) throw new ResourceNotFound("product", unknown);
        return TypedResults.Ok<IReadOnlyList<PromiseView>>(await Read(products, quantity, warehouse, db, BusinessDay.Of(time, caller.Caller), ct));
    }

    private static async Task<Ok<PromiseView>> One(
        Guid id, int? quantity, string? warehouse, SalesOrdersDbContext db, CallerContext caller, TimeProvider time, CancellationToken ct)
    {
        var products = await SalesReads.Of(db).ProductsById(db, [new ProductId(id)], ct);
        if (products.Count == 0) throw new ResourceNotFound("product", id.ToString());
        return TypedResults.Ok((await Read(products, quantity, warehouse, db, BusinessDay.Of(time, caller.Caller), ct)).Single());
    }

    private static async Task<List<PromiseView>> Read(
        List<ProductSnapshot> products, int? quantity, string? warehouse, SalesOrdersDbContext db, DateOnly today, CancellationToken ct)
    {
        if (quantity < 1) throw new InvalidInput("quantity", Positive);
        var code = warehouse ?? Warehouses.Default;
        await db.RequireWarehouse(code, ct);
        var promises = await db.PromisesOf(products, code, today, ct);
        return [.. promises.OrderBy(p => p.Product.Sku, StringComparer.Ordinal).Select(p => PromiseView.Of(p, quantity))];
    }
}

/// <param name="ProductId">Which product.</param>
/// <param name="Sku">Its number.</param>
/// <param name="Warehouse">Where.</param>
/// <param name="OnHand">Units in the warehouse.</param>
/// <param name="Allocated">Units of them that are promised to confirmed orders.</param>
/// <param name="Reserved">Units of them that are kept for somebody for a while.</param>
/// <param name="Available">Units that may be promised now: on hand - allocated - reserved.</param>
/// <param name="BackOrdered">Units that orders wait for already; what comes in goes to them first.</param>
/// <param name="Incoming">Units on their way.</param>
/// <param name="Promises">From when how many can be had in all, rising; the first one is today.</param>
/// <param name="WantedFrom">The first day on which the wanted quantity can be had; null when not even all that is expected suffices, or nothing was asked.</param>
internal sealed record PromiseView(
    Guid ProductId,
    string Sku,
    string Warehouse,
    int OnHand,
    int Allocated,
    int Reserved,
    int Available,
    long BackOrdered,
    int Incoming,
    IReadOnlyList<PromisedBy> Promises,
    DateOnly? WantedFrom)
{
    public static PromiseView Of(ProductPromise p, int? wanted) => new(
        p.Product.Id.Value, p.Product.Sku, p.Level.Warehouse, p.Level.OnHand, p.Level.Allocated, p.Level.Reserved, p.Level.Available, p.BackOrdered,
        p.Level.Incoming, p.Timeline.Steps, wanted is { } quantity ? p.Timeline.From(quantity) : null);
}
