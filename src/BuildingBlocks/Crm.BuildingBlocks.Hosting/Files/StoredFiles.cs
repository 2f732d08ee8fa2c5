using System.Security.Cryptography;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Crm.BuildingBlocks.Hosting.Files;

/// <summary>
/// The files of all modules: streamed in and out in pieces, never whole in memory. A file is stored first and kept by the command that
/// refers to it; one that no command keeps is removed after a day.
/// </summary>
public sealed class StoredFiles(IServiceScopeFactory scopes, ModuleCatalog modules, KeyRing keys, TimeProvider time, IOptions<FileStorageOptions> options)
{
    private static readonly TimeSpan UnkeptFor = TimeSpan.FromDays(1);
    private static readonly DatabaseContents InDatabase = new();
    private readonly FolderContents _inFolder = new(options.Value.Folder);

    /// <param name="module">Whose file it is.</param>
    /// <param name="upload">What is known of it.</param>
    /// <param name="content">Read to its end.</param>
    /// <param name="mostBytes">A longer one is refused as soon as that is known: 413.</param>
    /// <param name="ct">Cancels. What was stored until then, or until anything else went wrong, is given up.</param>
    public async Task<StoredFile> Save(string module, FileUpload upload, Stream content, long mostBytes, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var file = new StoredFile
        {
            Id = Guid.CreateVersion7(now),
            Name = FileNames.Clean(upload.Name),
            ContentType = upload.ContentType,
            Store = options.Value.Store,
            PersonId = upload.PersonId,
            StoredAt = now,
        };
        await using var scope = NewScope(module, out var db);
        var key = await KeyFor(db, file, ct);
        await Write(db, file, isNew: true, ct);
        try
        {
            await TakeIn(db, file, key, content, mostBytes, ct);
        }
        catch
        {
            await Discard(module, [file.Id]);
            throw;
        }

        return file;
    }

    /// <summary>Gives up what was stored for something that then failed.</summary>
    public async Task Discard(string module, IReadOnlyList<Guid> files)
    {
        if (files.Count == 0) return;
        await using var scope = NewScope(module, out var db);
        // The sender may be gone already; that must not leave the content behind.
        await using var transaction = await db.Dialect.BeginWrite(db, CancellationToken.None);
        await GiveUp(db, files, CancellationToken.None);
        await transaction.Commit(CancellationToken.None);
    }

    private async Task TakeIn(ModuleDbContext db, StoredFile file, byte[]? key, Stream content, long mostBytes, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[FileContents.PieceLength];
        for (var number = 0; ; number++)
        {
            var read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
            if (read == 0) break;
            file.Length += read;
            if (file.Length > mostBytes) throw new BadHttpRequestException($"The file is longer than {mostBytes} bytes.", StatusCodes.Status413PayloadTooLarge);
            hash.AppendData(buffer, 0, read);
            await ContentsOf(file).Write(db, file.Id, number, Seal(key, buffer.AsSpan(0, read)), ct);
            if (read < buffer.Length) break;
        }

        file.Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        await Write(db, file, isNew: false, ct);
    }

    /// <summary>Marks a stored file as referred to, in the transaction of what refers to it.</summary>
    public static async Task Keep(ModuleDbContext db, Guid file, CancellationToken ct)
    {
        var kept = await db.Set<StoredFile>().Where(f => f.Id == file).ExecuteUpdateAsync(set => set.SetProperty(f => f.IsKept, true), ct);
        if (kept == 0) throw new ResourceNotFound("file", file.ToString());
    }

    /// <summary>
    /// Gives a file up, in the transaction of what referred to it. Its name and content in the database go at once, content in a folder with
    /// the next cleaning, since a transaction that is rolled back could not bring it back.
    /// </summary>
    public static async Task GiveUp(ModuleDbContext db, IReadOnlyList<Guid> files, CancellationToken ct)
    {
        var longAgo = DateTimeOffset.UnixEpoch;
        await db.Set<StoredFile>().Where(f => files.Contains(f.Id))
            .ExecuteUpdateAsync(
                set => set.SetProperty(f => f.IsKept, false).SetProperty(f => f.StoredAt, longAgo).SetProperty(f => f.Name, "").SetProperty(f => f.Sha256, (string?)null), ct);
        await InDatabase.Remove(db, files, ct);
    }

