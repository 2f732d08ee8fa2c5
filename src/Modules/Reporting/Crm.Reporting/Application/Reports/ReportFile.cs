using Crm.BuildingBlocks;
using Crm.Rendering;
using Crm.Rendering.Files;

namespace Crm.Reporting.Application.Reports;

/// <summary>The file formats of a report.</summary>
internal enum FileFormat
{
    [Label("CSV", "CSV")]
    Csv,
    [Label("Workbook", "工作簿")]
    Xlsx,
}

/// <summary>A report as a file, in the language and zone of its reader.</summary>
internal sealed record ReportFile(string Name, string ContentType, ReadOnlyMemory<byte> Content)
{
    public static async Task<ReportFile> Write(ReportDocument document, FileFormat format, ReaderFormat reader, CancellationToken ct)
    {
        using var content = new MemoryStream();
        if (format == FileFormat.Csv) await CsvTableWriter.Write(content, document.Tables.First().AsStream(), reader, ct: ct);
        else await XlsxTableWriter.Write(content, document, reader, ct);
        return format == FileFormat.Csv
            ? new ReportFile("sales.csv", "text/csv", content.ToArray())
            : new ReportFile("sales.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", content.ToArray());
    }
}
