using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Crm.BuildingBlocks.Hosting.Messaging;

public static class MessagingRegistration
{
    /// <summary>
    /// Everything events need to get from module to module. The loops are not started by this: the host adds <see cref="MessagingLoops"/>
    /// through <see cref="AddCrmMessagingLoops"/>, tests run the flow step by step.
    /// </summary>
    public static IServiceCollection AddCrmMessaging(this IServiceCollection services, ModuleCatalog catalog)
    {
        MessagingChecks.Run(catalog);
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(catalog);
        services.AddOptions<MessagingOptions>().Configure<IServiceProvider>((options, provider) =>
            provider.GetService<IConfiguration>()?.GetSection(MessagingOptions.Section).Bind(options));
        services.TryAddSingleton<MessageSignals>();
        services.AddSingleton(new Subscriptions(catalog));
        services.AddSingleton<WorkTurns>();
        services.AddSingleton<MessagingMetrics>();
        services.AddSingleton<MessageCounting>();
        services.AddSingleton<MessageFlow>();
        services.AddScoped<MessageReading>();
        services.TryAddScoped<KeyedWork>();
        services.AddScoped<MessageRepairs>();
        services.AddSingleton<Republishing>();
        services.AddHealthChecks().AddCheck<MessagingHealth>("messages");
        foreach (var module in catalog.Descriptions)
        {
            foreach (var consumer in module.Consumers) services.TryAddScoped(consumer.Type);
            if (module.CurrentState is not null) services.TryAddScoped(module.CurrentState);
        }

        return services;
    }

    /// <summary>Runs relays and inboxes for as long as the host runs.</summary>
    public static IServiceCollection AddCrmMessagingLoops(this IServiceCollection services) => services.AddHostedService<MessagingLoops>();
}
