using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Segments;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Segments;

/// <summary>Writes down who belongs to the segment now, among the customers that the caller may see, and tells the others.</summary>
internal sealed record FreezeSegment(Guid Id) : ICommand<FrozenSegment>;

/// <param name="FreezeId">Of the list.</param>
/// <param name="SegmentVersion">By which version of the rules.</param>
/// <param name="FrozenAt">The moment that it is true of.</param>
/// <param name="Count">How many belong to it.</param>
internal sealed record FrozenSegment(Guid FreezeId, int SegmentVersion, DateTimeOffset FrozenAt, int Count);

internal sealed class FreezeSegmentValidator : AbstractValidator<FreezeSegment>
{
    public FreezeSegmentValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class FreezeSegmentHandler(CustomersDbContext db, CustomerAudience audience, TimeProvider time) : ICommandHandler<FreezeSegment, FrozenSegment>
{
    private const int IdsPerEvent = 5000;

    public async Task<FrozenSegment> Handle(FreezeSegment command, CancellationToken ct)
    {
        var segment = await db.ForChange<Segment, SegmentId>(new SegmentId(command.Id), ct);
        var now = time.GetUtcNow();
        var version = segment.Published ?? throw SegmentsRules.NotPublished.Broken();
        var chosen = await audience.Chosen("", SegmentRule.Read(version.Rules), now, ct);
        var members = await chosen.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(ct);
        var freeze = segment.Freeze(members, IdsPerEvent, now);
        db.Add(freeze);
        await db.Dialect.BulkInsert(db, members.ConvertAll(m => new SegmentMember { FreezeId = freeze.Id, CustomerId = m }), ct);
        return new FrozenSegment(freeze.Id, freeze.SegmentVersion, freeze.FrozenAt, freeze.Count);
    }
}
