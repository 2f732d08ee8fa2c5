using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;

namespace Crm.Testing;

/// <summary>A real process of ours, for tests that need its sudden death. What it writes is kept; it never outlives its test.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    // Long enough for a machine with other work; a test that hangs still ends.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly Channel<string> _unread = Channel.CreateUnbounded<string>();

    private ChildProcess(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>Everything written so far to standard output and error.</summary>
    public string Output => string.Join(Environment.NewLine, _output);

    /// <summary>Starts a .NET assembly, such as that of the host, under the runtime of the tests.</summary>
    /// <param name="assembly">The type's assembly is the program.</param>
    /// <param name="arguments">Of the command line.</param>
    /// <param name="environment">Added to that of the tests.</param>
    /// <param name="workingDirectory">None: that of the tests.</param>
    public static ChildProcess OfAssembly(
        Type assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? workingDirectory = null) =>
        Start(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet",
            [assembly.Assembly.Location, .. arguments], environment, workingDirectory);

    public static ChildProcess Start(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? workingDirectory = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory ?? "",
        };
        // As in the tests themselves (tests.runsettings): a process that lives for seconds gains nothing from compiling well, nor from a heap per processor.
        start.Environment["DOTNET_JITMinOpts"] = "1";
        start.Environment["DOTNET_TieredCompilation"] = "0";
        start.Environment["DOTNET_gcServer"] = "0";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;

        var child = new ChildProcess(new Process { StartInfo = start });
        child._process.OutputDataReceived += (_, e) => child.Keep(e.Data);
        child._process.ErrorDataReceived += (_, e) => child.Keep(e.Data);
        child._process.Start();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        _ = child.CompleteOutputAtTheEnd();
        return child;
    }

    /// <summary>The next line, not yet waited for, that contains the text. A process that ends or stays silent fails the test with all it wrote.</summary>
    public async Task<string> Line(string containing)
    {
        using var limit = new CancellationTokenSource(LongestWait);
        try
        {
            while (true)
            {
                var line = await _unread.Reader.ReadAsync(limit.Token);
                if (line.Contains(containing, StringComparison.Ordinal)) return line;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ChannelClosedException)
        {
            throw new InvalidOperationException($"'{containing}' was not written ({(_process.HasExited ? $"ended with {_process.ExitCode}" : "running")}). Output:\n{Output}", e);
        }
    }

    /// <summary>kill -9: no handler runs, nothing is flushed.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as a service manager would, and waits for the end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> Stop()
    {
        using (var term = Process.Start("kill", ["-TERM", $"{Id}"])) await term.WaitForExitAsync();
        return await Exit();
    }

    /// <returns>The exit code of a process that ends by itself.</returns>
    public async Task<int> Exit()
    {
        using var limit = new CancellationTokenSource(LongestWait);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await Kill();
        _process.Dispose();
    }

    private async Task CompleteOutputAtTheEnd()
    {
        await _process.WaitForExitAsync();
        _unread.Writer.TryComplete();
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        _unread.Writer.TryWrite(line);
    }
}
