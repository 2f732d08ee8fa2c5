using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Attachments;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Crm.BuildingBlocks.Hosting.Modules;

public static class CrmRegistration
{
    /// <summary>Everything the modules of a catalog need to work, without a web server: the host and the tests of modules both start here.</summary>
    public static void AddCrm(this IServiceCollection services, ModuleCatalog catalog, DatabaseOptions database)
    {
        services.AddSingleton(catalog);
        services.AddSingleton(database);
        services.AddSingleton(_ => Dialect.For(database));
        services.TryAddSingleton<KeyRing>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<CallerContext>();
        foreach (var module in catalog.Descriptions)
        {
            LongWorkCleaning.Schedule(module);
            services.AddModuleContext(module);
            foreach (var job in module.Jobs) services.TryAddScoped(job.Type);
            if (module.CurrentState is not null) services.TryAddScoped(module.CurrentState);
            foreach (var add in module.Services) add(services);
        }

        services.AddCommandPipeline(catalog);
        services.AddOperations(catalog);
        services.AddImports();
        services.AddSettings<AttachmentOptions>(AttachmentOptions.Section);
        services.AddScoped<AttachmentDesk>();
    }
}
