using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Cases;

internal readonly record struct ServiceLevelId(Guid Value) : ITypedId;

/// <summary>What is promised for cases of a priority, and of a kind where one is named.</summary>
internal sealed class ServiceLevel : AggregateRoot
{
    private ServiceLevel()
    {
    }

    public ServiceLevelId Id { get; private set; }

    public override Guid Key => Id.Value;

    /// <summary>Of kind and priority, such as <c>any-high</c>; unique.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Null: any kind that has no level of its own.</summary>
    public CaseKind? Kind { get; private set; }

    public CasePriority Priority { get; private set; }

    /// <summary>Working minutes to the first answer; null promises nothing.</summary>
    public int? ResponseMinutes { get; private set; }

    /// <summary>Working minutes to the solution; null promises nothing.</summary>
    public int? SolutionMinutes { get; private set; }

    /// <summary>In which they are counted; null: the one that counts where nobody chose.</summary>
    public Guid? CalendarId { get; private set; }

    public static ServiceLevel Define(string code, CaseKind? kind, CasePriority priority, int? response, int? solution, Guid? calendarId)
    {
        var level = new ServiceLevel { Id = new ServiceLevelId(Guid.CreateVersion7()), Code = code, Kind = kind, Priority = priority };
        level.Change(response, solution, calendarId);
        return level;
    }

    public void Change(int? response, int? solution, Guid? calendarId)
    {
        (ResponseMinutes, SolutionMinutes, CalendarId) = (response, solution, calendarId);
        Raise(new ServiceLevelWasDefined());
    }
}

internal sealed record ServiceLevelWasDefined : DomainEvent;

internal readonly record struct EscalationRuleId(Guid Value) : ITypedId;

/// <summary>Who is told of a case when a promise is about to be broken, or was.</summary>
internal sealed class EscalationRule : AggregateRoot
{
    private EscalationRule()
    {
    }

    public EscalationRuleId Id { get; private set; }

    public override Guid Key => Id.Value;

    /// <summary>From 1; unique. A higher one is reached later, and passes over lower ones that were not.</summary>
    public int Level { get; private set; }

    public CaseDeadline Deadline { get; private set; }

    /// <summary>Minutes of the clock after the deadline; negative: before.</summary>
    public int MinutesAfter { get; private set; }

    /// <summary>Who is told beside whoever sees to the case.</summary>
    public Guid? PersonId { get; private set; }

    public bool IsActive { get; private set; }

    public static EscalationRule Define(int level, CaseDeadline deadline, int minutesAfter, Guid? personId, bool isActive)
    {
        var rule = new EscalationRule { Id = new EscalationRuleId(Guid.CreateVersion7()), Level = level };
        rule.Change(deadline, minutesAfter, personId, isActive);
        return rule;
    }

    public void Change(CaseDeadline deadline, int minutesAfter, Guid? personId, bool isActive)
    {
        (Deadline, MinutesAfter, PersonId, IsActive) = (deadline, minutesAfter, personId, isActive);
        Raise(new EscalationRuleWasDefined());
    }
}

internal sealed record EscalationRuleWasDefined : DomainEvent;

internal readonly record struct CaseTemplateId(Guid Value) : ITypedId;

/// <summary>An answer that is given often, in both languages, with names in braces.</summary>
internal sealed class CaseTemplate : AggregateRoot
{
    /// <summary>What names in braces may stand for.</summary>
    public static readonly IReadOnlyList<string> Names = ["customer", "number", "subject", "solution", "agent", "company"];

    private CaseTemplate()
    {
    }

    public CaseTemplateId Id { get; private set; }

    public override Guid Key => Id.Value;

    /// <summary>Unique.</summary>
    public string Code { get; private set; } = "";

    public string English { get; private set; } = "";

    public string Chinese { get; private set; } = "";

    public bool IsActive { get; private set; }

    public Phrase Text => new(English, Chinese);

    public static CaseTemplate Define(string code, Phrase text, bool isActive)
    {
        var template = new CaseTemplate { Id = new CaseTemplateId(Guid.CreateVersion7()), Code = code };
        template.Change(text, isActive);
        return template;
    }

    public void Change(Phrase text, bool isActive)
    {
        (English, Chinese, IsActive) = (text.English, text.Chinese, isActive);
        Raise(new CaseTemplateWasDefined());
    }
}

internal sealed record CaseTemplateWasDefined : DomainEvent;
