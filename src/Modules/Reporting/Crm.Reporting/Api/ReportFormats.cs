using System.Text;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Rendering;
using Crm.Rendering.Files;
using Crm.Rendering.Pages;
using Crm.Reporting.Application.Reports;
using Microsoft.AspNetCore.Http;

namespace Crm.Reporting.Api;

internal enum ReportFormat
{
    Json,
    Csv,
    Xlsx,
    Html,
}

/// <summary>The same report as JSON, a file or a page.</summary>
internal static class ReportFormats
{
    public const string Json = "application/json";
    public const string Csv = "text/csv";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Html = "text/html";

    private static readonly Phrase Unknown = new("One of these is expected: json, csv, xlsx, html.", "应为以下值之一：json、csv、xlsx、html。");

    /// <exception cref="InvalidInput">The parameter names a format that does not exist.</exception>
    public static ReportFormat Of(string? parameter, HttpRequest request) => parameter switch
    {
        "json" => ReportFormat.Json,
        "csv" => ReportFormat.Csv,
        "xlsx" => ReportFormat.Xlsx,
        "html" => ReportFormat.Html,
        null => Accepted(request),
        _ => throw new InvalidInput("format", Unknown),
    };

    public static async Task<IResult> Answer(
        SalesReport report, ReportFormat format, CallerContext caller, ISettings settings, DateTimeOffset now, CancellationToken ct)
    {
        if (format == ReportFormat.Json) return TypedResults.Ok(report);
        var document = SalesReportDocument.Of(report, now, await settings.Text(CompanySettings.Name, ct));
        var reader = ReaderOf(caller);
        if (format == ReportFormat.Html) return TypedResults.Content(await HtmlReport.Render(document, reader), Html, Encoding.UTF8);
        var file = await ReportFile.Write(document, format == ReportFormat.Csv ? FileFormat.Csv : FileFormat.Xlsx, reader, ct);
        return TypedResults.File(file.Content.ToArray(), file.ContentType, file.Name);
    }

    private static ReaderFormat ReaderOf(CallerContext caller) =>
        new(caller.Language, TimeZoneInfo.TryFindSystemTimeZoneById(caller.Caller.TimeZone, out var zone) ? zone : null);

    private static ReportFormat Accepted(HttpRequest request)
    {
        foreach (var accepted in request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1))
        {
            switch (accepted.MediaType.Value)
            {
                case Json: return ReportFormat.Json;
                case Csv: return ReportFormat.Csv;
                case Xlsx: return ReportFormat.Xlsx;
                case Html: return ReportFormat.Html;
            }
        }

        return ReportFormat.Json;
    }
}
