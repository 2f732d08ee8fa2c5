using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Catalogue;

internal readonly record struct UnitOfMeasureId(Guid Value) : ITypedId;

/// <summary>What quantities count: pieces, boxes, hours. Quantities are whole everywhere, so a unit is chosen as small as it is sold.</summary>
internal sealed class UnitOfMeasure : AggregateRoot
{
    private UnitOfMeasure()
    {
    }

    public UnitOfMeasureId Id { get; private set; }

    public override Guid Key => Id.Value;

    /// <summary>Products name it by this. Never changes.</summary>
    public string Code { get; private set; } = "";

    /// <summary>In English.</summary>
    public string Name { get; private set; } = "";

    public string NameChinese { get; private set; } = "";

    public static UnitOfMeasure Create(string code, Phrase names)
    {
        var unit = new UnitOfMeasure { Id = new UnitOfMeasureId(Guid.CreateVersion7()), Code = code };
        unit.Rename(names);
        return unit;
    }

    public void Rename(Phrase names)
    {
        if (names == new Phrase(Name, NameChinese)) return;
        (Name, NameChinese) = (names.English, names.Chinese);
        Raise(new UnitOfMeasureWasNamed());
    }

    /// <summary>Its last event; who says so removes it.</summary>
    public void End() => Raise(new UnitOfMeasureWasDeleted());
}

internal sealed record UnitOfMeasureWasNamed : DomainEvent;

internal sealed record UnitOfMeasureWasDeleted : DomainEvent;
