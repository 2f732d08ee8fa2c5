using Crm.Rendering.Printing;
using Crm.SalesOrders.Domain;
using Microsoft.Extensions.Logging;

namespace Crm.SalesOrders.Application;

/// <summary>Prints documents, or says why not: whoever asked reads that there is no browser or that it failed, the log what the browser said.</summary>
internal sealed partial class DocumentPrinter(PdfPrinter printer, ILogger<DocumentPrinter> log)
{
    public async Task<byte[]> ToPdf(string html, CancellationToken ct)
    {
        switch (await printer.ToPdf(html, ct))
        {
            case PrintResult.Printed printed:
                return printed.Content;
            case PrintResult.NoBrowser:
                throw SalesOrdersRules.PdfUnavailable.Broken();
            case PrintResult.TimedOut slow:
                LogFailed($"not ready after {slow.After}");
                break;
            case PrintResult.Failed failed:
                LogFailed($"exit code {failed.ExitCode}: {failed.Output}");
                break;
        }

        throw SalesOrdersRules.PdfFailed.Broken();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A document was not printed: {Why}")]
    private partial void LogFailed(string why);
}
