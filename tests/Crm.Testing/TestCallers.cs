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
}
