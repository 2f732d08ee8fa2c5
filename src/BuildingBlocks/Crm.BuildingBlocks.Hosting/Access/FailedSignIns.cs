using System.Net;
using System.Net.Sockets;

namespace Crm.BuildingBlocks.Hosting.Access;

/// <summary>
/// Slows down whoever keeps sending tokens that are not valid, by the address they come from. Only wrong tokens are ever refused by it:
/// many callers share the address of a proxy, and who brings the right key must get in whatever a neighbour does.
/// </summary>
public sealed class FailedSignIns(TimeProvider time)
{
    /// <summary>Failures of an address that have no consequence.</summary>
    public const int Free = 10;

    /// <summary>Addresses that are remembered at most; beyond, those go first that were quiet for longest.</summary>
    public const int MostRemembered = 10_000;

    private const int NetworkBytesOfIPv6 = 8;
    private const int MostDoublings = 9;

    /// <summary>The wait doubles from a second with every failure, up to this.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>Longer than the longest wait, or waiting would be rewarded with a new beginning.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);

    private static readonly Phrase TooMany = new(
        "Too many tokens from your address were not valid. Check the key, and send it again after the time in Retry-After.",
        "来自您地址的无效令牌过多。请检查密钥，并在 Retry-After 所示时间后重试。");

    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, Failures> _byAddress = [];

    /// <summary>How many addresses are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _byAddress.Count;
        }
    }

    /// <summary>Takes note of a token that was not valid.</summary>
    /// <returns>The refusal, when the address has to wait; null when it may be told what is wrong with the token.</returns>
    public TooManyRequests? Record(IPAddress? address)
    {
        var (key, now) = (NetworkOf(address), time.GetUtcNow());
        lock (_gate)
        {
            var known = _byAddress.TryGetValue(key, out var kept) && now - kept.Last < Remembered ? kept : default;
            if (now < known.WaitUntil) return new TooManyRequests(TooMany, (int)Math.Ceiling((known.WaitUntil - now).TotalSeconds));
            if (_byAddress.Count >= MostRemembered && !_byAddress.ContainsKey(key)) MakeRoom(now);
            _byAddress[key] = known.OneMore(now);
            return null;
        }
    }

    private void MakeRoom(DateTimeOffset now)
    {
        foreach (var (address, _) in _byAddress.Where(f => now - f.Value.Last >= Remembered).ToList()) _byAddress.Remove(address);
        if (_byAddress.Count < MostRemembered) return;
        // A tenth at once, so that an attack from ever new addresses does not sort all of them each time.
        foreach (var (address, _) in _byAddress.OrderBy(f => f.Value.Last).Take(MostRemembered / 10).ToList()) _byAddress.Remove(address);
    }

    // A single subscriber has a whole /64 of IPv6 addresses to choose from.
    private static IPAddress NetworkOf(IPAddress? address)
    {
        if (address is null) return IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytesOfIPv6).Clear();
        return new IPAddress(bytes);
    }

    private readonly record struct Failures(int Count, DateTimeOffset Last, DateTimeOffset WaitUntil)
    {
        public Failures OneMore(DateTimeOffset now)
        {
            var count = Count + 1;
            if (count < Free) return new Failures(count, now, default);
            var wait = TimeSpan.FromSeconds(1 << Math.Min(count - Free, MostDoublings));
            return new Failures(count, now, now + (wait < LongestWait ? wait : LongestWait));
        }
    }
}
