using Crm.BuildingBlocks.Hosting.Persistence;

namespace Crm.BuildingBlocks.Hosting.PersonalData;

/// <summary>One key per person, kept by the platform. Destroying it erases the person's values wherever they were copied to.</summary>
public interface IPersonKeys
{
    /// <summary>The person's key, made at first use. Null once it was destroyed.</summary>
    ValueTask<byte[]?> KeyOf(Guid person, CancellationToken ct);

    /// <summary>For reading: null also when the person never had a key, and none is made.</summary>
    ValueTask<byte[]?> ExistingKeyOf(Guid person, CancellationToken ct) => KeyOf(person, ct);

    /// <summary>Irreversible. Returns false if there was no key.</summary>
    Task<bool> Destroy(Guid person, CancellationToken ct);

    /// <summary>
    /// The same keys, but one that is made joins the transaction of this context. A second transaction would wait for ever on SQLite,
    /// where the first holds the only right to write, and could exhaust the connections of a server. Asked for once per rent, by the context itself.
    /// </summary>
    IPersonKeys Within(ModuleDbContext context) => this;
}
