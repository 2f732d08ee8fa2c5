using System.Reflection;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Demo;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Hosting.Modules;

/// <summary>Collects what a module stores, says, hears, schedules and allows.</summary>
public sealed class ModuleBuilder(ModuleDescription description)
{
    internal ModuleDescription Description => description;

    public ModuleBuilder Database<TContext>()
        where TContext : ModuleDbContext
    {
        description.Context = typeof(TContext);
        return Job<MessageCleaning<TContext>>(MessageCleaning<TContext>.JobName, MessageCleaning<TContext>.Cron)
            .Job<ReplyCleaning<TContext>>(ReplyCleaning<TContext>.JobName, ReplyCleaning<TContext>.Cron);
    }

    /// <summary>All command handlers and validators of the module's assembly.</summary>
    public ModuleBuilder Handlers()
    {
        description.HasHandlers = true;
        return this;
    }

    public ModuleBuilder Publishes<TPublished>()
        where TPublished : PublishedEvents, new()
    {
        description.Publishes = new TPublished();
        return this;
    }

    /// <summary>What <c>republish</c> sends to a module that was off: the present state as events.</summary>
    public ModuleBuilder Republishes<TState>()
        where TState : class, ICurrentState
    {
        description.CurrentState = typeof(TState);
        return this;
    }

    /// <param name="name">Stored name, chosen once. Several events under one name are one consumer with one order.</param>
    public ModuleBuilder Consumes<TEvent, TConsumer>(string name)
        where TEvent : IIntegrationEvent
        where TConsumer : class, IConsumer<TEvent>
    {
        var known = description.Consumers.Find(c => c.Name == name);
        if (known is null)
        {
            description.Consumers.Add(new ConsumerDescription(name, typeof(TConsumer), [typeof(TEvent)], InBatches: false));
            return this;
        }

        if (known.Type != typeof(TConsumer)) throw new InvalidOperationException($"Two consumers are called '{name}'.");
        description.Consumers.Remove(known);
        description.Consumers.Add(known with { Events = [.. known.Events, typeof(TEvent)] });
        return this;
    }

    /// <summary>A projection that takes many events at once.</summary>
    public ModuleBuilder ConsumesInBatches<TConsumer>(string name, params Type[] events)
        where TConsumer : class, IBatchConsumer
    {
        description.Consumers.Add(new ConsumerDescription(name, typeof(TConsumer), events, InBatches: true));
        return this;
    }

    /// <summary>The public static <see cref="Permission"/> fields of a class.</summary>
    public ModuleBuilder Permissions<TPermissions>()
    {
        description.Permissions.AddRange(typeof(TPermissions).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => f.GetValue(null)).OfType<Permission>());
        return this;
    }

    /// <param name="name">Stored name within the module.</param>
    /// <param name="cron">Quartz cron expression in UTC: seconds first.</param>
    public ModuleBuilder Job<TJob>(string name, string cron)
        where TJob : class, IScheduledJob
    {
        description.Jobs.Add(new JobDescription(name, typeof(TJob), cron));
        return this;
    }

    /// <summary>The module's part of the demo company.</summary>
    public ModuleBuilder Demo<TDemo>()
        where TDemo : class, IDemoData => Services(services => services.AddScoped<IDemoData, TDemo>());

    /// <summary>Services that only this module uses.</summary>
    public ModuleBuilder Services(Action<IServiceCollection> add)
    {
        description.Services.Add(add);
        return this;
    }
}
