namespace Crm.BuildingBlocks;

public enum CallerKind
{
    [Label("Nobody", "匿名")]
    Anonymous,
    [Label("Person", "人员")]
    Person,
    [Label("Application", "应用")]
    Application,
    [Label("Job", "作业")]
    Job,
}

/// <summary>Which records a permission reaches. Ordered: a wider scope has a greater value.</summary>
public enum RowScope
{
    [Label("None", "无")]
    None,
    [Label("Own", "本人")]
    Own,
    [Label("Unit", "本部门")]
    Unit,
    [Label("Unit and below", "本部门及下级")]
    UnitAndBelow,
    [Label("All", "全部")]
    All,
}

/// <summary>Who acts, and what that caller may do. Modules know callers by this alone.</summary>
public sealed record Caller(Guid Id, CallerKind Kind, string Name)
{
    public static readonly Caller Nobody = new(Guid.Empty, CallerKind.Anonymous, "anonymous");

    /// <summary>A job or consumer of the system itself: may do everything.</summary>
    public static Caller Job(string name) => new(Guid.Empty, CallerKind.Job, $"job:{name}") { MayAll = true };

    public bool MayAll { get; init; }

    /// <summary>The caller is an app, its id that of the person it acts for.</summary>
    public bool ActsForPerson { get; init; }

    /// <summary>Whose the records are that this caller makes: a person, or the one an app acts for. Null for other apps and jobs.</summary>
    public Guid? PersonId => Kind == CallerKind.Person || ActsForPerson ? Id : null;

    /// <summary>Permission name to the rows it reaches.</summary>
    public IReadOnlyDictionary<string, RowScope> Permissions { get; init; } = new Dictionary<string, RowScope>();

    public Guid? UnitId { get; init; }

    /// <summary>The caller's unit and all below it.</summary>
    public IReadOnlyList<Guid> UnitsBelow { get; init; } = [];

    /// <summary>Fields this caller never sees in full: <c>resource.field</c> to how it is masked.</summary>
    public IReadOnlyDictionary<string, FieldMask> Masks { get; init; } = new Dictionary<string, FieldMask>();

    /// <summary>The language chosen in the caller's settings; null leaves it to Accept-Language.</summary>
    public Language? PreferredLanguage { get; init; }

    /// <summary>IANA zone for relative dates such as <c>thisMonth</c>.</summary>
    public string TimeZone { get; init; } = "UTC";

    public RowScope ScopeOf(string permission) => MayAll ? RowScope.All : Permissions.GetValueOrDefault(permission, RowScope.None);

    /// <summary>The units whose records a scope reaches, whoever owns them. Empty where that is no question of units.</summary>
    public IReadOnlyList<Guid> UnitsWithin(RowScope scope) => scope switch
    {
        RowScope.Unit when UnitId is { } unit => [unit],
        RowScope.UnitAndBelow => UnitsBelow,
        _ => [],
    };

    /// <summary>Whether a scope reaches a record. What is one's own is within every scope but none.</summary>
    /// <param name="scope">Of the permission in question.</param>
    /// <param name="ownerId">Of the record.</param>
    /// <param name="unitId">Of the record; one without a unit is in nobody's.</param>
    public bool Reaches(RowScope scope, Guid? ownerId, Guid? unitId) =>
        scope == RowScope.All || (scope >= RowScope.Own && ownerId == Id) || (unitId is { } unit && UnitsWithin(scope).Contains(unit));
}

public enum FieldMask
{
    /// <summary>The field is left out of every read and export.</summary>
    [Label("Left out", "隐藏")]
    Omit,

    /// <summary>Only the last characters are shown.</summary>
    [Label("Shortened", "部分隐藏")]
    Shorten,
}

/// <summary>
/// On a property of a view: a copy of what another resource owns. Whoever may not see the original does not see the copy either, nor
/// filter, sort or search by it.
/// </summary>
/// <param name="field">The original as masks name it, such as <c>customers.name</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MaskedAsAttribute(string field) : Attribute
{
    public string Field { get; } = field;
}

/// <summary>A record that belongs to a person and a unit, and is therefore subject to row scope.</summary>
public interface IOwned
{
    Guid? OwnerId { get; }

    Guid? UnitId { get; }
}

/// <summary>A record that whoever has it may give up: it lies in a pool and is nobody's until somebody claims it.</summary>
public interface IPooled : IOwned
{
    bool IsPooled { get; }
}
