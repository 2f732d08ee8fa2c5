namespace Crm.BuildingBlocks.Hosting.PersonalData;

/// <summary>
/// A module in which several records may be of one person, such as customers that were merged: whoever erases one of them erases the person. Asked
/// when an erasure is, since the keys of all must be destroyed by the one who keeps them.
/// </summary>
public interface ISamePersons
{
    /// <summary>All records of the person of whom this is one, whoever may see them; empty where the module does not know it.</summary>
    Task<IReadOnlyList<Guid>> SameAs(Guid person, CancellationToken ct);
}
