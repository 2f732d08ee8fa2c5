using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Segments;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application.Segments;

/// <summary>Nothing of the segment is in force any more; its draft and its lists stay.</summary>
internal sealed record RetireSegment(Guid Id) : ICommand<SegmentReply>;

internal sealed class RetireSegmentValidator : AbstractValidator<RetireSegment>
{
    public RetireSegmentValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class RetireSegmentHandler(CustomersDbContext db, TimeProvider time) : ICommandHandler<RetireSegment, SegmentReply>
{
    public async Task<SegmentReply> Handle(RetireSegment command, CancellationToken ct)
    {
        var segment = await db.ForChange<Segment, SegmentId>(new SegmentId(command.Id), ct);
        segment.Retire(time.GetUtcNow());
        return new SegmentReply(segment.Key, segment.Version);
    }
}
