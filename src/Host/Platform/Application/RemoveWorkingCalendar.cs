using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using FluentValidation;

namespace Crm.Host.Platform.Application;

/// <summary>Takes a working calendar away. Whoever had chosen it counts in the one that counts where nobody chose.</summary>
internal sealed record RemoveWorkingCalendar(Guid Id) : ICommand<WorkingCalendarReply>;

internal sealed class RemoveWorkingCalendarValidator : AbstractValidator<RemoveWorkingCalendar>
{
    public RemoveWorkingCalendarValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class RemoveWorkingCalendarHandler(PlatformDbContext db) : ICommandHandler<RemoveWorkingCalendar, WorkingCalendarReply>
{
    public async Task<WorkingCalendarReply> Handle(RemoveWorkingCalendar command, CancellationToken ct)
    {
        // Nobody makes it the one that counts meanwhile.
        await db.Touch(Stamp.WorkingCalendars, ct);
        var calendar = await db.ForChange<WorkingCalendar, WorkingCalendarId>(new WorkingCalendarId(command.Id), ct);
        calendar.Remove();
        db.Set<WorkingCalendar>().Remove(calendar);
        return new WorkingCalendarReply(calendar.Key, calendar.Version);
    }
}
