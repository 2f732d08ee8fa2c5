using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Segments;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application.Segments;

/// <summary>Begins a segment with a draft of its rules.</summary>
internal sealed record DescribeSegment : SegmentInput, ICommand<SegmentReply>;

internal sealed class DescribeSegmentValidator : AbstractValidator<DescribeSegment>
{
    public DescribeSegmentValidator() => Include(new SegmentInputValidator<DescribeSegment>());
}

internal sealed class DescribeSegmentHandler(CustomersDbContext db, CustomerAudience audience, TimeProvider time) : ICommandHandler<DescribeSegment, SegmentReply>
{
    public async Task<SegmentReply> Handle(DescribeSegment command, CancellationToken ct)
    {
        await audience.RequireReadable(command.Rules, time.GetUtcNow(), ct);
        var segment = Segment.Describe(command.Name.Trim(), command.Description, command.Rules.Write(), time.GetUtcNow());
        db.Add(segment);
        return new SegmentReply(segment.Key, segment.Version);
    }
}
