using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Catalogue;

/// <summary>What a caller says about a category.</summary>
internal abstract record CategoryContent
{
    /// <summary>Its name in addresses and masks.</summary>
    public const string Resource = "categories";

    /// <summary>As it is shown to people.</summary>
    public required Phrase Names { get; init; }

    /// <summary>Code of the category it stands below; left out, of none.</summary>
    public string? Parent { get; init; }

    /// <summary>Tax class of its products, and of those below, that have none of their own.</summary>
    public string? TaxClass { get; init; }

    public CategoryFacts ToFacts() => new(Names, Parent, TaxClass);
}

/// <summary>Makes a category.</summary>
internal sealed record AddCategory : CategoryContent, ICommand<CategorySaved>
{
    /// <summary>Products name it by this. Never changes.</summary>
    public required string Code { get; init; }
}

/// <summary>Replaces what is said of a category, also where it stands; what is below it moves along.</summary>
internal sealed record ChangeCategory : CategoryContent, ICommand<CategorySaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The category as the command that would write it.</summary>
    public static ChangeCategory Of(Category c) => new() { Id = c.Key, Names = c.Facts.Names, Parent = c.Parent, TaxClass = c.TaxClass };
}

/// <summary>What came of a command on a category.</summary>
internal sealed record CategorySaved(Guid Id, string Code, int Version)
{
    public static CategorySaved Of(Category category) => new(category.Key, category.Code, category.Version);
}

internal abstract class CategoryContentValidator<TContent> : AbstractValidator<TContent>
    where TContent : CategoryContent
{
    protected CategoryContentValidator()
    {
        RuleFor(c => c.Names).AreNames();
        RuleFor(c => c.Parent).MaximumLength(Columns.Category);
        RuleFor(c => c.TaxClass!).IsPublicationCode();
    }
}

internal sealed class AddCategoryValidator : CategoryContentValidator<AddCategory>
{
    public AddCategoryValidator() => RuleFor(c => c.Code).NotEmpty().MaximumLength(Columns.Category);
}

internal sealed class ChangeCategoryValidator : CategoryContentValidator<ChangeCategory>
{
    public ChangeCategoryValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class AddCategoryHandler(SalesOrdersDbContext db) : ICommandHandler<AddCategory, CategorySaved>
{
    public async Task<CategorySaved> Handle(AddCategory command, CancellationToken ct)
    {
        var tree = await db.LockTree(ct);
        if (tree.Has(command.Code)) throw CatalogueRules.CategoryTaken.Broken(command.Code);
        if (command.Parent is { } parent && !tree.Has(parent)) throw CatalogueRules.CategoryUnknown.Broken(parent);
        var category = Category.Create(command.Code, command.ToFacts());
        db.Categories.Add(category);
        return CategorySaved.Of(category);
    }
}

internal sealed class ChangeCategoryHandler(SalesOrdersDbContext db) : ICommandHandler<ChangeCategory, CategorySaved>
{
    public async Task<CategorySaved> Handle(ChangeCategory command, CancellationToken ct)
    {
        var tree = await db.LockTree(ct);
        var category = await db.ForChange<Category, CategoryId>(new CategoryId(command.Id), ct);
        if (command.Parent is { } parent && !tree.Has(parent)) throw CatalogueRules.CategoryUnknown.Broken(parent);
        category.Change(command.ToFacts(), tree);
        return CategorySaved.Of(category);
    }
}

internal static class LockedTree
{
    /// <summary>
    /// The tree, which nobody else changes until the end of the transaction: two who move categories below each other would else make a
    /// circle. Prices and taxes follow from it, so the lock is that of the price book, and every host reads the book again afterwards.
    /// </summary>
    public static async Task<CategoryTree> LockTree(this SalesOrdersDbContext db, CancellationToken ct)
    {
        (await PriceStamp.Lock(db, ct)).Raise(db);
        return await db.CategoryTree(ct);
    }
}
