using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Catalogue;

/// <summary>Removes a category that nothing refers to, or gives what does to another one.</summary>
internal sealed record DeleteCategory : ICommand<CategorySaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Code of the category that its products and the categories below it go to.</summary>
    public string? ReassignTo { get; init; }
}

internal sealed class DeleteCategoryValidator : AbstractValidator<DeleteCategory>
{
    public DeleteCategoryValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.ReassignTo).MaximumLength(Columns.Category);
    }
}

internal sealed class DeleteCategoryHandler(SalesOrdersDbContext db, Products products) : ICommandHandler<DeleteCategory, CategorySaved>
{
    // All of them change in one transaction, for which everybody waits who publishes prices.
    private const int MostReassigned = 2000;

    public async Task<CategorySaved> Handle(DeleteCategory command, CancellationToken ct)
    {
        var tree = await db.LockTree(ct);
        var category = await db.ForChange<Category, CategoryId>(new CategoryId(command.Id), ct);
        // Whoever is just giving it to a product is waited for here, and found below. Both at once: an import locks all that it names in the order of their codes.
        var locked = await db.LockCategories(command.ReassignTo is { } to ? [category.Code, to] : [category.Code], ct);
        // Deleted products may be restored.
        var own = db.Products.IgnoreQueryFilters([ModuleDbContext.DeletedFilter]).Where(p => p.Category == category.Code);
        var below = await db.Categories.Where(c => c.Parent == category.Code).ToListAsync(ct);
        if (command.ReassignTo is { } heir)
        {
            if (await own.CountAsync(ct) is var count and > MostReassigned) throw CatalogueRules.CategoryTooLarge.Broken(category.Code, count, MostReassigned);
            if (heir == category.Code || !locked.Exists(c => c.Code == heir)) throw CatalogueRules.CategoryUnknown.Broken(heir);
            Reassign(category, heir, tree, await own.ToListAsync(ct), below);
        }
        else if (below.Count > 0 || await own.AnyAsync(ct)) throw CatalogueRules.CategoryInUse.Broken(category.Code, await own.CountAsync(ct), below.Count);
        category.End();
        db.Categories.Remove(category);
        return CategorySaved.Of(category);
    }

    private void Reassign(Category category, string heir, CategoryTree tree, List<Product> own, List<Category> below)
    {
        foreach (var product in own) product.Change(product.Sku, product.Facts with { Category = heir }, externalRefs: null, products.Origin(CostSource.Manual));
        foreach (var child in below)
        {
            // An heir from below takes the place of the category instead of standing below itself.
            var parent = tree.PathOf(heir).Contains(child.Code) ? category.Parent : heir;
            child.Change(child.Facts with { Parent = parent }, tree);
        }
    }
}
