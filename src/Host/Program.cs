using Crm.BuildingBlocks.Hosting.Modules;
using Crm.Host.Startup;

try
{
    var migrateOnly = args.Contains("--migrate");
    var builder = WebApplication.CreateBuilder([.. args.Where(a => a != "--migrate")]);
    var app = CrmHost.Build(builder);
    await CrmHost.Prepare(app, migrateOnly, CancellationToken.None);
    if (migrateOnly) return 0;
    CrmHost.Map(app);
    await app.RunAsync();
    return 0;
}
catch (StartupFailure failure)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}

/// <summary>Made visible so that tests can start the host in their own process.</summary>
public partial class Program;
