namespace Crm.BuildingBlocks;

public static class TimeZones
{
    /// <summary>Whether it is the IANA name of a zone that this machine knows. Windows names are none: others who are told them could not read them.</summary>
    public static bool IsIana(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId;
}
