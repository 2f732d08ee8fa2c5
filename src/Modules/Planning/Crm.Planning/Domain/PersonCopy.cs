namespace Crm.Planning.Domain;

/// <summary>How a person is called, kept from the platform's events so that figures can name people.</summary>
internal sealed class PersonCopy
{
    private PersonCopy()
    {
    }

    public Guid UserId { get; private set; }

    /// <summary>Null once the person was erased.</summary>
    public string? Name { get; private set; }

    /// <summary>Version of the user that the name is from.</summary>
    public int SourceVersion { get; private set; }

    public bool IsErased { get; private set; }

    public static PersonCopy Of(Guid userId) => new() { UserId = userId };

    public void Take(string? name, int sourceVersion)
    {
        if (IsErased || sourceVersion <= SourceVersion) return;
        (Name, SourceVersion) = (name, sourceVersion);
    }

    /// <summary>Final: an older event of the user that arrives later brings nothing back.</summary>
    public void Erase() => (Name, IsErased) = (null, true);
}
