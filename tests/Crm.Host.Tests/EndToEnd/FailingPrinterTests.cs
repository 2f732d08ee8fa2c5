using System.Diagnostics;
using System.Net;
using Crm.Host.Tests.App;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

public sealed class FailingPrinterTests
{
    // Its children say goodbye where nobody ends them.
    private const string Script = """
        #!/bin/sh
        for last; do :; done
        echo "$last" > "$0.page"
        if [ -e "$0.fifo" ]; then
            exec 9>"$0.fifo"
            (sleep 60; echo survived >&9) &
            wait
        fi
        exit 3
        """;

    [SkippableFact]
    public async Task A_browser_that_dies_or_hangs_is_a_clear_answer_and_leaves_nothing_behind()
    {
        Skip.If(OperatingSystem.IsWindows(), "Needs a Unix shell.");
        var folder = Directory.CreateTempSubdirectory("crm-printer-");
        try
        {
            var browser = Path.Combine(folder.FullName, "browser");
            await File.WriteAllTextAsync(browser, Script);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
            await using var app = await CrmApp.Start(settings: [("Printing:BrowserPath", browser), ("Printing:Timeout", "00:00:02")]);
            var clerk = app.Administrator();
            var anna = await clerk.RegisterAnna();
            await clerk.AddTea();
            await app.EventsSettled();
            var invoices = $"{Annas.Orders}/{await clerk.OrderTea(anna)}/invoices";
            await (await clerk.Post(invoices.Replace("/invoices", "/ship", StringComparison.Ordinal), new { })).Json();
            var invoice = $"/api/v1/sales-orders/invoices/{(await (await clerk.Post(invoices, new { })).Json(HttpStatusCode.Created)).Id()}/pdf";

            await (await clerk.GetAsync(invoice)).Problem(409, "urn:crm:rule:sales-orders.pdf-failed");
            await NothingIsLeft(browser);

            await Process.Start("mkfifo", $"{browser}.fifo").WaitForExitAsync();
            var lastWords = Task.Run(() => File.ReadAllTextAsync($"{browser}.fifo"));
            await (await clerk.GetAsync(invoice)).Problem(409, "urn:crm:rule:sales-orders.pdf-failed");
            (await lastWords).ShouldBe("", "A child of the browser outlived it.");
            await NothingIsLeft(browser);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task NothingIsLeft(string browser)
    {
        var page = new Uri((await File.ReadAllTextAsync($"{browser}.page")).Trim()).LocalPath;
        page.ShouldContain("crm-print-");
        Directory.Exists(Path.GetDirectoryName(page)).ShouldBeFalse();
    }
}
