using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Crm.Rendering.Printing;

/// <summary>
/// Turns a page of <see cref="Pages.HtmlReport"/> into PDF or PNG through a headless Chromium. One instance is shared by all who print, as it
/// bounds how many browsers run.
/// </summary>
/// <remarks>The browser gets a folder of its own and no network, and is ended with all its children when it takes too long.</remarks>
public sealed class PdfPrinter(PrinterOptions options, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(options.Parallel);

    /// <summary>Whether printing can work here at all.</summary>
    public bool HasBrowser => BrowserSearch.Find(options.BrowserPath).Path is not null;

    /// <summary>All pages, in the paper format the page itself asks for.</summary>
    public Task<PrintResult> ToPdf(string html, CancellationToken ct) =>
        Print(html, "report.pdf", "application/pdf", file => ["--no-pdf-header-footer", $"--print-to-pdf={file}"], ct);

    /// <summary>The page from its top, cut off where the picture ends.</summary>
    /// <param name="html">A complete page.</param>
    /// <param name="width">CSS pixels.</param>
    /// <param name="height">CSS pixels.</param>
    /// <param name="ct">Ends the browser.</param>
    public Task<PrintResult> ToPng(string html, int width, int height, CancellationToken ct) =>
        Print(html, "report.png", "image/png", file => ["--hide-scrollbars", Invariant($"--window-size={width},{height}"), $"--screenshot={file}"], ct);

    public void Dispose() => _slots.Dispose();

    private async Task<PrintResult> Print(string html, string fileName, string contentType, Func<string, string[]> arguments, CancellationToken ct)
    {
        var (browser, lookedFor) = BrowserSearch.Find(options.BrowserPath);
        if (browser is null)
            return new PrintResult.NoBrowser(lookedFor);

        await _slots.WaitAsync(ct);
        var folder = Directory.CreateTempSubdirectory("crm-print-");
        try
        {
            var page = Path.Combine(folder.FullName, "report.html");
            var file = Path.Combine(folder.FullName, fileName);
            await File.WriteAllTextAsync(page, html, new UTF8Encoding(false), ct);
            var failure = await Run(browser, [.. Flags(folder.FullName), .. arguments(file), new Uri(page).AbsoluteUri], file, ct);
            return failure ?? new PrintResult.Printed(await File.ReadAllBytesAsync(file, ct), contentType);
        }
        finally
        {
            await Remove(folder);
            _slots.Release();
        }
    }

    /// <returns>Null when the file is there.</returns>
    private async Task<PrintResult?> Run(string browser, IEnumerable<string> arguments, string file, CancellationToken ct)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(browser, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false },
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new PrintResult.Failed(null, e.Message);
        }

        using var limit = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            // Both streams are read while it runs: a full pipe would stop the browser.
            var output = process.StandardOutput.ReadToEndAsync(either.Token);
            var errors = await process.StandardError.ReadToEndAsync(either.Token);
            errors += await output;
            await process.WaitForExitAsync(either.Token);
            return File.Exists(file) ? null : new PrintResult.Failed(process.ExitCode, errors[^Math.Min(errors.Length, 2000)..]);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new PrintResult.TimedOut(options.Timeout);
        }
        finally
        {
            await End(process);
        }
    }

    private static async Task End(Process process)
    {
        if (process.HasExited)
            return;

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    private static IEnumerable<string> Flags(string folder)
    {
        yield return "--headless";
        yield return "--disable-gpu";
        yield return "--disable-dev-shm-usage";
        yield return "--no-first-run";
        yield return "--no-default-browser-check";
        yield return "--disable-background-networking";
        yield return "--disable-breakpad";
        yield return "--disable-component-update";
        yield return "--disable-extensions";
        yield return "--disable-sync";
        yield return "--host-resolver-rules=MAP * ~NOTFOUND";
        yield return $"--user-data-dir={Path.Combine(folder, "profile")}";

        // Chromium refuses its sandbox to root.
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
            yield return "--no-sandbox";
    }

    /// <summary>A straggling child of the browser may still write into the folder for a moment. What cannot be removed must not cost the print.</summary>
    private static async Task Remove(DirectoryInfo folder)
    {
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            try
            {
                folder.Delete(recursive: true);
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt), CancellationToken.None);
            }
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
