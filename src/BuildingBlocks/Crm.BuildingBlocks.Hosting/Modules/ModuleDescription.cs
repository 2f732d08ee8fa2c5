using System.Reflection;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Hosting.Modules;

/// <summary>Everything a module said about itself. The builder only collects; the host acts.</summary>
public sealed class ModuleDescription(string name, Assembly assembly)
{
    public string Name { get; } = name;

    public Assembly Assembly { get; } = assembly;

    /// <summary>The abstract context of the module; the provider's subclass lies beside it.</summary>
    public Type? Context { get; internal set; }

    public PublishedEvents? Publishes { get; internal set; }

    /// <summary>Gives the present state as events, for a module that was switched off or joins late.</summary>
    public Type? CurrentState { get; internal set; }

    public List<ConsumerDescription> Consumers { get; } = [];

    public List<JobDescription> Jobs { get; } = [];

    public List<OperationDescription> Operations { get; } = [];

    public List<ImportDescription> Imports { get; } = [];

    public List<Permission> Permissions { get; } = [];

    public List<Action<IServiceCollection>> Services { get; } = [];

    public bool HasHandlers { get; internal set; }
}

/// <param name="Name">Stored name, chosen once: <c>module.effect</c>.</param>
/// <param name="Type">A class that implements <see cref="IConsumer{TEvent}"/> for each event, or <see cref="IBatchConsumer"/>.</param>
/// <param name="Events">The events it wants.</param>
/// <param name="InBatches">Whether it takes many events in one transaction.</param>
public sealed record ConsumerDescription(string Name, Type Type, IReadOnlyList<Type> Events, bool InBatches);

/// <param name="Name">Stored name within the module.</param>
/// <param name="Type">An <see cref="Jobs.IScheduledJob"/>.</param>
/// <param name="Cron">Quartz cron expression: seconds first.</param>
public sealed record JobDescription(string Name, Type Type, string Cron);
