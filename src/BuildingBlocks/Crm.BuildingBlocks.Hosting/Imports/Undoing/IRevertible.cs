using System.Text.Json.Nodes;

namespace Crm.BuildingBlocks.Hosting.Imports.Undoing;

/// <summary>
/// A target whose imports can be undone. An image is a JSON object that says all that an import can change of a record; lists of parts hold
/// objects, those with the same <c>id</c> and the same <see cref="PartMembers"/> are the same part. A target also calls <see cref="ImportContext.Before"/>
/// before it changes a record, and its module maps the tables by <see cref="ImportMemory.MapImportMemory"/>.
/// </summary>
public interface IRevertible
{
    /// <summary>Members that tell a part of a list from the others besides its <c>id</c>. A part that has neither is another one as soon as anything of it changes.</summary>
    IReadOnlyList<string> PartMembers => [];

    /// <summary>The records as they are now. What the caller may not see, and what is gone for good, is left out. Locked until the end of the transaction.</summary>
    Task<IReadOnlyDictionary<Guid, JsonObject>> Images(IReadOnlyCollection<Guid> records, CancellationToken ct);

    /// <summary>Makes a record what the image says.</summary>
    /// <exception cref="Refusal">It cannot be that any more; nothing was done.</exception>
    Task TakeBack(Guid record, JsonObject image, CancellationToken ct);

    /// <summary>Those of the records on which something hangs that was added since, so that they must stay.</summary>
    Task<IReadOnlySet<Guid>> InUse(IReadOnlyCollection<Guid> records, CancellationToken ct);

    /// <summary>Hides a record that the import made.</summary>
    /// <exception cref="Refusal">It has to stay; nothing was done.</exception>
    Task Remove(Guid record, CancellationToken ct);
}
