using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Catalogue;

internal readonly record struct CategoryId(Guid Value) : ITypedId;

/// <summary>A place in the tree of what is sold. Products, promotions, taxes and events name it by its code, which never changes.</summary>
internal sealed class Category : AggregateRoot
{
    private Category()
    {
    }

    public CategoryId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Code { get; private set; } = "";

    /// <summary>In English.</summary>
    public string Name { get; private set; } = "";

    public string NameChinese { get; private set; } = "";

    /// <summary>Code of the category above it; null: none.</summary>
    public string? Parent { get; private set; }

    /// <summary>Of its products, and those of the categories below, that have none of their own.</summary>
    public string? TaxClass { get; private set; }

    public CategoryFacts Facts => new(new Phrase(Name, NameChinese), Parent, TaxClass);

    public static Category Create(string code, CategoryFacts facts)
    {
        var category = new Category { Id = new CategoryId(Guid.CreateVersion7()), Code = code };
        category.Take(facts);
        category.Raise(new CategoryWasMade());
        return category;
    }

    /// <summary>Says something else of it, also where it stands.</summary>
    /// <param name="facts">From now on.</param>
    /// <param name="tree">As it is, locked against everybody else who moves a category.</param>
    public void Change(CategoryFacts facts, CategoryTree tree)
    {
        if (facts == Facts) return;
        if (facts.Parent is { } parent && tree.PathOf(parent).Contains(Code)) throw CatalogueRules.CategoryBelowItself.Broken(Code, parent);
        Take(facts);
        Raise(new CategoryWasChanged());
    }

    /// <summary>Its last event; who says so removes it.</summary>
    public void End() => Raise(new CategoryWasDeleted());

    private void Take(CategoryFacts facts) => (Name, NameChinese, Parent, TaxClass) = (facts.Names.English, facts.Names.Chinese, facts.Parent, facts.TaxClass);
}

/// <summary>What may be said of a category, apart from its code.</summary>
internal sealed record CategoryFacts(Phrase Names, string? Parent, string? TaxClass);

internal sealed record CategoryWasMade : DomainEvent;

internal sealed record CategoryWasChanged : DomainEvent;

internal sealed record CategoryWasDeleted : DomainEvent;
