using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Segments;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application.Segments;

/// <summary>Changes the draft of a segment, or begins one; what is in force stays in force.</summary>
internal sealed record ChangeSegment(Guid Id, SegmentInput Segment) : ICommand<SegmentReply>;

internal sealed class ChangeSegmentValidator : AbstractValidator<ChangeSegment>
{
    public ChangeSegmentValidator() => RuleFor(c => c.Segment).SetValidator(new SegmentInputValidator<SegmentInput>()).OverridePropertyName("");
}

internal sealed class ChangeSegmentHandler(CustomersDbContext db, CustomerAudience audience, TimeProvider time) : ICommandHandler<ChangeSegment, SegmentReply>
{
    public async Task<SegmentReply> Handle(ChangeSegment command, CancellationToken ct)
    {
        var segment = await db.ForChange<Segment, SegmentId>(new SegmentId(command.Id), ct);
        await audience.RequireReadable(command.Segment.Rules, time.GetUtcNow(), ct);
        segment.Redescribe(command.Segment.Name.Trim(), command.Segment.Description, command.Segment.Rules.Write(), time.GetUtcNow());
        return new SegmentReply(segment.Key, segment.Version);
    }
}
