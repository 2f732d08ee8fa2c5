using System.Collections.Concurrent;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Testing;

/// <summary>Users as a test made them up.</summary>
public sealed class TestCallers : ICallers
{
    private readonly ConcurrentDictionary<Guid, Caller> _users = new();

    public void Add(Caller user) => _users[user.Id] = user;

    public void Remove(Guid user) => _users.TryRemove(user, out _);

    public ValueTask<Caller?> OfUser(Guid userId, CancellationToken ct) => ValueTask.FromResult(_users.GetValueOrDefault(userId));

    public ValueTask<string?> AddressOf(Guid userId, CancellationToken ct) =>
        ValueTask.FromResult(_users.ContainsKey(userId) ? AddressFor(userId) : null);

    /// <summary>The address that every user of a test has.</summary>
    public static string AddressFor(Guid userId) => $"{userId:N}@example.com";
}
