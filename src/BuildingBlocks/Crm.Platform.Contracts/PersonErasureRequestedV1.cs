using Crm.BuildingBlocks;

namespace Crm.Platform.Contracts;

/// <summary>
/// The personal values of a person have to go. The key of the person is already destroyed when this arrives; every module blanks what
/// it keeps readable: names, columns, attachments.
/// </summary>
/// <param name="PersonId">The record the values belong to: a customer, a contact, a user.</param>
[EventName("platform.person-erasure-requested.v1")]
public sealed record PersonErasureRequestedV1(Guid PersonId, DateTimeOffset RequestedAt) : IIntegrationEvent;
