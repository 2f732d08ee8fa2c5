using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Scrutor;

namespace Crm.BuildingBlocks.Hosting.Pipeline;

/// <summary>
/// Wraps every command handler in a decorator, which is compiled when the command is first sent: to compile all of them at once was
/// half of what building the services of a host took.
/// </summary>
/// <param name="decorator">Open over command and result; takes the handler it wraps.</param>
internal sealed class HandlerDecoration(Type decorator) : DecorationStrategy(typeof(ICommandHandler<,>), serviceKey: null)
{
    private static readonly ConcurrentDictionary<Type, ObjectFactory> Factories = new();

    protected override bool CanDecorate(Type serviceType) =>
        serviceType.IsConstructedGenericType && serviceType.GetGenericTypeDefinition() == typeof(ICommandHandler<,>);

    public override Func<IServiceProvider, object?, object> CreateDecorator(Type serviceType, string serviceKey)
    {
        var wrapping = decorator.MakeGenericType(serviceType.GenericTypeArguments);
        return (services, _) => Factories.GetOrAdd(wrapping, static (type, handler) => ActivatorUtilities.CreateFactory(type, [handler]), serviceType)(
            services, [services.GetRequiredKeyedService(serviceType, serviceKey)]);
    }
}
