namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>Original values as they are shown beside what is wrong with them.</summary>
internal static class FaultValues
{
    public const int Most = 500;

    public static string Shorten(string value) => value.Length <= Most ? value : value[..(char.IsHighSurrogate(value[Most - 1]) ? Most - 1 : Most)] + "…";
}
