using System.ComponentModel;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Crm.BuildingBlocks.Hosting.Attachments;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

internal static class ProductEndpoints
{
    private const string Resource = ProductContent.Resource;
    private const string Address = "/api/v1/sales-orders/products";

    public static readonly ListSpec<Product, ProductView> List = new ListSpec<Product, ProductView>(Resource)
        .Field("sku", p => p.Sku)
        .Field("name", p => p.Name)
        .Field("category", p => p.Category)
        .Field("isActive", p => p.IsActive, sortable: false)
        .Field("kind", p => p.Kind, sortable: false)
        .Field("unitOfMeasure", p => p.UnitOfMeasure, sortable: false)
        .Field("taxClass", p => p.TaxClass, sortable: false)
        .Field("isTracked", p => p.IsTracked, sortable: false)
        .Field("barcode", p => p.Barcode, sortable: false)
        .Field("activeFrom", p => p.ActiveFrom, sortable: false)
        .Field("activeTo", p => p.ActiveTo, sortable: false)
        .Parameter("categoryTree")
        .DefaultSort("sku")
        .Key(p => p.Id)
        .SearchIn("sku", "name")
        .Select(ProductView.FromProduct);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var products = routes.MapGroup("/products").WithTags("Products");
        products.MapGet("/", Search).WithList(List).Requires(SalesOrdersPermissions.ReadProducts);
        products.MapGet("/{id:guid}", Get).Requires(SalesOrdersPermissions.ReadProducts);
        products.MapPost("/", Add).Requires(SalesOrdersPermissions.WriteProducts);
        products.MapPost("/batch", Batch).Requires(SalesOrdersPermissions.WriteProducts);
        products.MapPut("/{id:guid}", Change).Requires(SalesOrdersPermissions.WriteProducts);
        products.MapPatch("/{id:guid}", Patch).Requires(SalesOrdersPermissions.WriteProducts);
        products.MapPut("/by-ref/{system}/{externalId}", Upsert).Requires(SalesOrdersPermissions.WriteProducts).WithoutIfMatch();
        products.MapDelete("/{id:guid}", Delete).Requires(SalesOrdersPermissions.WriteProducts);
        products.MapAttachments<SalesOrdersDbContext, Product>(SalesOrdersPermissions.ReadProducts, SalesOrdersPermissions.WriteProducts, One);
    }

    public static void MapAdmin(IEndpointRouteBuilder routes) =>
        routes.MapPost("/products/{id:guid}/restore", Restore).WithTags("Products").Requires(SalesOrdersPermissions.Administer);

    private static async Task<PageOf<ProductView>> Search(
        [Description("Code of a category: its products and those of every category below it.")] string? categoryTree,
        ListRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        if (categoryTree is null) return await List.Page(db.Products, request, ct);
        var codes = (await db.CategoryTree(ct)).Below(categoryTree);
        return await List.Page(db.Products.Where(p => p.Category != null && EF.Parameter(codes).Contains(p.Category)), request, ct);
    }

    private static async Task<OneOf<ProductView>> Get(Guid id, OneRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var product = await Find(db, id, ct);
        return request.Answer(Resource, product, product.Version);
    }

    private static async Task<Created<ProductSaved>> Add(AddProduct command, ICommandHandler<AddProduct, ProductSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"{Address}/{saved.Id}", saved);
    }

    private static Task<BatchResult<ProductSaved>> Batch(
        BatchRequest<AddProduct> batch, BatchRunner runner, ICommandHandler<AddProduct, ProductSaved> handler, CancellationToken ct) =>
        runner.Run(batch, handler, ct);

    private static async Task<Ok<ProductSaved>> Change(
        Guid id, ChangeProduct command, ICommandHandler<ChangeProduct, ProductSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<ProductSaved>> Patch(
        Guid id, MergePatch patch, UnseenFields unseen, SalesOrdersDbContext db, ICommandHandler<ChangeProduct, ProductSaved> handler, CancellationToken ct)
    {
        var key = new ProductId(id);
        var product = await db.Products.AsNoTracking().SingleOrDefaultAsync(p => p.Id == key, ct) ?? throw new ResourceNotFound("product", id.ToString());
        var command = unseen.Patched(Resource, patch, ChangeProduct.Of(product));
        return TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));
    }

    private static async Task<Results<Ok<ProductSaved>, Created<ProductSaved>>> Upsert(
        string system, string externalId, UpsertProduct command, ICommandHandler<UpsertProduct, ProductUpserted> handler, CancellationToken ct)
    {
        var upserted = await handler.Handle(command with { Ref = new ExternalRef(system, externalId) }, ct);
        return upserted.WasCreated ? TypedResults.Created($"{Address}/{upserted.Product.Id}", upserted.Product) : TypedResults.Ok(upserted.Product);
    }

    private static async Task<NoContent> Delete(Guid id, ICommandHandler<DeleteProduct, ProductSaved> handler, CancellationToken ct)
    {
        await handler.Handle(new DeleteProduct(id), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ProductSaved>> Restore(Guid id, ICommandHandler<RestoreProduct, ProductSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new RestoreProduct(id), ct));

    private static async Task<ProductView> Find(SalesOrdersDbContext db, Guid id, CancellationToken ct)
    {
        var key = new ProductId(id);
        return await db.Products.AsNoTracking().Where(p => p.Id == key).Select(ProductView.FromProduct).SingleOrDefaultAsync(ct)
            ?? throw new ResourceNotFound("product", id.ToString());
    }

    private static IQueryable<Product> One(SalesOrdersDbContext db, Guid id)
    {
        var key = new ProductId(id);
        return db.Products.Where(p => p.Id == key);
    }
}
