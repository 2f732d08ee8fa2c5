using Crm.Rendering.Pages;

namespace Crm.Rendering.Mail;

/// <summary>A report as a mail: both parts say the same.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Html">For clients that show HTML.</param>
/// <param name="Text">For those that do not.</param>
public sealed record MailContent(string Subject, string Html, string Text);

/// <summary>How much of a report goes into the mail itself.</summary>
/// <param name="MaxRows">Rows shown of each table and chart; large clients cut a mail off at about 100 KB.</param>
public sealed record MailOptions(int MaxRows = 40);

/// <summary>
/// A report in the HTML that mail clients understand: tables and inline styles only, no style sheet, SVG, image or link. Charts become bars drawn
/// by table cells.
/// </summary>
public static class MailReport
{
    public static async Task<MailContent> Render(ReportDocument document, ReaderFormat reader, MailOptions? options = null)
    {
        options ??= new MailOptions();
        var html = await ComponentHtml.Render<MailPage>(new Dictionary<string, object?>
        {
            [nameof(MailPage.Document)] = document,
            [nameof(MailPage.Reader)] = reader,
            [nameof(MailPage.MaxRows)] = options.MaxRows,
        });
        return new MailContent(CleanText.OneLine(reader.Text(document.Title)), html, PlainTextReport.Render(document, reader, options.MaxRows));
    }
}
