using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Xunit.Abstractions;

namespace Crm.Host.Tests.App;

/// <summary>The host as a process of its own, which can be killed and started again on the same database.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly DirectoryInfo _folder;

    private readonly ITestOutputHelper _output;

    private HostProcess(ChildProcess process, DirectoryInfo folder, HttpClient administrator, ITestOutputHelper output)
    {
        _output = output;
        _process = process;
        _folder = folder;
        Administrator = administrator;
    }

    /// <summary>May do everything, as fast as it likes.</summary>
    public HttpClient Administrator { get; }

    /// <param name="database">What it works on.</param>
    /// <param name="administratorKey">Of an administrator of that database.</param>
    /// <param name="output">Told in the end what the host wrote.</param>
    public static async Task<HostProcess> Start(TestDatabase database, string administratorKey, ITestOutputHelper output)
    {
        var folder = Directory.CreateTempSubdirectory("crm-host-");
        var process = Launch(folder.FullName, new Dictionary<string, string>
        {
            ["Database__Provider"] = $"{database.Provider}",
            ["Database__ConnectionString"] = Patient(database),
            ["Keys__Master"] = CrmApp.MasterKey,
            ["Mail__PickupFolder"] = folder.FullName,
        });
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = await Address(process), Timeout = TimeSpan.FromMinutes(5) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", administratorKey);
        await process.Line("requests are let in");
        return new HostProcess(process, folder, client, output);
    }

    // On a busy machine many clients wait longer for each other than a server that is on its own would let them.
    private static string Patient(TestDatabase database) => database.Provider == DatabaseProvider.Postgres
        ? $"{database.ConnectionString};Maximum Pool Size=70;Timeout=300;Command Timeout=300"
        : database.ConnectionString;

    /// <summary>A host on a free port, started in the folder. It does not wait for the disk: it may be killed, but nobody cuts the power.</summary>
    public static ChildProcess Launch(string folder, IReadOnlyDictionary<string, string> settings, params string[] arguments) => ChildProcess.OfAssembly(
        typeof(Program),
        ["--urls", "http://127.0.0.1:0", "--contentRoot", AppContext.BaseDirectory, .. arguments],
        new Dictionary<string, string>(settings) { ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information", ["Database__SurvivesPowerCut"] = "false" },
        folder);

    /// <summary>Where it listens, once it does.</summary>
    public static async Task<Uri> Address(ChildProcess host)
    {
        var line = await host.Line("Now listening on: ");
        return new Uri(Regex.Match(line, "http://[0-9.:]+").Value);
    }

    /// <summary>kill -9.</summary>
    public Task Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        Administrator.Dispose();
        _output.WriteLine(_process.Output);
        await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
