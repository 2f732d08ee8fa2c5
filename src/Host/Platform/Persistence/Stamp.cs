namespace Crm.Host.Platform.Persistence;

/// <summary>Counts the changes of something that hosts keep in memory, so that one small read tells whether they must read it again.</summary>
internal sealed class Stamp
{
    /// <summary>Users, roles, clients, units, settings.</summary>
    public const string Access = "access";

    /// <summary>Data keys, and keys of persons that were destroyed.</summary>
    public const string Keys = "keys";

    /// <summary>Nobody keeps territories in memory; who changes their tree takes turns by it.</summary>
    public const string Territories = "territories";

    /// <summary>Nobody keeps working calendars in memory; who changes them takes turns by it.</summary>
    public const string WorkingCalendars = "working-calendars";

    public required string Name { get; init; }

    public long Value { get; set; }
}
