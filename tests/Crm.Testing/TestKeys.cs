using System.Collections.Concurrent;
using System.Security.Cryptography;
using Crm.BuildingBlocks.Hosting.PersonalData;

namespace Crm.Testing;

/// <summary>One open key ring for all tests of a process: contexts with the same ring share one model.</summary>
public static class TestKeys
{
    public static readonly KeyRing Ring = Open();

    private static KeyRing Open()
    {
        var ring = new KeyRing();
        ring.Open(new Dictionary<int, byte[]> { [1] = RandomNumberGenerator.GetBytes(32) }, RandomNumberGenerator.GetBytes(32));
        return ring;
    }
}

/// <summary>Keys of persons in memory.</summary>
public sealed class TestPersonKeys : IPersonKeys
{
    private readonly ConcurrentDictionary<Guid, byte[]?> _keys = new();

    public ValueTask<byte[]?> KeyOf(Guid person, CancellationToken ct) =>
        ValueTask.FromResult(_keys.GetOrAdd(person, static _ => RandomNumberGenerator.GetBytes(32)));

    public Task<bool> Destroy(Guid person, CancellationToken ct)
    {
        var existed = _keys.TryGetValue(person, out var key) && key is not null;
        _keys[person] = null;
        return Task.FromResult(existed);
    }
}
