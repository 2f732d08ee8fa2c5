namespace Crm.BuildingBlocks.Hosting.Imports.Sources;

/// <summary>Opens a file as what it is: its first bytes decide, not its name.</summary>
internal static class RowSources
{
    private static readonly byte[] Zip = [(byte)'P', (byte)'K', 3, 4];

    /// <summary>Of the workbooks before 2007, and of those with a password.</summary>
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0];

    /// <param name="content">Seekable; disposed with the source.</param>
    /// <param name="name">Of the file, for messages.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="options">How much may be in it.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<RowSource> Open(Stream content, string name, ImportFormat format, ImportOptions options, CancellationToken ct)
    {
        byte[] start;
        try
        {
            start = await StartOf(content, ct);
            if (start.AsSpan().SequenceEqual(CompoundFile)) throw ImportRules.WorkbookUnreadable.Broken(name);
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }

        return IsWorkbook(start)
            ? await XlsxSource.Open(content, name, format.Sheet, options, ct)
            : await CsvSource.Open(content, name, format, options.MostRecordBytes, ct);
    }

    public static bool IsWorkbook(ReadOnlySpan<byte> start) => start.StartsWith(Zip);

    private static async Task<byte[]> StartOf(Stream content, CancellationToken ct)
    {
        var start = new byte[Zip.Length];
        var read = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct);
        content.Position = 0;
        return start[..read];
    }
}
