namespace Crm.BuildingBlocks.Hosting.Access;

/// <summary>Who a user is as a caller, for what a module makes on that user's behalf without a request of theirs, such as a report mail.</summary>
public interface ICallers
{
    /// <summary>The user with the rights of the present moment; null when there is no such user or the user has left.</summary>
    ValueTask<Caller?> OfUser(Guid userId, CancellationToken ct);

    /// <summary>Those of them who are users and have not left.</summary>
    ValueTask<IReadOnlySet<Guid>> ActiveAmong(IReadOnlyCollection<Guid> users, CancellationToken ct);

    /// <summary>Whether there is such an org unit.</summary>
    ValueTask<bool> HasUnit(Guid unitId, CancellationToken ct);

    /// <summary>The mail address that is stored of an active user; null when none is, or when there is no such user or the user has left.</summary>
    ValueTask<string?> AddressOf(Guid userId, CancellationToken ct);

    /// <summary>Active users by what files call them: login, mail address, or a name that one of them alone has. Case makes no difference.</summary>
    /// <returns>Those that were found, by the names that were asked for.</returns>
    ValueTask<IReadOnlyDictionary<string, Guid>> Named(IReadOnlyCollection<string> names, CancellationToken ct);
}
