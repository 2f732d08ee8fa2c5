using Crm.BuildingBlocks;
using Crm.Neighbour.Contracts;
using FluentValidation;

namespace Crm.Wrong.Contracts;

[EventName("wrong.validated.v1")]
public sealed record ValidatedV1(Guid Id) : IIntegrationEvent
{
    public IValidator<ValidatedV1>? Validator { get; init; }

    public static NeighbourLeftV1 Left() => new(Guid.Empty);
}
