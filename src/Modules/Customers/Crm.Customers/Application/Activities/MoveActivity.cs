using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application.Activities;

/// <summary>Puts an activity off, or brings it forward.</summary>
internal sealed record MoveActivity : ICommand<ActivitySaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Left out, as it was.</summary>
    public string? TimeZone { get; init; }

    public string? Reason { get; init; }
}

internal sealed class MoveActivityValidator : AbstractValidator<MoveActivity>
{
    public MoveActivityValidator()
    {
        RuleFor(c => c.EndsAt).Must((c, end) => Spans.AreInOrder(c.StartsAt, end)).WithPhrase(Spans.OutOfOrder);
        RuleFor(c => c.TimeZone).Must(Spans.IsZone).WithPhrase(Spans.UnknownZone);
        RuleFor(c => c.Reason).MaximumLength(CustomerLimits.Text);
    }
}

internal sealed class MoveActivityHandler(CustomersDbContext db, ActivityPlanning planning, CallerContext caller, TimeProvider time)
    : ICommandHandler<MoveActivity, ActivitySaved>
{
    public async Task<ActivitySaved> Handle(MoveActivity command, CancellationToken ct)
    {
        var activity = await db.ForChange<Activity, ActivityId>(new ActivityId(command.Id), ct);
        var to = new Appointment(command.StartsAt.ToUniversalTime(), command.EndsAt.ToUniversalTime(), command.TimeZone ?? activity.TimeZone);
        activity.Move(to, command.Reason, caller.Caller.Id, time.GetUtcNow());
        return ActivitySaved.Of(activity, await planning.OverlapsOf(activity, ct));
    }
}
