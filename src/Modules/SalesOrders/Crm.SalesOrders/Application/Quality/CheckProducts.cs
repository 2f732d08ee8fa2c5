using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Quality;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Quality;

/// <summary>Looks at some products now, and at those that are alike.</summary>
/// <param name="Products">Ids; one that is not sold or not there has no findings.</param>
/// <param name="Notes">Ids of the notes that this does away with.</param>
internal sealed record CheckProducts(IReadOnlyList<Guid> Products, IReadOnlyList<Guid> Notes) : ICommand<ProductsChecked>
{
    /// <summary>Of the run that this is a part of, so that a category is counted once for all of it and not while others wait to write; null: counted now.</summary>
    internal PriceLevels? Levels { get; init; }
}

/// <param name="Products">How many were looked at.</param>
internal sealed record ProductsChecked(int Products);

internal sealed class CheckProductsValidator : AbstractValidator<CheckProducts>
{
    public CheckProductsValidator() => RuleFor(c => c.Products).NotEmpty();
}

internal sealed class CheckProductsHandler(SalesOrdersDbContext db, ProductQuality quality) : ICommandHandler<CheckProducts, ProductsChecked>
{
    public async Task<ProductsChecked> Handle(CheckProducts command, CancellationToken ct)
    {
        var notes = command.Notes.ToList();
        // Whoever changes a product meanwhile leaves a note of their own, which is not among these.
        if (notes.Count > 0) await db.Set<QualityDue>().Where(d => EF.Parameter(notes).Contains(d.Id)).ExecuteDeleteAsync(ct);
        var rules = await quality.Rules(ct);
        var products = await quality.WithConcerned([.. command.Products], ct);
        await quality.Check(products, rules, command.Levels ?? ProductQuality.Levels(rules), ct);
        return new ProductsChecked(products.Count);
    }
}
