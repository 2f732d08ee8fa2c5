using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Files;

/// <summary>Where sealed pieces are kept.</summary>
internal abstract class FileContents
{
    public const int PieceLength = 256 * 1024;

    public abstract Task Write(ModuleDbContext db, Guid file, int number, byte[] piece, CancellationToken ct);

    public abstract Task<byte[]?> Read(ModuleDbContext db, Guid file, int number, CancellationToken ct);

    public abstract Task Remove(ModuleDbContext db, IReadOnlyList<Guid> files, CancellationToken ct);
}

internal sealed class DatabaseContents : FileContents
{
    public override async Task Write(ModuleDbContext db, Guid file, int number, byte[] piece, CancellationToken ct)
    {
        // A transaction per piece: an upload may take minutes, and on SQLite an open one would keep everybody else from writing.
        await using var transaction = await db.Dialect.BeginWrite(db, ct);
        db.Add(new StoredFilePiece { FileId = file, Number = number, Content = piece });
        await db.SaveChangesAsync(ct);
        await transaction.Commit(ct);
        db.ChangeTracker.Clear();
    }

    public override Task<byte[]?> Read(ModuleDbContext db, Guid file, int number, CancellationToken ct) =>
        db.Set<StoredFilePiece>().Where(p => p.FileId == file && p.Number == number).Select(p => (byte[]?)p.Content).SingleOrDefaultAsync(ct);

    public override Task Remove(ModuleDbContext db, IReadOnlyList<Guid> files, CancellationToken ct) =>
        db.Set<StoredFilePiece>().Where(p => files.Contains(p.FileId)).ExecuteDeleteAsync(ct);
}

internal sealed class FolderContents(string folder) : FileContents
{
    private const int SealedLength = PieceLength + KeyRing.Overhead;

    public override async Task Write(ModuleDbContext db, Guid file, int number, byte[] piece, CancellationToken ct)
    {
        var path = PathOf(db, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        stream.Seek((long)number * SealedLength, SeekOrigin.Begin);
        await stream.WriteAsync(piece, ct);
        stream.Flush(flushToDisk: true);
    }

    public override async Task<byte[]?> Read(ModuleDbContext db, Guid file, int number, CancellationToken ct)
    {
        var path = PathOf(db, file);
        if (!File.Exists(path)) return null;
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Seek((long)number * SealedLength, SeekOrigin.Begin);
        var piece = new byte[Math.Clamp(stream.Length - stream.Position, 0, SealedLength)];
        await stream.ReadExactlyAsync(piece, ct);
        return piece.Length == 0 ? null : piece;
    }

    public override Task Remove(ModuleDbContext db, IReadOnlyList<Guid> files, CancellationToken ct)
    {
        foreach (var path in files.Select(file => PathOf(db, file)).Where(File.Exists)) File.Delete(path);
        return Task.CompletedTask;
    }

    // Only ids make up the path; a name that somebody sent never does.
    private string PathOf(ModuleDbContext db, Guid file) => Path.Combine(folder, db.Module, $"{file:N}"[^2..], $"{file:N}");
}
