namespace Crm.Testing.Databases;

/// <summary>Where databases of tests lie: one is up to some hundred small files, which a disk takes several times as long as memory to make and to remove.</summary>
internal static class QuickFiles
{
    private const string Memory = "/dev/shm";
    private const long RoomNeeded = 4L << 30;

    /// <summary>In memory where the system offers room enough, else where temporary files are.</summary>
    public static string Folder { get; } =
        Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace >= RoomNeeded ? Memory : Path.GetTempPath();
}
