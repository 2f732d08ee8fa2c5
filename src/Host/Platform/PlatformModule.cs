using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Audit;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Host.Admin;
using Crm.Host.Demo;
using Crm.Host.Platform.Access;
using Crm.Host.Platform.Application;
using Crm.Host.Platform.Application.Imports;
using Crm.Host.Platform.Keys;
using Crm.Host.Platform.Persistence;
using Microsoft.Extensions.Options;

namespace Crm.Host.Platform;

/// <summary>The platform part of the host, shaped like a module: users, roles, API clients, org units, settings, keys of personal data.</summary>
public sealed class PlatformModule : IModule
{
    public string Name => "platform";

    public void Describe(ModuleBuilder module) => module
        .Database<PlatformDbContext>()
        .Handlers()
        .Publishes<PlatformPublishedEvents>()
        .Republishes<PlatformCurrentState>()
        .Permissions<PlatformPermissions>()
        .Permissions<OperatorPermissions>()
        .Permissions<OperationPermissions>()
        .Import<UserImport>("platform.users", PlatformPermissions.ManageUsers)
        .Demo<DemoPeople>()
        .Operation<RepublishWork>(RepublishWork.Kind)
        .Operation<AuditVerification>(AuditVerification.Kind)
        .Services(AddAccess)
        .Services(AddKeys)
        .Services(AddSettings);

    /// <summary>Nothing but the import of people: apps of the company have no other business with the platform.</summary>
    public void MapEndpoints(IEndpointRouteBuilder routes) => routes.MapImports(Name);

    private static void AddAccess(IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section);
        services.AddSingleton<RequestBudgets>();
        services.AddSingleton<FailedSignIns>();
        services.AddSingleton<AccessDirectory>();
        services.AddSingleton<ICallers, CallersOfUsers>();
        services.AddSingleton<ApiKeyTokens>();
        services.AddSingleton<TokenRules>();
        services.AddSingleton<CompanyTokens>();
        services.AddSingleton<IBearerTokens>(provider => provider.GetRequiredService<ApiKeyTokens>());
        services.AddSingleton<IBearerTokens>(provider => provider.GetRequiredService<CompanyTokens>());
        services.AddScoped<AccessReferences>();
        services.AddScoped<LastAdministrator>();
        services.AddSingleton<AccessUpkeep>();
        services.AddHostedService<AccessUpkeepLoop>();
    }

    private static void AddKeys(IServiceCollection services)
    {
        services.AddOptions<KeyOptions>().BindConfiguration(KeyOptions.Section);
        services.AddSingleton(provider => MasterKey.Of(provider.GetRequiredService<IOptions<KeyOptions>>().Value, provider.GetRequiredService<DatabaseOptions>()));
        services.AddSingleton<DataKeys>();
        services.AddSingleton<PersonKeys>();
        services.AddSingleton<IPersonKeys>(provider => provider.GetRequiredService<PersonKeys>());
        services.AddSingleton<KeyRotation>();
        services.AddHostedService<KeyRotationLoop>();
        services.AddHostedService<AuditSealerLoop>();
    }

    private static void AddSettings(IServiceCollection services)
    {
        services.AddSingleton<ISettings, PlatformSettings>();
        foreach (var setting in CompanySettings.All) services.AddSingleton(setting);
    }
}
