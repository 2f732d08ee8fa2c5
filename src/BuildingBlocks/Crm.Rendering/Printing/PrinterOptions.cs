namespace Crm.Rendering.Printing;

/// <summary>Which browser prints, and within which bounds.</summary>
public sealed record PrinterOptions
{
    /// <summary>Path of a Chromium or Chrome; null looks in the usual places.</summary>
    public string? BrowserPath { get; init; }

    /// <summary>How long one page may take, waiting for others not counted.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Browsers running at once; each takes about 200 MB. At least 1.</summary>
    public int Parallel { get; init; } = 2;
}
