namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>
/// Keeps a busy loop from running once per event. Woken now and then it works at once; woken again and again within milliseconds it
/// lets a batch gather first, because a batch costs hardly more than one message, and the processors belong to the requests.
/// </summary>
internal sealed class Pace(TimeProvider time)
{
    private static readonly TimeSpan Hurry = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan GatheringTime = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private long _lastStart = time.GetTimestamp();

    public async Task Gather(CancellationToken ct)
    {
        if (time.GetElapsedTime(_lastStart) < Hurry) await Task.Delay(GatheringTime, time, ct);
        _lastStart = time.GetTimestamp();
    }

    /// <summary>1, 2, 4 ... 15 seconds: a database that is away is asked for gently.</summary>
    public static TimeSpan AfterFailure(int failures) =>
        failures > 4 ? LongestWait : TimeSpan.FromSeconds(Math.Pow(2, failures - 1));
}
