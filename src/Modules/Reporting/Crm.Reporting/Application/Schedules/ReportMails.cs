using Crm.BuildingBlocks.Hosting.Mail;
using Crm.Rendering;
using Crm.Rendering.Mail;
using Crm.Reporting.Application.Reports;
using Crm.Reporting.Domain.Schedules;

namespace Crm.Reporting.Application.Schedules;

/// <summary>Writes the mail of a delivery.</summary>
internal static class ReportMails
{
    /// <summary>By which the transport knows the mail of a delivery.</summary>
    public static string KeyOf(DeliveryId delivery) => delivery.Value.ToString("N");

    public static async Task<OutgoingMail> Write(
        Delivery delivery, ReportSchedule schedule, Subscription subscription, SalesReport report, string company, DateTimeOffset now, CancellationToken ct)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone);
        var reader = new ReaderFormat(subscription.Language, zone);
        var document = SalesReportDocument.Of(report, now, company);
        var content = await MailReport.Render(document, reader);
        return new OutgoingMail(KeyOf(delivery.Id), new Mailbox(subscription.Email), $"{schedule.Name}: {content.Subject}", content.Text)
        {
            Html = content.Html,
            Files = subscription.Attachment == Attachment.None ? [] : [await File(document, subscription.Attachment, reader, ct)],
        };
    }

    private static async Task<MailFile> File(ReportDocument document, Attachment attachment, ReaderFormat reader, CancellationToken ct)
    {
        var file = await ReportFile.Write(document, attachment == Attachment.Csv ? FileFormat.Csv : FileFormat.Xlsx, reader, ct);
        return new MailFile(file.Name, file.ContentType, file.Content);
    }
}
