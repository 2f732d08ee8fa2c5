namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>
/// Keeps a busy loop from running once per event. Woken now and then it works at once; woken again as soon as it has finished it lets a
/// batch gather first, for longer the longer its work takes, because a batch costs hardly more than one message, and the processors
/// belong to the requests.
/// </summary>
internal sealed class Pace(TimeProvider time)
{
    private static readonly TimeSpan Hurry = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LeastGathering = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan MostGathering = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private long _started = time.GetTimestamp();
    private long _finished = time.GetTimestamp();

    public async Task Gather(CancellationToken ct)
    {
        if (time.GetElapsedTime(_finished) < Hurry) await Task.Delay(GatheringTime(time.GetElapsedTime(_started, _finished)), time, ct);
        _started = time.GetTimestamp();
    }

    public void Finished() => _finished = time.GetTimestamp();

    /// <summary>Twice the time the last batch took, from 10 to 50 ms: a loop under load works at most a third of the time.</summary>
    internal static TimeSpan GatheringTime(TimeSpan worked) =>
        TimeSpan.FromTicks(Math.Clamp(2 * worked.Ticks, LeastGathering.Ticks, MostGathering.Ticks));

    /// <summary>1, 2, 4 ... 15 seconds: a database that is away is asked for gently.</summary>
    public static TimeSpan AfterFailure(int failures) =>
        failures > 4 ? LongestWait : TimeSpan.FromSeconds(Math.Pow(2, failures - 1));
}
