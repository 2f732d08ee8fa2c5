using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Modules;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Crm.BuildingBlocks.Hosting.Pipeline;

public static class PipelineRegistration
{
    /// <summary>
    /// Finds handlers and validators of every module and wraps the handlers once, after all modules are described: per module the
    /// decorators would wrap the others' handlers again.
    /// </summary>
    public static void AddCommandPipeline(this IServiceCollection services, ModuleCatalog catalog)
    {
        var assemblies = catalog.Descriptions.Where(d => d.HasHandlers).Select(d => d.Assembly).Distinct().ToArray();
        services.Scan(scan => scan.FromAssemblies(assemblies)
            .AddClasses(classes => classes.AssignableTo(typeof(ICommandHandler<,>)).Where(t => !t.IsGenericTypeDefinition), publicOnly: false)
            .AsImplementedInterfaces(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommandHandler<,>)).WithScopedLifetime()
            .AddClasses(classes => classes.AssignableTo(typeof(IValidator<>)).Where(t => !t.IsGenericTypeDefinition), publicOnly: false)
            .AsImplementedInterfaces(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IValidator<>)).WithSingletonLifetime());
        RequireOneValidatorAndHandlerPerCommand(services, assemblies);
        services.TryAddSingleton<MessageSignals>();
        services.AddSingleton<Transactions>();
        services.AddScoped<CommandContext>();
        services.TryAddScoped<KeyedWork>();
        services.AddScoped<UnseenFields>();
        if (!services.Any(s => s.ServiceType.IsGenericType && s.ServiceType.GetGenericTypeDefinition() == typeof(ICommandHandler<,>))) return;
        services.Decorate(new HandlerDecoration(typeof(UnitOfWork<,>)));
        services.Decorate(new HandlerDecoration(typeof(Validation<,>)));
        services.Decorate(new HandlerDecoration(typeof(Telemetry<,>)));
    }

    private static void RequireOneValidatorAndHandlerPerCommand(IServiceCollection services, IEnumerable<System.Reflection.Assembly> assemblies)
    {
        var registered = services.CountBy(s => s.ServiceType).ToDictionary();
        foreach (var command in assemblies.SelectMany(a => a.GetTypes()).Where(t => t is { IsAbstract: false, IsInterface: false }))
        {
            if (command.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>)) is not { } marker) continue;
            var validators = registered.GetValueOrDefault(typeof(IValidator<>).MakeGenericType(command));
            if (validators != 1) throw new StartupFailure($"The command {command.FullName} has {validators} validators instead of one.");
            var handlers = registered.GetValueOrDefault(typeof(ICommandHandler<,>).MakeGenericType(command, marker.GenericTypeArguments[0]));
            if (handlers != 1) throw new StartupFailure($"The command {command.FullName} has {handlers} handlers instead of one.");
        }
    }
}
