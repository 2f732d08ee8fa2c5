using Crm.BuildingBlocks.Hosting.Modules;
using Crm.Host.Demo;
using Crm.Host.Startup;

const string MigrateOnly = "--migrate";

try
{
    var isDemo = args.Contains(DemoCommand.Verb);
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = [.. args.Except([DemoCommand.Verb, MigrateOnly])],
        // The settings lie beside the program, wherever it is started from; data is kept where it is started.
        ContentRootPath = AppContext.BaseDirectory,
    });
    if (isDemo) DemoCommand.Prepare(builder);
    var app = CrmHost.Build(builder);
    var firstKey = await CrmHost.Prepare(app, migrateServersToo: args.Contains(MigrateOnly), CancellationToken.None);
    if (args.Contains(MigrateOnly)) return 0;
    CrmHost.Map(app);
    if (isDemo)
    {
        await DemoCommand.Fill(app.Services, CancellationToken.None);
        app.Lifetime.ApplicationStarted.Register(() => DemoCommand.Greet(app, firstKey));
    }

    await app.RunAsync();
    return 0;
}
catch (StartupFailure failure)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}

/// <summary>Made visible so that tests can start the host in their own process.</summary>
public partial class Program;
