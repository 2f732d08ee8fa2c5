namespace Crm.SalesOrders.Domain;

/// <summary>What Sales Orders keeps of a user, so that a sale is credited to somebody who exists.</summary>
internal sealed class PersonCopy
{
    private PersonCopy()
    {
    }

    public PersonCopy(Guid id) => Id = id;

    public Guid Id { get; private set; }

    /// <summary>Empty once the person was erased.</summary>
    public string Login { get; private set; } = "";

    public string? Name { get; private set; }

    public Guid? UnitId { get; private set; }

    public bool IsActive { get; private set; }

    /// <summary>The source's version; older news is ignored.</summary>
    public int SourceVersion { get; private set; }

    /// <summary>Older news that comes later brings no name back: the key to it is gone.</summary>
    public void Erase() => (Login, Name, IsActive) = ("", null, false);

    public void Take(int version, string login, string? name, Guid? unitId, bool isActive)
    {
        if (version <= SourceVersion) return;
        (SourceVersion, Login, Name, UnitId, IsActive) = (version, login, name, unitId, isActive);
    }
}
