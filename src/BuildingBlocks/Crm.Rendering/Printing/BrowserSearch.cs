namespace Crm.Rendering.Printing;

/// <summary>Finds an installed Chromium.</summary>
internal static class BrowserSearch
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

    private static readonly string[] WellKnown =
    [
        "/usr/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>A configured path is the only one tried: whoever named it wants that browser and no other.</summary>
    public static (string? Path, IReadOnlyList<string> LookedFor) Find(string? configured)
    {
        if (configured is not null)
            return (File.Exists(configured) ? configured : null, [configured]);

        var path = WellKnown.Concat(OnSearchPath()).FirstOrDefault(File.Exists);
        return (path, [.. WellKnown, .. Names]);
    }

    private static IEnumerable<string> OnSearchPath() =>
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        from name in Names
        select Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
}
