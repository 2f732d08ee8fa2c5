namespace Crm.Host.Platform.Keys;

/// <summary>Configuration section <c>Keys</c>.</summary>
internal sealed class KeyOptions
{
    public const string Section = "Keys";

    /// <summary>Base64 of 32 random bytes. Wraps the data keys; whoever has it and the database can read the personal data.</summary>
    public string? Master { get; set; }

    /// <summary>The master key before this one, given for one start to change over.</summary>
    public string? PreviousMaster { get; set; }

    /// <summary>SQLite only: where a master key is kept that was made because none was given. Beside the database when empty.</summary>
    public string? MasterFile { get; set; }
}
