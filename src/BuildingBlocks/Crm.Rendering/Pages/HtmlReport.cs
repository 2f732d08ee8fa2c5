namespace Crm.Rendering.Pages;

/// <summary>
/// A report as one complete HTML page: inline CSS, charts as inline SVG, no script and nothing fetched from anywhere, so that it may be
/// saved, printed and turned into PDF as it is.
/// </summary>
public static class HtmlReport
{
    public static Task<string> Render(ReportDocument document, ReaderFormat reader) => ComponentHtml.Render<ReportPage>(new Dictionary<string, object?>
    {
        [nameof(ReportPage.Document)] = document,
        [nameof(ReportPage.Reader)] = reader,
    });
}
