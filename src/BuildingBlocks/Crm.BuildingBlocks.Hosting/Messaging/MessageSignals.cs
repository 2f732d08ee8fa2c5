using System.Collections.Concurrent;

namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>The wake-up calls of this process: a commit wakes the relay of its module, a delivery wakes the inbox of the consumer.</summary>
public sealed class MessageSignals
{
    private readonly ConcurrentDictionary<string, ModuleSignals> _modules = new();

    public ModuleSignals Of(string module) => _modules.GetOrAdd(module, static _ => new ModuleSignals());
}

public sealed class ModuleSignals
{
    private readonly ConcurrentDictionary<string, Signal> _consumers = new();

    public Signal Outbox { get; } = new();

    public Signal Inbox(string consumer) => _consumers.GetOrAdd(consumer, static _ => new Signal());
}
