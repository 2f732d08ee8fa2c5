using Crm.BuildingBlocks;

namespace Crm.Reporting.Persistence.Facts;

/// <summary>
/// What a report shows in place of an id. Never part of a fact, so that a new name shows everywhere at once and an erased one nowhere.
/// Copies come in any order between each other and the orders; an older version than the one that is known is ignored.
/// </summary>
internal abstract class Copy : IGenerated
{
    public required int Generation { get; init; }

    /// <summary>The source's version; 0 when no more is known than that the record was erased.</summary>
    public int SourceVersion { get; set; }
}

internal sealed class CustomerCopy : Copy
{
    public required Guid CustomerId { get; init; }

    public string Code { get; set; } = "";

    public string Kind { get; set; } = "";

    [Personal]
    public string? Name { get; set; }

    public string? Country { get; set; }

    public string? Region { get; set; }

    public string? City { get; set; }

    public string? Industry { get; set; }

    public string? Source { get; set; }

    public string? Channel { get; set; }

    public bool IsDeleted { get; set; }

    /// <summary>The customer that this one was found to be: its figures are shown under that one.</summary>
    public Guid? SurvivorId { get; set; }

    /// <summary>The person was erased: name, city and source stay blank, whatever comes later.</summary>
    public bool IsErased { get; set; }
}

internal sealed class ProductCopy : Copy
{
    public required Guid ProductId { get; init; }

    public string Sku { get; set; } = "";

    public string Name { get; set; } = "";

    public string? Category { get; set; }

    public string? Unit { get; set; }

    public bool IsActive { get; set; }
}

internal sealed class PersonCopy : Copy
{
    public required Guid UserId { get; init; }

    public string Login { get; set; } = "";

    public string? Name { get; set; }

    public Guid? UnitId { get; set; }

    public bool IsErased { get; set; }
}

internal sealed class UnitCopy : Copy
{
    public required Guid UnitId { get; init; }

    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public Guid? ParentId { get; set; }
}
