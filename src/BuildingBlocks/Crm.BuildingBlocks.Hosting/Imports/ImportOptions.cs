namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>Configuration section <c>Imports</c>.</summary>
public sealed class ImportOptions
{
    public const string Section = "Imports";

    /// <summary>Rows per transaction.</summary>
    public int BatchSize { get; set; } = 1000;

    /// <summary>Longest file, in bytes.</summary>
    public long MostBytes { get; set; } = 1024L * 1024 * 1024;

    /// <summary>Longest record of a file, in bytes of UTF-8.</summary>
    public int MostRecordBytes { get; set; } = 1024 * 1024;

    /// <summary>Rows of the second file for one of the first.</summary>
    public int MostDetails { get; set; } = 10_000;
}
