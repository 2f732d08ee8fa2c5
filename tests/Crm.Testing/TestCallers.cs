using System.Collections.Concurrent;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Testing;

/// <summary>Users as a test made them up.</summary>
public sealed class TestCallers : ICallers
{
    /// <summary>The one unit that no test has.</summary>
    public static readonly Guid NoUnit = new("00000000-0000-0000-0000-0000000000ff");

    private readonly ConcurrentDictionary<Guid, Caller> _users = new();

    // A test that is about something else need not make up everybody whom it names.
    private bool _areNamed;

    public void Add(Caller user)
    {
        _areNamed = true;
        _users[user.Id] = user;
    }

    public void Remove(Guid user) => _users.TryRemove(user, out _);

    public ValueTask<Caller?> OfUser(Guid userId, CancellationToken ct) => ValueTask.FromResult(_users.GetValueOrDefault(userId));

    /// <summary>All of them, until somebody is added.</summary>
    public ValueTask<IReadOnlySet<Guid>> ActiveAmong(IReadOnlyCollection<Guid> users, CancellationToken ct) =>
        ValueTask.FromResult<IReadOnlySet<Guid>>(users.Where(u => !_areNamed || _users.ContainsKey(u)).ToHashSet());

    public ValueTask<bool> HasUnit(Guid unitId, CancellationToken ct) => ValueTask.FromResult(unitId != NoUnit);

    public ValueTask<string?> AddressOf(Guid userId, CancellationToken ct) =>
        ValueTask.FromResult(_users.ContainsKey(userId) ? AddressFor(userId) : null);

    public ValueTask<IReadOnlyDictionary<string, Guid>> Named(IReadOnlyCollection<string> names, CancellationToken ct) =>
        ValueTask.FromResult<IReadOnlyDictionary<string, Guid>>(names
            .Select(n => (Name: n, User: _users.Values.SingleOrDefault(u => n == AddressFor(u.Id) || n == u.Name)))
            .Where(n => n.User is not null).ToDictionary(n => n.Name, n => n.User!.Id));

    /// <summary>The address that every user of a test has.</summary>
    public static string AddressFor(Guid userId) => $"{userId:N}@example.com";
}
