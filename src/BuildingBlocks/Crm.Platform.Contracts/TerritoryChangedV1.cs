using Crm.BuildingBlocks;

namespace Crm.Platform.Contracts;

/// <summary>A territory as it is now, after it was made, changed or moved, also together with one above it.</summary>
/// <param name="ParentId">Null for the top of a tree.</param>
/// <param name="Above">The parent, its parent and so on up to the top.</param>
/// <param name="ManagerId">The user who answers for it.</param>
/// <param name="Rules">Customers that fit one of them belong here, unless another territory fits better.</param>
[EventName("platform.territory-changed.v1")]
public sealed record TerritoryChangedV1(
    Guid TerritoryId, string Code, string Name, Guid? ParentId, IReadOnlyList<Guid> Above, Guid? ManagerId, IReadOnlyList<TerritoryRuleV1> Rules) : IIntegrationEvent;

/// <summary>All that is given has to fit.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Region">State or province, however it is written.</param>
/// <param name="PostalCode">Its beginning.</param>
/// <param name="Industry">However it is written.</param>
public sealed record TerritoryRuleV1(string? Country, string? Region, string? PostalCode, string? Industry);
