using System.Diagnostics;
using System.Text.RegularExpressions;
using Crm.BuildingBlocks.Hosting.Persistence;

namespace Crm.Benchmarks.Load;

/// <summary>The host as a process of its own, on a free port and an empty database, with its administrator's key.</summary>
internal sealed partial class HostUnderTest : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private HostUnderTest(Process process, string folder, Uri address, string key, TimeSpan startTime)
    {
        _process = process;
        _folder = folder;
        Address = address;
        Key = key;
        StartTime = startTime;
    }

    public Uri Address { get; }

    public string Key { get; }

    /// <summary>From the start of the process to the first successful request.</summary>
    public TimeSpan StartTime { get; }

    public double MegabytesResident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024d / 1024d;
        }
    }

    /// <summary>Processor time the host has used so far. Unlike a duration it hardly depends on what else runs on the machine.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<HostUnderTest> Start(DatabaseProvider provider, string connectionString, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("crm-benchmark-").FullName;
        var port = FreePort();
        var address = new Uri($"http://127.0.0.1:{port}");
        // On a server the migration makes the first key; on SQLite the start does.
        var key = provider == DatabaseProvider.Sqlite ? null : await Migrate(folder, address, provider, connectionString, ct);
        var watch = Stopwatch.StartNew();
        var process = Launch(folder, address, provider, connectionString, argument: null);
        key ??= await ReadKey(process, ct);
        using var http = new HttpClient { BaseAddress = address };
        while (!await Answers(http, ct)) await Task.Delay(50, ct);
        return new HostUnderTest(process, folder, address, key, watch.Elapsed);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<string> Migrate(string folder, Uri address, DatabaseProvider provider, string connectionString, CancellationToken ct)
    {
        using var process = Launch(folder, address, provider, connectionString, "--migrate");
        var key = await ReadKey(process, ct);
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0 ? key : throw new InvalidOperationException($"The migration ended with {process.ExitCode}.");
    }

    private static Process Launch(string folder, Uri address, DatabaseProvider provider, string connectionString, string? argument)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.ArgumentList.Add(typeof(HostUnderTest).Assembly.Location.Replace("Crm.Benchmarks.dll", "Crm.Host.dll", StringComparison.Ordinal));
        if (argument is not null) start.ArgumentList.Add(argument);
        start.Environment["Urls"] = address.ToString();
        start.Environment["Database__Provider"] = provider.ToString();
        start.Environment["Database__ConnectionString"] = connectionString;
        start.Environment["Keys__Master"] = Convert.ToBase64String(new byte[32]);
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        return Process.Start(start)!;
    }

    private static async Task<string> ReadKey(Process process, CancellationToken ct)
    {
        while (await process.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            if (KeyPattern().Match(line) is not { Success: true } match) continue;
            // A full pipe would stop the host.
            _ = process.StandardOutput.ReadToEndAsync(ct);
            _ = process.StandardError.ReadToEndAsync(ct);
            return match.Value;
        }

        throw new InvalidOperationException($"The host ended without printing a key: {await process.StandardError.ReadToEndAsync(ct)}");
    }

    private static async Task<bool> Answers(HttpClient http, CancellationToken ct)
    {
        try
        {
            return (await http.GetAsync("/health/ready", ct)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("crm_[0-9A-Za-z-]+_[0-9A-Za-z_-]+")]
    private static partial Regex KeyPattern();
}
