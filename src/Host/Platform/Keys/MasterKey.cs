using System.Security.Cryptography;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.Data.Sqlite;

namespace Crm.Host.Platform.Keys;

/// <summary>Wraps and unwraps data keys with AES-256-GCM.</summary>
internal sealed class MasterKey
{
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] _key;

    private MasterKey(byte[] key)
    {
        _key = key;
        Fingerprint = Convert.ToHexStringLower(HMACSHA256.HashData(key, "crm master key"u8)[..8]);
    }

    /// <summary>Names the key without giving anything of it away.</summary>
    public string Fingerprint { get; }

    public static MasterKey FromBase64(string text, string setting)
    {
        var bytes = new byte[KeyLength + 1];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length == KeyLength
            ? new MasterKey(bytes[..KeyLength])
            : throw new StartupFailure($"{setting} is not the base64 form of 32 bytes. Make one with: openssl rand -base64 32");
    }

    /// <summary>The configured key; on SQLite, where nobody may have configured anything, one that is made and kept in a file.</summary>
    public static MasterKey Of(KeyOptions options, DatabaseOptions database)
    {
        if (!string.IsNullOrWhiteSpace(options.Master)) return FromBase64(options.Master, $"{KeyOptions.Section}:{nameof(KeyOptions.Master)}");
        if (database.Provider != DatabaseProvider.Sqlite)
        {
            throw new StartupFailure(
                $"{KeyOptions.Section}:{nameof(KeyOptions.Master)} is missing: the key that wraps the keys of personal data. "
                + "Make one with 'openssl rand -base64 32', give it to every host and keep a copy apart from the database's backups: without it personal data cannot be read.");
        }

        var file = string.IsNullOrWhiteSpace(options.MasterFile) ? BesideDatabase(database) : options.MasterFile;
        return FromBase64(File.Exists(file) ? File.ReadAllText(file) : Make(file), file);
    }

    public string Wrap(byte[] dataKey)
    {
        var wrapped = new byte[NonceLength + TagLength + dataKey.Length];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, NonceLength));
        using var aes = new AesGcm(_key, TagLength);
        aes.Encrypt(wrapped.AsSpan(0, NonceLength), dataKey, wrapped.AsSpan(NonceLength + TagLength), wrapped.AsSpan(NonceLength, TagLength));
        return Convert.ToBase64String(wrapped);
    }

    public byte[] Unwrap(string wrapped)
    {
        var bytes = Convert.FromBase64String(wrapped);
        var key = new byte[bytes.Length - NonceLength - TagLength];
        using var aes = new AesGcm(_key, TagLength);
        aes.Decrypt(bytes.AsSpan(0, NonceLength), bytes.AsSpan(NonceLength + TagLength), bytes.AsSpan(NonceLength, TagLength), key);
        return key;
    }

    private static string BesideDatabase(DatabaseOptions database)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource))!;
        return Path.Combine(folder, "master.key");
    }

    private static string Make(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var text = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyLength));
        // Made with its mode, not changed to it afterwards: nobody else can open it in between. CreateNew: a second host must not overwrite it.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, options);
        writer.WriteLine(text);
        return text;
    }
}
