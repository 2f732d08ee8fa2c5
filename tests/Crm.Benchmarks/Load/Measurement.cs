using System.Collections.Concurrent;
using System.Diagnostics;

namespace Crm.Benchmarks.Load;

/// <param name="Connections">Clients that each wait for their answer before they ask again.</param>
/// <param name="PerSecond">Successful requests per second over all clients.</param>
/// <param name="P50">Milliseconds.</param>
/// <param name="P95">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="Failures">Answers that were no success.</param>
internal sealed record Measured(string What, int Connections, double PerSecond, double P50, double P95, double P99, int Failures)
{
    public const string Head = "| what | connections | per second | p50 ms | p95 ms | p99 ms | failures | host processor ms per request | events settled after s |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |";

    public override string ToString() =>
        FormattableString.Invariant($"| {What} | {Connections} | {PerSecond:0} | {P50:0.00} | {P95:0.00} | {P99:0.00} | {Failures} |");
}

internal static class Measurement
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <summary>A closed loop of bounded length: every connection sends its next request when the last one was answered.</summary>
    /// <param name="request">Returns whether it succeeded.</param>
    public static async Task<Measured> Run(string what, int connections, TimeSpan length, Func<CancellationToken, Task<bool>> request, CancellationToken ct)
    {
        await Loop(connections, WarmUp, request, ct);
        var watch = Stopwatch.StartNew();
        var (latencies, failures) = await Loop(connections, length, request, ct);
        var seconds = watch.Elapsed.TotalSeconds;
        latencies.Sort();
        return new Measured(what, connections, latencies.Count / seconds, At(latencies, 0.5), At(latencies, 0.95), At(latencies, 0.99), failures);
    }

    private static async Task<(List<double> Latencies, int Failures)> Loop(
        int connections, TimeSpan length, Func<CancellationToken, Task<bool>> request, CancellationToken ct)
    {
        var all = new ConcurrentBag<List<double>>();
        var failures = 0;
        var until = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(
            async () =>
            {
                var own = new List<double>();
                while (Stopwatch.GetTimestamp() < until)
                {
                    var started = Stopwatch.GetTimestamp();
                    if (await request(ct)) own.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                    else Interlocked.Increment(ref failures);
                }

                all.Add(own);
            },
            ct)));
        return ([.. all.SelectMany(l => l)], failures);
    }

    private static double At(List<double> sorted, double quantile) => sorted.Count == 0 ? double.NaN : sorted[(int)(quantile * (sorted.Count - 1))];
}
