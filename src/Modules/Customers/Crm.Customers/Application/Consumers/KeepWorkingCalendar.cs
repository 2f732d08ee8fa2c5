using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Customers.Domain.Cases;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;

namespace Crm.Customers.Application.Consumers;

/// <summary>Keeps when people work, to count deadlines in it.</summary>
internal sealed class KeepWorkingCalendar(CustomersDbContext db) : IConsumer<WorkingCalendarChangedV1>, IConsumer<WorkingCalendarRemovedV1>
{
    public async Task Consume(Received<WorkingCalendarChangedV1> received, CancellationToken ct)
    {
        var calendar = received.Event;
        var copy = await db.Set<WorkingCalendarCopy>().FindAsync([calendar.CalendarId], ct);
        if (copy is null) db.Set<WorkingCalendarCopy>().Add(copy = new WorkingCalendarCopy(calendar.CalendarId));
        var hours = calendar.Hours.Select(h => new WorkingSpan(Enum.Parse<DayOfWeek>(h.Day, ignoreCase: true), h.FromMinute, h.ToMinute));
        copy.Take(received.StreamPosition, calendar.Code, calendar.TimeZone, [.. hours], [.. calendar.Holidays], calendar.IsDefault);
    }

    public async Task Consume(Received<WorkingCalendarRemovedV1> received, CancellationToken ct)
    {
        if (await db.Set<WorkingCalendarCopy>().FindAsync([received.Event.CalendarId], ct) is { } copy) db.Set<WorkingCalendarCopy>().Remove(copy);
    }
}
