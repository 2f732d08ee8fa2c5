using Crm.BuildingBlocks.Hosting.Modules;
using Crm.Host.Demo;
using Crm.Host.Startup;

const string MigrateOnly = "--migrate";

try
{
    var isDemo = args.Contains(DemoCommand.Verb);
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = [.. args.Where(a => a is not (DemoCommand.Verb or MigrateOnly))],
        // The settings lie beside the program, wherever it is started from; data is kept where it is started.
        ContentRootPath = AppContext.BaseDirectory,
    });
    if (isDemo) DemoCommand.Prepare(builder);
    await using var app = CrmHost.Build(builder);
    if (args.Contains(MigrateOnly))
    {
        await CrmHost.Prepare(app, migrateServersToo: true, CancellationToken.None);
        return 0;
    }

    await CrmHost.Run(app, async stopping =>
    {
        var firstKey = await CrmHost.Prepare(app, migrateServersToo: false, stopping);
        if (!isDemo) return;
        await DemoCommand.Fill(app.Services, stopping);
        DemoCommand.Greet(app, firstKey);
    });
    return 0;
}
catch (StartupFailure failure)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}

/// <summary>Made visible so that tests can start the host in their own process.</summary>
public partial class Program;
