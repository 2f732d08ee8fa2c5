namespace Crm.BuildingBlocks.Hosting.PersonalData;

/// <summary>One key per person, kept by the platform. Destroying it erases the person's values wherever they were copied to.</summary>
public interface IPersonKeys
{
    /// <summary>The person's key, made at first use. Null once it was destroyed.</summary>
    ValueTask<byte[]?> KeyOf(Guid person, CancellationToken ct);

    /// <summary>Irreversible. Returns false if there was no key.</summary>
    Task<bool> Destroy(Guid person, CancellationToken ct);
}
