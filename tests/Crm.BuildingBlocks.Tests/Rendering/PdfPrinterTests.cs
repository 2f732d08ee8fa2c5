using System.Buffers.Binary;
using System.Text;
using Crm.Rendering;
using Crm.Rendering.Pages;
using Crm.Rendering.Printing;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Rendering;

public sealed class PdfPrinterTests
{
    [SkippableFact]
    public async Task A_report_is_printed_as_pdf_and_as_picture()
    {
        using var printer = new PdfPrinter(new PrinterOptions { Timeout = TimeSpan.FromMinutes(2) }, TimeProvider.System);
        Skip.IfNot(printer.HasBrowser, "Chromium is not installed.");
        var page = await HtmlReport.Render(SalesReport.Document, ReaderFormat.Chinese);

        var pdf = (await printer.ToPdf(page, CancellationToken.None)).ShouldBeOfType<PrintResult.Printed>();
        var png = (await printer.ToPng(page, 800, 600, CancellationToken.None)).ShouldBeOfType<PrintResult.Printed>();

        pdf.ContentType.ShouldBe("application/pdf");
        Encoding.ASCII.GetString(pdf.Content, 0, 5).ShouldBe("%PDF-");
        png.ContentType.ShouldBe("image/png");
        Encoding.ASCII.GetString(png.Content, 1, 3).ShouldBe("PNG");
        BinaryPrimitives.ReadInt32BigEndian(png.Content.AsSpan(16)).ShouldBe(800);
    }

    [Fact]
    public async Task Without_a_browser_the_answer_says_so()
    {
        using var printer = new PdfPrinter(new PrinterOptions { BrowserPath = "/nowhere/chromium" }, TimeProvider.System);

        var result = (await printer.ToPdf("<html></html>", CancellationToken.None)).ShouldBeOfType<PrintResult.NoBrowser>();

        result.LookedFor.ShouldBe(["/nowhere/chromium"]);
        printer.HasBrowser.ShouldBeFalse();
    }

    [SkippableFact]
    public async Task A_browser_that_never_ends_is_ended()
    {
        using var script = new BrowserScript("exec sleep 600");
        using var printer = new PdfPrinter(new PrinterOptions { BrowserPath = script.Path, Timeout = TimeSpan.FromMilliseconds(200) }, TimeProvider.System);

        (await printer.ToPdf("<html></html>", CancellationToken.None)).ShouldBe(new PrintResult.TimedOut(TimeSpan.FromMilliseconds(200)));
    }

    [SkippableFact]
    public async Task A_browser_that_fails_is_quoted()
    {
        using var script = new BrowserScript("echo 'no display' >&2; exit 3");
        using var printer = new PdfPrinter(new PrinterOptions { BrowserPath = script.Path }, TimeProvider.System);

        var result = (await printer.ToPdf("<html></html>", CancellationToken.None)).ShouldBeOfType<PrintResult.Failed>();

        result.ExitCode.ShouldBe(3);
        result.Output.ShouldContain("no display");
    }

    [SkippableFact]
    public async Task The_folder_of_a_print_is_gone_afterwards()
    {
        using var script = new BrowserScript("for last; do :; done; echo \"$last\" >&2; exit 1");
        using var printer = new PdfPrinter(new PrinterOptions { BrowserPath = script.Path }, TimeProvider.System);

        var result = (await printer.ToPdf("<html></html>", CancellationToken.None)).ShouldBeOfType<PrintResult.Failed>();

        var page = new Uri(result.Output.Trim()).LocalPath;
        page.ShouldContain("crm-print-");
        Directory.Exists(Path.GetDirectoryName(page)).ShouldBeFalse();
    }

    /// <summary>Stands in for a browser that misbehaves.</summary>
    private sealed class BrowserScript : IDisposable
    {
        private readonly DirectoryInfo _folder;

        public BrowserScript(string body)
        {
            Skip.If(OperatingSystem.IsWindows(), "Needs a Unix shell.");
            _folder = Directory.CreateTempSubdirectory("crm-browser-");
            Path = System.IO.Path.Combine(_folder.FullName, "browser");
            File.WriteAllText(Path, $"#!/bin/sh\n{body}\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        }

        public string Path { get; }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
