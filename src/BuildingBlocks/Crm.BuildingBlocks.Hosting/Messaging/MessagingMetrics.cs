using System.Diagnostics.Metrics;

namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>Meter <c>Crm.Messaging</c>. What lies in the tables is asked for now and then by the loops, not at every reading.</summary>
public sealed class MessagingMetrics : IDisposable
{
    public const string MeterName = "Crm.Messaging";

    private readonly Meter _meter;
    private readonly Counter<long> _handled;
    private readonly Counter<long> _failed;
    private readonly Histogram<double> _delay;
    private readonly TimeProvider _time;
    private volatile IReadOnlyList<MessageCounts> _counts = [];

    public MessagingMetrics(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        _meter = meters.Create(MeterName);
        _handled = _meter.CreateCounter<long>("crm.messages.handled", "{message}", "Messages whose effect was committed.");
        _failed = _meter.CreateCounter<long>("crm.messages.failed", "{message}", "Attempts that failed.");
        _delay = _meter.CreateHistogram<double>("crm.messages.delay", "s", "From the commit of the cause to the commit of the effect.");
        _meter.CreateObservableGauge("crm.messages.pending", () => Observe(c => c.ToDo), "{message}", "To-dos, and promises not yet delivered.");
        _meter.CreateObservableGauge("crm.messages.parked", () => Observe(c => c.Parked), "{message}", "Messages given up on.");
        _meter.CreateObservableGauge("crm.messages.oldest_age", () => Observe(c => c.OldestAge(_time.GetUtcNow()).TotalSeconds), "s", "Age of the oldest to-do.");
    }

    internal void Show(IReadOnlyList<MessageCounts> counts) => _counts = counts;

    internal void Handled(string module, string consumer, IReadOnlyList<InboxMessage> batch)
    {
        if (batch.Count == 0) return;
        var now = _time.GetUtcNow();
        _handled.Add(batch.Count, Module(module), Consumer(consumer));
        foreach (var message in batch) _delay.Record((now - message.OccurredAt).TotalSeconds, Module(module), Consumer(consumer));
    }

    internal void Failed(string module, string consumer, bool parked) =>
        _failed.Add(1, Module(module), Consumer(consumer), new KeyValuePair<string, object?>("parked", parked));

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<T>> Observe<T>(Func<MessageCounts, T> value)
        where T : struct =>
        _counts.Select(c => new Measurement<T>(value(c), Module(c.Module), Consumer(c.Consumer ?? "relay")));

    private static KeyValuePair<string, object?> Module(string name) => new("module", name);

    private static KeyValuePair<string, object?> Consumer(string name) => new("consumer", name);
}
