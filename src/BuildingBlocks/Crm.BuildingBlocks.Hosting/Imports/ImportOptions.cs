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

    /// <summary>Longest part of a workbook once it is unpacked, in bytes.</summary>
    public long MostExpandedBytes { get; set; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Memory for the different texts of a workbook, in bytes.</summary>
    public long MostSharedBytes { get; set; } = 128L * 1024 * 1024;
}
