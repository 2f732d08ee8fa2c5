using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Cases;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Cases;

/// <summary>Says what is promised for cases of a priority, of any kind or of one.</summary>
internal sealed record DefineServiceLevel : ICommand<ServiceConfigured>
{
    [JsonIgnore]
    public CaseKind? Kind { get; init; }

    [JsonIgnore]
    public CasePriority Priority { get; init; }

    /// <summary>Working minutes to the first answer; left out, nothing is promised.</summary>
    public int? ResponseMinutes { get; init; }

    /// <summary>Working minutes to the solution; left out, nothing is promised.</summary>
    public int? SolutionMinutes { get; init; }

    /// <summary>In which they are counted; left out, the working calendar that counts where nobody chose.</summary>
    public Guid? CalendarId { get; init; }

    public static string CodeOf(CaseKind? kind, CasePriority priority) => $"{(kind is { } one ? Enums.Name(one) : "any")}-{Enums.Name(priority)}";
}

/// <summary>Says who is told of a case when a promise is about to be broken, or was.</summary>
internal sealed record DefineEscalation : ICommand<ServiceConfigured>
{
    [JsonIgnore]
    public int Level { get; init; }

    public required CaseDeadline Deadline { get; init; }

    /// <summary>Minutes of the clock after the deadline; negative: before.</summary>
    public required int MinutesAfter { get; init; }

    /// <summary>A user who is told beside whoever sees to the case.</summary>
    public Guid? PersonId { get; init; }

    public bool IsActive { get; init; } = true;
}

/// <summary>Writes an answer that is given often.</summary>
internal sealed record DefineCaseTemplate : ICommand<ServiceConfigured>
{
    [JsonIgnore]
    public string Code { get; init; } = "";

    /// <summary>May name {customer}, {number}, {subject}, {solution}, {agent} and {company}.</summary>
    public required Phrase Text { get; init; }

    public bool IsActive { get; init; } = true;
}

internal sealed record ServiceConfigured(Guid Id, int Version);

internal sealed class DefineServiceLevelValidator : AbstractValidator<DefineServiceLevel>
{
    private const int YearOfMinutes = 366 * 24 * 60;

    public DefineServiceLevelValidator()
    {
        RuleFor(c => c.Kind).IsInEnum();
        RuleFor(c => c.Priority).IsInEnum();
        RuleFor(c => c.ResponseMinutes).InclusiveBetween(1, YearOfMinutes);
        RuleFor(c => c.SolutionMinutes).InclusiveBetween(1, YearOfMinutes);
    }
}

internal sealed class DefineEscalationValidator : AbstractValidator<DefineEscalation>
{
    private const int MostLevels = 9;
    private const int MostMinutes = 90 * 24 * 60;

    public DefineEscalationValidator()
    {
        RuleFor(c => c.Level).InclusiveBetween(1, MostLevels);
        RuleFor(c => c.Deadline).IsInEnum();
        RuleFor(c => c.MinutesAfter).InclusiveBetween(-MostMinutes, MostMinutes);
    }
}

internal sealed class DefineCaseTemplateValidator : AbstractValidator<DefineCaseTemplate>
{
    private static readonly Phrase UnknownName = new(
        $"A name in braces is one of {string.Join(", ", CaseTemplate.Names)}.", $"花括号中的名称应为以下之一：{string.Join("、", CaseTemplate.Names)}。");

    public DefineCaseTemplateValidator()
    {
        RuleFor(c => c.Code).IsPlainCode();
        RuleFor(c => c.Text).NotNull().ChildRules(text =>
        {
            text.RuleFor(t => t.English).NotEmpty().MaximumLength(CustomerLimits.Note).Must(KnowsItsNames).WithPhrase(UnknownName);
            text.RuleFor(t => t.Chinese).NotEmpty().MaximumLength(CustomerLimits.Note).Must(KnowsItsNames).WithPhrase(UnknownName);
        });
    }

    private static bool KnowsItsNames(string? text) => text is null || NamedPlaces.FirstUnknown(text, CaseTemplate.Names) is null;
}

internal sealed class DefineServiceLevelHandler(CustomersDbContext db) : ICommandHandler<DefineServiceLevel, ServiceConfigured>
{
    public async Task<ServiceConfigured> Handle(DefineServiceLevel command, CancellationToken ct)
    {
        if (command.CalendarId is { } calendar && !await db.Set<WorkingCalendarCopy>().AnyAsync(c => c.Id == calendar, ct)) throw CaseRules.CalendarUnknown.Broken(calendar);
        var code = DefineServiceLevel.CodeOf(command.Kind, command.Priority);
        var level = await db.Set<ServiceLevel>().SingleOrDefaultAsync(l => l.Code == code, ct);
        if (level is null)
            db.Set<ServiceLevel>().Add(level = ServiceLevel.Define(code, command.Kind, command.Priority, command.ResponseMinutes, command.SolutionMinutes, command.CalendarId));
        else
        {
            db.CheckExpectedVersion(level);
            level.Change(command.ResponseMinutes, command.SolutionMinutes, command.CalendarId);
        }

        return new ServiceConfigured(level.Key, level.Version);
    }
}

internal sealed class DefineEscalationHandler(CustomersDbContext db, CaseDesk desk) : ICommandHandler<DefineEscalation, ServiceConfigured>
{
    public async Task<ServiceConfigured> Handle(DefineEscalation command, CancellationToken ct)
    {
        await desk.RequireOwner(command.PersonId, unit: null, ct);
        var rule = await db.Set<EscalationRule>().SingleOrDefaultAsync(r => r.Level == command.Level, ct);
        if (rule is null)
            db.Set<EscalationRule>().Add(rule = EscalationRule.Define(command.Level, command.Deadline, command.MinutesAfter, command.PersonId, command.IsActive));
        else
        {
            db.CheckExpectedVersion(rule);
            rule.Change(command.Deadline, command.MinutesAfter, command.PersonId, command.IsActive);
        }

        return new ServiceConfigured(rule.Key, rule.Version);
    }
}

internal sealed class DefineCaseTemplateHandler(CustomersDbContext db) : ICommandHandler<DefineCaseTemplate, ServiceConfigured>
{
    public async Task<ServiceConfigured> Handle(DefineCaseTemplate command, CancellationToken ct)
    {
        var template = await db.Set<CaseTemplate>().SingleOrDefaultAsync(t => t.Code == command.Code, ct);
        if (template is null) db.Set<CaseTemplate>().Add(template = CaseTemplate.Define(command.Code, command.Text, command.IsActive));
        else
        {
            db.CheckExpectedVersion(template);
            template.Change(command.Text, command.IsActive);
        }

        return new ServiceConfigured(template.Key, template.Version);
    }
}
