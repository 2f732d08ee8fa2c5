using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Application;

/// <summary>A working calendar as administrators write it.</summary>
internal abstract record WorkingCalendarInput
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>IANA name of the zone by whose clock the hours are meant.</summary>
    public required string TimeZone { get; init; }

    public required IReadOnlyList<WorkingHours> Hours { get; init; }

    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];

    /// <summary>The one that counts where nobody chose another; whichever was before no longer is.</summary>
    public bool IsDefault { get; init; }

    public WorkingCalendarFacts ToFacts() => new(Code.Trim(), Name.Trim(), TimeZone, Hours, Holidays, IsDefault);
}

/// <summary>Makes a working calendar.</summary>
internal sealed record AddWorkingCalendar : WorkingCalendarInput, ICommand<WorkingCalendarReply>;

/// <summary>Replaces what a working calendar says. Deadlines that were counted before stay.</summary>
internal sealed record ChangeWorkingCalendar : WorkingCalendarInput, ICommand<WorkingCalendarReply>
{
    [JsonIgnore]
    public Guid Id { get; init; }
}

internal sealed record WorkingCalendarReply(Guid Id, int Version);

internal class WorkingCalendarValidator<TInput> : AbstractValidator<TInput>
    where TInput : WorkingCalendarInput
{
    private const int MostHours = 100;
    private const int MostHolidays = 2000;

    private static readonly Phrase OneAfterAnother = new(
        "Hours begin before they end, in whole minutes, and do not overlap others of the same day; 00:00 as an end is midnight.",
        "时段须先开始后结束，精确到分钟，且同一天内不得重叠；结束时间 00:00 表示午夜。");

    public WorkingCalendarValidator()
    {
        RuleFor(c => c.Code).NotEmpty().MaximumLength(100);
        RuleFor(c => c.Name).NotEmpty().MaximumLength(200);
        RuleFor(c => c.TimeZone).NotEmpty().IsTimeZone();
        RuleFor(c => c.Hours).NotEmpty();
        RuleFor(c => c.Hours.Count).LessThanOrEqualTo(MostHours).OverridePropertyName(nameof(WorkingCalendarInput.Hours)).When(c => c.Hours is not null);
        RuleForEach(c => c.Hours).NotNull().Must((c, hours) => hours is null || IsPossible(c.Hours, hours)).WithPhrase(OneAfterAnother).When(c => c.Hours?.Count <= MostHours);
        RuleFor(c => c.Holidays.Count).LessThanOrEqualTo(MostHolidays).OverridePropertyName(nameof(WorkingCalendarInput.Holidays));
    }

    private static bool IsPossible(IReadOnlyList<WorkingHours> all, WorkingHours hours) =>
        Enum.IsDefined(hours.Day) && hours.From.Ticks % TimeSpan.TicksPerMinute == 0 && hours.To.Ticks % TimeSpan.TicksPerMinute == 0
        && hours.FromMinute < hours.ToMinute && all.OfType<WorkingHours>().Count(hours.Overlaps) == 1;
}

internal sealed class AddWorkingCalendarValidator : WorkingCalendarValidator<AddWorkingCalendar>;

internal sealed class ChangeWorkingCalendarValidator : WorkingCalendarValidator<ChangeWorkingCalendar>;

internal sealed class AddWorkingCalendarHandler(PlatformDbContext db) : ICommandHandler<AddWorkingCalendar, WorkingCalendarReply>
{
    public async Task<WorkingCalendarReply> Handle(AddWorkingCalendar command, CancellationToken ct)
    {
        var facts = command.ToFacts();
        await db.RequireFreeCalendarCode(facts, self: null, ct);
        var calendar = WorkingCalendar.Create(facts);
        db.Set<WorkingCalendar>().Add(calendar);
        return new WorkingCalendarReply(calendar.Key, calendar.Version);
    }
}

internal sealed class ChangeWorkingCalendarHandler(PlatformDbContext db) : ICommandHandler<ChangeWorkingCalendar, WorkingCalendarReply>
{
    public async Task<WorkingCalendarReply> Handle(ChangeWorkingCalendar command, CancellationToken ct)
    {
        var calendar = await db.ForChange<WorkingCalendar, WorkingCalendarId>(new WorkingCalendarId(command.Id), ct);
        var facts = command.ToFacts();
        await db.RequireFreeCalendarCode(facts, calendar.Id, ct);
        calendar.Change(facts);
        return new WorkingCalendarReply(calendar.Key, calendar.Version);
    }
}

internal static class WorkingCalendars
{
    /// <summary>Codes are unique, and so is the one that counts where nobody chose: the others stand back.</summary>
    public static async Task RequireFreeCalendarCode(this PlatformDbContext db, WorkingCalendarFacts facts, WorkingCalendarId? self, CancellationToken ct)
    {
        // Two at a time could each find none that counts; they take turns.
        await db.Touch(Stamp.WorkingCalendars, ct);
        var others = (await db.Set<WorkingCalendar>().ToListAsync(ct)).Where(c => c.Id != self).ToList();
        if (others.Exists(c => string.Equals(c.Code, facts.Code, StringComparison.OrdinalIgnoreCase))) throw PlatformRules.CalendarCodeTaken.Broken(facts.Code);
        if (facts.IsDefault) others.ForEach(c => c.StandBack());
    }
}
