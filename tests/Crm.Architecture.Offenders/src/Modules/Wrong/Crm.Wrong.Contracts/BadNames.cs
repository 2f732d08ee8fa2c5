using Crm.BuildingBlocks;

namespace Crm.Wrong.Contracts;

public sealed record NamelessV1(Guid Id) : IIntegrationEvent;

[EventName("wrong.Not_Kebab")]
public sealed record NotKebabV1(Guid Id) : IIntegrationEvent;

[EventName("neighbour.borrowed.v1")]
public sealed record BorrowedV1(Guid Id) : IIntegrationEvent;

[EventName("wrong.other-version.v2")]
public sealed record OtherVersionV1(Guid Id) : IIntegrationEvent;

[EventName("wrong.twin.v1")]
public sealed record TwinV1(Guid Id) : IIntegrationEvent;

[EventName("wrong.twin.v1")]
public sealed record SecondTwinV1(Guid Id) : IIntegrationEvent;