    /// <summary>The plain content. Read it asynchronously and dispose it.</summary>
    /// <exception cref="ResourceNotFound">It does not exist, or the person it belonged to was erased.</exception>
    public async Task<Stream> Open(string module, StoredFile file, CancellationToken ct)
    {
        var scope = NewScope(module, out var db);
        try
        {
            var key = await KeyFor(db, file, ct);
            return new StoredFileStream(file, scope, (number, token) => Piece(db, file, key, number, token));
        }
        catch
        {
            await scope.DisposeAsync();
            throw;
        }
    }

    /// <summary>Removes what no command ever kept, and what was given up.</summary>
    /// <returns>How many files.</returns>
    public async Task<int> RemoveUnkept(string module, CancellationToken ct)
    {
        const int batch = 100;
        await using var scope = NewScope(module, out var db);
        var before = time.GetUtcNow() - UnkeptFor;
        var removed = 0;
        while (true)
        {
            var files = await db.Set<StoredFile>().AsNoTracking().Where(f => !f.IsKept && f.StoredAt < before)
                .OrderBy(f => f.StoredAt).Take(batch).Select(f => f.Id).ToListAsync(ct);
            if (files.Count == 0) return removed;
            await _inFolder.Remove(db, files, ct);
            await using var transaction = await db.Dialect.BeginWrite(db, ct);
            await InDatabase.Remove(db, files, ct);
            removed += await db.Set<StoredFile>().Where(f => files.Contains(f.Id) && !f.IsKept).ExecuteDeleteAsync(ct);
            await transaction.Commit(ct);
        }
    }

    private static async Task Write(ModuleDbContext db, StoredFile file, bool isNew, CancellationToken ct)
    {
        await using var transaction = await db.Dialect.BeginWrite(db, ct);
        if (isNew) db.Add(file);
        else db.Update(file);
        await db.SaveChangesAsync(ct);
        await transaction.Commit(ct);
        db.ChangeTracker.Clear();
    }

    private async Task<byte[]> Piece(ModuleDbContext db, StoredFile file, byte[]? key, int number, CancellationToken ct)
    {
        var piece = await ContentsOf(file).Read(db, file.Id, number, ct) ?? throw new ResourceNotFound("file", file.Id.ToString());
        return key is null ? keys.Decrypt(piece) : KeyRing.Unseal(key, piece);
    }

    private byte[] Seal(byte[]? key, ReadOnlySpan<byte> plain) => key is null ? keys.Encrypt(plain) : KeyRing.Seal(0, key, plain);

    private static async Task<byte[]?> KeyFor(ModuleDbContext db, StoredFile file, CancellationToken ct)
    {
        if (file.PersonId is not { } person) return null;
        return await db.Session.Persons.KeyOf(person, ct) ?? throw new ResourceNotFound("file", file.Id.ToString());
    }

    private FileContents ContentsOf(StoredFile file) => file.Store == FileStore.Folder ? _inFolder : InDatabase;

    private AsyncServiceScope NewScope(string module, out ModuleDbContext db)
    {
        var scope = scopes.CreateJobScope("files");
        db = scope.ServiceProvider.ContextOf(modules.Find(module) ?? throw new InvalidOperationException($"There is no module '{module}'."));
        return scope;
    }
}

/// <param name="Name">As the sender called it; cleaned of everything that is not part of a name.</param>
/// <param name="ContentType">Checked by whoever takes the upload.</param>
/// <param name="PersonId">Whose personal content it is, if it is one person's.</param>
public sealed record FileUpload(string Name, string ContentType, Guid? PersonId = null);
