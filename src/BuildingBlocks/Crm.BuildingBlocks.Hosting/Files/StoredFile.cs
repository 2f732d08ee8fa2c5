using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.BuildingBlocks.Hosting.Files;

/// <summary>A file of a module. Its content is encrypted, in pieces, wherever it is kept.</summary>
public sealed class StoredFile
{
    public required Guid Id { get; init; }

    [Personal]
    public required string Name { get; init; }

    public required string ContentType { get; init; }

    /// <summary>Of the plain content.</summary>
    public long Length { get; set; }

    /// <summary>Of the plain content, in hexadecimal.</summary>
    public string? Sha256 { get; set; }

    /// <summary>Where the content is; a later change of the setting does not move it.</summary>
    public required FileStore Store { get; init; }

    /// <summary>Whose key encrypts it. Erasing that person makes it unreadable.</summary>
    public Guid? PersonId { get; init; }

    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>Something refers to it. What nothing refers to after a day is an upload that was broken off, and is removed.</summary>
    public bool IsKept { get; set; }
}

/// <summary>256 KiB of a file; the last piece has what is left.</summary>
public sealed class StoredFilePiece
{
    public required Guid FileId { get; init; }

    /// <summary>0 for the first.</summary>
    public required int Number { get; init; }

    public required byte[] Content { get; init; }
}

public enum FileStore
{
    [Label("Database", "数据库")]
    Database,
    [Label("Folder", "文件夹")]
    Folder,
}

internal static class FileMapping
{
    public static void Map(EntityTypeBuilder<StoredFile> file)
    {
        file.ToTable("Files").HasKey(f => f.Id);
        file.Property(f => f.Id).ValueGeneratedNever();
        file.Property(f => f.Sha256).HasMaxLength(64).IsUnicode(false);
        file.HasIndex(f => new { f.IsKept, f.StoredAt });
    }

    public static void Map(EntityTypeBuilder<StoredFilePiece> piece)
    {
        piece.ToTable("FilePieces").HasKey(p => new { p.FileId, p.Number });
        piece.HasOne<StoredFile>().WithMany().HasForeignKey(p => p.FileId);
    }
}
