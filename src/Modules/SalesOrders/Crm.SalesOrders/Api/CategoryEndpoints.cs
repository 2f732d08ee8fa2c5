using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

/// <summary>The tree of categories.</summary>
internal static class CategoryEndpoints
{
    private const string Resource = CategoryContent.Resource;
    private const string Address = "/api/v1/sales-orders/categories";

    private static readonly ListSpec<Category, CategoryView> List = new ListSpec<Category, CategoryView>(Resource)
        .Field("code", c => c.Code)
        .Field("names.english", c => c.Name, sortable: false)
        .Field("names.chinese", c => c.NameChinese, sortable: false)
        .Field("parent", c => c.Parent, sortable: false)
        .Field("taxClass", c => c.TaxClass, sortable: false)
        .DefaultSort("code")
        .Key(c => c.Id)
        .SearchIn("code", "names.english", "names.chinese")
        .Select(CategoryView.FromCategory);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var categories = routes.MapGroup("/categories").WithTags("Products");
        categories.MapGet("/", Search).WithList(List).Requires(SalesOrdersPermissions.ReadProducts);
        categories.MapGet("/{id:guid}", Get).Requires(SalesOrdersPermissions.ReadProducts);
        categories.MapPost("/", Add).Requires(SalesOrdersPermissions.WriteProducts);
        categories.MapPost("/batch", Batch).Requires(SalesOrdersPermissions.WriteProducts);
        categories.MapPut("/{id:guid}", Change).Requires(SalesOrdersPermissions.WriteProducts);
        categories.MapPatch("/{id:guid}", Patch).Requires(SalesOrdersPermissions.WriteProducts);
        categories.MapDelete("/{id:guid}", Delete).WithSummary("Remove a category; its products and the categories below it go to reassignTo")
            .Requires(SalesOrdersPermissions.WriteProducts);
    }

    private static Task<PageOf<CategoryView>> Search(ListRequest request, SalesOrdersDbContext db, CancellationToken ct) => List.Page(db.Categories, request, ct);

    private static async Task<OneOf<CategoryView>> Get(Guid id, OneRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var key = new CategoryId(id);
        var view = await db.Categories.Where(c => c.Id == key).Select(CategoryView.FromCategory).SingleOrDefaultAsync(ct) ?? throw new ResourceNotFound("category", id.ToString());
        return request.Answer(Resource, view, view.Version);
    }

    private static async Task<Created<CategorySaved>> Add(AddCategory command, ICommandHandler<AddCategory, CategorySaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"{Address}/{saved.Id}", saved);
    }

    private static Task<BatchResult<CategorySaved>> Batch(
        BatchRequest<AddCategory> batch, BatchRunner runner, ICommandHandler<AddCategory, CategorySaved> handler, CancellationToken ct) =>
        runner.Run(batch, handler, ct);

    private static async Task<Ok<CategorySaved>> Change(
        Guid id, ChangeCategory command, ICommandHandler<ChangeCategory, CategorySaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<CategorySaved>> Patch(
        Guid id, MergePatch patch, UnseenFields unseen, SalesOrdersDbContext db, ICommandHandler<ChangeCategory, CategorySaved> handler, CancellationToken ct)
    {
        var key = new CategoryId(id);
        var category = await db.Categories.AsNoTracking().SingleOrDefaultAsync(c => c.Id == key, ct) ?? throw new ResourceNotFound("category", id.ToString());
        var command = unseen.Patched(Resource, patch, ChangeCategory.Of(category));
        return TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));
    }

    private static async Task<NoContent> Delete(Guid id, string? reassignTo, ICommandHandler<DeleteCategory, CategorySaved> handler, CancellationToken ct)
    {
        await handler.Handle(new DeleteCategory { Id = id, ReassignTo = reassignTo }, ct);
        return TypedResults.NoContent();
    }
}

/// <summary>A category, in a list and alone.</summary>
/// <param name="Code">Products name it by this.</param>
/// <param name="Parent">Code of the category above it.</param>
/// <param name="TaxClass">Of its products that have none of their own.</param>
internal sealed record CategoryView(Guid Id, string Code, Phrase Names, string? Parent, string? TaxClass, int Version)
{
    public static readonly Expression<Func<Category, CategoryView>> FromCategory = c =>
        new CategoryView(c.Id.Value, c.Code, new Phrase(c.Name, c.NameChinese), c.Parent, c.TaxClass, c.Version);
}
