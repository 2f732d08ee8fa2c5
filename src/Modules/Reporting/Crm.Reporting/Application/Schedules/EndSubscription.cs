using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Reporting.Domain.Schedules;
using Crm.Reporting.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Application.Schedules;

/// <summary>Sends nothing more to one recipient.</summary>
internal sealed record EndSubscription(Guid ScheduleId, Guid Id) : ICommand<SubscriptionReply>;

internal sealed class EndSubscriptionValidator : AbstractValidator<EndSubscription>
{
    public EndSubscriptionValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class EndSubscriptionHandler(ReportingDbContext db, TimeProvider time) : ICommandHandler<EndSubscription, SubscriptionReply>
{
    public async Task<SubscriptionReply> Handle(EndSubscription command, CancellationToken ct)
    {
        var schedule = await db.ForChange<ReportSchedule, ScheduleId>(new ScheduleId(command.ScheduleId), ct);
        var id = new SubscriptionId(command.Id);
        var subscription = await db.Subscriptions.SingleOrDefaultAsync(s => s.Id == id && s.ScheduleId == schedule.Id && s.EndedAt == null, ct)
            ?? throw new ResourceNotFound("subscription", command.Id.ToString());
        subscription.End(time.GetUtcNow());
        return new SubscriptionReply(command.Id);
    }
}
