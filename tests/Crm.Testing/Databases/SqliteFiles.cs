using Microsoft.Data.Sqlite;

namespace Crm.Testing.Databases;

internal static class SqliteFiles
{
    private static readonly string Folder = PrepareFolder();

    public static string New(string? template)
    {
        var file = Path.Combine(Folder, $"{Guid.CreateVersion7():N}.db");
        if (template is not null) File.Copy(template, file);
        return file;
    }

    /// <summary>Brings everything from the write-ahead log into the file itself, so that copying the file copies all.</summary>
    public static async Task Flush(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
    }

    public static ValueTask Remove(string file)
    {
        SqliteConnection.ClearPool(new SqliteConnection($"Data Source={file}"));
        foreach (var part in new[] { file, $"{file}-wal", $"{file}-shm" }) File.Delete(part);
        return ValueTask.CompletedTask;
    }

    private static string PrepareFolder()
    {
        var root = Directory.CreateDirectory(Path.Combine(QuickFiles.Folder, $"crm-test-sqlite-{Environment.UserName}")).FullName;
        foreach (var owner in Directory.GetFiles(root, "*.owner")) RemoveIfAbandoned(owner);

        string folder;
        FileStream? hold;
        do
        {
            folder = Path.Combine(root, Guid.CreateVersion7().ToString("N"));
            hold = TryHold($"{folder}.owner");
        }
        while (hold is null);

        Directory.CreateDirectory(folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            hold.Dispose();
            RemoveIfAbandoned($"{folder}.owner");
        };
        return folder;
    }

    /// <summary>A living process holds the file beside its folder; that of a killed one is free.</summary>
    private static void RemoveIfAbandoned(string owner)
    {
        using var hold = TryHold(owner);
        if (hold is null) return;
        var folder = Path.ChangeExtension(owner, null);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        File.Delete(owner);
    }

    private static FileStream? TryHold(string owner)
    {
        try
        {
            return new FileStream(owner, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
