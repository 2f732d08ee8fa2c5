using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Segments;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application.Segments;

/// <summary>Puts the draft in force; the version before is retired.</summary>
internal sealed record PublishSegment(Guid Id) : ICommand<SegmentReply>;

internal sealed class PublishSegmentValidator : AbstractValidator<PublishSegment>
{
    public PublishSegmentValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class PublishSegmentHandler(CustomersDbContext db, TimeProvider time) : ICommandHandler<PublishSegment, SegmentReply>
{
    public async Task<SegmentReply> Handle(PublishSegment command, CancellationToken ct)
    {
        var segment = await db.ForChange<Segment, SegmentId>(new SegmentId(command.Id), ct);
        segment.Publish(time.GetUtcNow());
        return new SegmentReply(segment.Key, segment.Version);
    }
}
