using System.Reflection;
using Crm.BuildingBlocks.Hosting.Modules;

namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>What can be wrong with events and consumers is found before the host starts.</summary>
public static class MessagingChecks
{
    private const int LongestName = 200;

    public static void Run(ModuleCatalog catalog)
    {
        CheckConsumers(catalog);
        RequireUniqueNames(KnownEvents(catalog));
    }

    private static void CheckConsumers(ModuleCatalog catalog)
    {
        var consumers = catalog.Descriptions.SelectMany(module => module.Consumers, (module, consumer) => (Module: module, Consumer: consumer)).ToList();
        if (consumers.GroupBy(c => c.Consumer.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new StartupFailure($"Two consumers are called '{twice.Key}'.");
        var homes = catalog.Descriptions.Select(m => m.Assembly).ToHashSet();
        foreach (var (module, consumer) in consumers)
        {
            if (module.Context is null) throw new StartupFailure($"The module '{module.Name}' consumes events but has no database.");
            if (consumer.Events.Count == 0) throw new StartupFailure($"The consumer '{consumer.Name}' names no event.");
            foreach (var wanted in consumer.Events)
            {
                if (!IsEvent(wanted))
                    throw new StartupFailure($"The consumer '{consumer.Name}' wants {wanted.FullName}, which is no integration event with a name.");
                if (!IsContracts(wanted.Assembly.GetName()) && !homes.Contains(wanted.Assembly))
                    throw new StartupFailure($"The consumer '{consumer.Name}' wants {wanted.FullName}, which belongs neither to a Contracts assembly nor to a module of this host.");
            }
        }
    }

    internal static void RequireUniqueNames(IEnumerable<Type> events)
    {
        foreach (var named in events.GroupBy(EventNames.Of))
        {
            if (named.Count() > 1)
                throw new StartupFailure($"The event name '{named.Key}' is taken twice: by {string.Join(" and ", named.Select(e => e.FullName).Order())}.");
            if (named.Key.Length is 0 or > LongestName) throw new StartupFailure($"The event name of {named.First().FullName} is empty or longer than {LongestName}.");
        }
    }

    /// <summary>Whatever the modules can say or hear: the events of their own assemblies and of every Contracts assembly they refer to.</summary>
    private static IEnumerable<Type> KnownEvents(ModuleCatalog catalog)
    {
        var homes = catalog.Descriptions.Select(m => m.Assembly).Distinct().ToList();
        var contracts = homes.SelectMany(home => home.GetReferencedAssemblies()).Where(IsContracts).Select(Assembly.Load);
        return homes.Concat(contracts)
            .Concat(catalog.Descriptions.SelectMany(m => m.Consumers).SelectMany(c => c.Events).Select(e => e.Assembly))
            .Distinct().SelectMany(assembly => assembly.GetTypes()).Where(type => IsEvent(type) && type.IsVisible);
    }

    private static bool IsEvent(Type type) =>
        type is { IsAbstract: false, IsInterface: false } && typeof(IIntegrationEvent).IsAssignableFrom(type) && type.IsDefined(typeof(EventNameAttribute), inherit: false);

    private static bool IsContracts(AssemblyName assembly) => assembly.Name?.EndsWith(".Contracts", StringComparison.Ordinal) == true;
}
