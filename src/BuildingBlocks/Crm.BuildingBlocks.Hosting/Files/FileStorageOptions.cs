namespace Crm.BuildingBlocks.Hosting.Files;

/// <summary>Configuration section <c>Files</c>.</summary>
public sealed class FileStorageOptions
{
    public const string Section = "Files";

    /// <summary>Where the content of new files goes. In the database it is backed up with everything else.</summary>
    public FileStore Store { get; set; } = FileStore.Database;

    /// <summary>With <see cref="FileStore.Folder"/>: one that all hosts share.</summary>
    public string Folder { get; set; } = "data/files";
}
