using System.Diagnostics;

namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>Traces across the outbox: what a consumer does is part of the trace of its cause.</summary>
public static class MessagingActivities
{
    public const string SourceName = "Crm.Messaging";

    private static readonly ActivitySource Source = new(SourceName);

    internal static Activity? Consume(string consumer, IReadOnlyList<InboxMessage> batch)
    {
        var causes = batch.Select(m => m.TraceParent).Distinct().Select(Parse).OfType<ActivityContext>().ToList();
        var activity = batch.Count == 1
            ? Source.StartActivity($"consume {consumer}", ActivityKind.Consumer, causes.FirstOrDefault())
            : Source.StartActivity($"consume {consumer}", ActivityKind.Consumer, parentContext: default, links: causes.Select(c => new ActivityLink(c)));
        return activity?.SetTag("messaging.batch.message_count", batch.Count);
    }

    private static ActivityContext? Parse(string? traceParent) =>
        ActivityContext.TryParse(traceParent, traceState: null, isRemote: true, out var context) ? context : null;
}
