using System.Threading.Channels;

namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>Wakes a loop: many calls while it is busy are one wake-up.</summary>
public sealed class Signal
{
    private readonly Channel<bool> _channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Set() => _channel.Writer.TryWrite(true);

    /// <summary>Returns when set, or after <paramref name="atLatest"/>.</summary>
    public async Task Wait(TimeSpan atLatest, TimeProvider time, CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(atLatest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ct);
        try
        {
            await _channel.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The sweep is due.
        }
    }
}
