using Crm.BuildingBlocks.Hosting.Demo;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Spectre.Console;

namespace Crm.Host.Demo;

/// <summary><c>demo</c>: a company with two years of business, made by the modules themselves, in a database of its own.</summary>
internal static class DemoCommand
{
    public const string Verb = "demo";

    /// <summary>Setting: how many days the company has been in business; two years unless it is told.</summary>
    public const string DaysSetting = "Demo:Days";

    private const int Seed = 20260101;
    private const int Years = 2;

    // Beside the database: a demo that was interrupted while it was filled is made anew, one that is complete is kept as it was left.
    private static readonly string Folder = Path.GetFullPath("data");
    private static readonly string DatabaseFile = Path.Combine(Folder, "demo.db");
    private static readonly string Marker = Path.Combine(Folder, "demo.complete");

    // Held until the process ends.
    private static FileStream? _lock;

    /// <summary>The demo never touches the data of a real installation.</summary>
    /// <exception cref="StartupFailure">Another demo runs on the same files.</exception>
    public static void Prepare(WebApplicationBuilder builder)
    {
        Directory.CreateDirectory(Folder);
        Lock();
        if (!File.Exists(Marker))
            foreach (var left in new[] { DatabaseFile, DatabaseFile + "-wal", DatabaseFile + "-shm" }) File.Delete(left);
        builder.Configuration[$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Provider)}"] = nameof(DatabaseProvider.Sqlite);
        builder.Configuration[$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.ConnectionString)}"] = $"Data Source={DatabaseFile}";
    }

    public static async Task Fill(IServiceProvider services, CancellationToken ct)
    {
        if (File.Exists(Marker)) return;
        // Codes of colours are unreadable in a log file.
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var days = services.GetRequiredService<IConfiguration>().GetValue<int?>(DaysSetting);
        var firstDay = days is null ? today.AddYears(-Years).AddDays(1) : today.AddDays(1 - days.Value);
        await AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async progress =>
            {
                foreach (var stage in Enum.GetValues<DemoStage>()) await Fill(services, stage, Run, progress, ct);
            });
        await File.WriteAllTextAsync(Marker, $"{today:O}", ct);

        DemoRun Run(ProgressTask task) => new(Seed, firstDay, today, (done, total) => (task.Value, task.MaxValue) = (done, total));
    }

    private static void Lock()
    {
        try
        {
            _lock = new FileStream(Path.Combine(Folder, "demo.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new StartupFailure($"Another demo runs in {Folder}.");
        }
    }

    private static async Task Fill(IServiceProvider services, DemoStage stage, Func<ProgressTask, DemoRun> run, ProgressContext progress, CancellationToken ct)
    {
        await using var scope = services.CreateJobScope(Verb);
        foreach (var part in scope.ServiceProvider.GetServices<IDemoData>().Where(d => d.Stage == stage))
        {
            var task = progress.AddTask(part.What.English);
            await part.Fill(run(task), ct);
            task.Value = task.MaxValue;
        }

        await services.GetRequiredService<MessageFlow>().RunUntilIdle(ct);
    }

    /// <summary>What to try first.</summary>
    public static void Greet(WebApplication app, string? key)
    {
        using var scope = app.Services.CreateScope();
        var address = app.Urls.First();
        var tries = scope.ServiceProvider.GetServices<IDemoData>().OrderBy(d => d.Stage).SelectMany(d => d.Try)
            .Select(path => $"curl -H \"Authorization: Bearer $CRM_KEY\" \"{address}{path}\"");
        Console.WriteLine($"""

            The demo company is ready at {address} (browse {address}/docs). Report mails are in {Path.Combine(Folder, "mail")}.
            {(key is null ? "The key was shown when the demo was made; delete the folder data to make it anew." : $"export CRM_KEY={key}")}

            {string.Join(Environment.NewLine, tries)}

            """);
    }
}
