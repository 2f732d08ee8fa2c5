using Crm.BuildingBlocks;

namespace Crm.Customers.Contracts;

/// <summary>All that other modules may keep of a customer. Name, city, birth year and sex are personal values: blank once the person was erased.</summary>
/// <param name="CustomerId">Never changes.</param>
/// <param name="Code">The company's own customer number.</param>
/// <param name="Kind"><c>organisation</c> or <c>person</c>.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Country">ISO 3166 alpha-2 where known, else as it was given, of the primary address.</param>
/// <param name="Region">State or province of the primary address.</param>
/// <param name="City">Of the primary address.</param>
/// <param name="Industry">Free classification of an organisation.</param>
/// <param name="Source">Where the customer came from.</param>
/// <param name="Channel">The channel it was won through.</param>
/// <param name="Lifecycle"><c>prospect</c>, <c>active</c>, <c>dormant</c> or <c>closed</c>.</param>
/// <param name="BirthYear">Of a person.</param>
/// <param name="Sex"><c>female</c>, <c>male</c>, <c>other</c> or null.</param>
/// <param name="OwnerId">The user who looks after the customer.</param>
/// <param name="UnitId">The org unit it belongs to.</param>
/// <param name="IsBlocked">No new orders are accepted.</param>
/// <param name="IsDeleted">Hidden; may come back.</param>
/// <param name="RegisteredAt">When it was first recorded.</param>
/// <param name="ExternalRefs">Its keys in other systems.</param>
/// <param name="TerritoryId">The part of the market it belongs to.</param>
/// <param name="SurvivorId">The customer that this one was found to be: what was told of this one counts for that one. Null: it is one of its own.</param>
public sealed record CustomerStateV1(
    [PersonKey] Guid CustomerId,
    string Code,
    string Kind,
    [Personal] string? Name,
    string? Country,
    string? Region,
    [Personal] string? City,
    string? Industry,
    [Personal] string? Source,
    string? Channel,
    string Lifecycle,
    [Personal] int? BirthYear,
    [Personal] string? Sex,
    Guid? OwnerId,
    Guid? UnitId,
    bool IsBlocked,
    bool IsDeleted,
    DateTimeOffset RegisteredAt,
    IReadOnlyList<ExternalRefV1> ExternalRefs,
    Guid? TerritoryId = null,
    Guid? SurvivorId = null);

/// <summary>The key of a record in another system.</summary>
/// <param name="System">Name of the other system.</param>
/// <param name="Id">There; null once the person was erased, since some systems know people by their mail address.</param>
public sealed record ExternalRefV1(string System, [Personal] string? Id);
