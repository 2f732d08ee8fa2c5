using Crm.BuildingBlocks.Hosting.Imports.Duplicates;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Imports.Undoing;

/// <summary>What an import changed in one record, for as long as it may be undone.</summary>
public sealed class ImportImage
{
    public required Guid ImportId { get; init; }

    public required Guid RecordId { get; init; }

    /// <summary>First line of the file that concerned it.</summary>
    public required long Line { get; init; }

    /// <summary>Null for a record that the import made.</summary>
    [Personal]
    public string? Before { get; set; }

    /// <summary>Null for a record that the import made: there only whether it is the same matters.</summary>
    [Personal]
    public string? After { get; set; }

    /// <summary>SHA-256 of what it was after the import, in hexadecimal.</summary>
    public required string AfterHash { get; set; }

    /// <summary>An undo has dealt with it.</summary>
    public bool IsUndone { get; set; }
}

/// <summary>The latest attempt to undo an import, or to see what would come of it.</summary>
public sealed class ImportUndo
{
    public required Guid ImportId { get; init; }

    public required Guid OperationId { get; set; }

    public required bool IsDryRun { get; set; }

    public required string CallerName { get; set; }

    public required DateTimeOffset StartedAt { get; set; }

    /// <summary>Records that are again what they were before.</summary>
    public long Reverted { get; set; }

    /// <summary>Records that the import had made and that are hidden again.</summary>
    public long Removed { get; set; }

    /// <summary>Records of which others had changed some fields meanwhile: those stay, the rest is as before.</summary>
    public long Partly { get; set; }

    /// <summary>Records that stay as they are, each with its reason among the problems.</summary>
    public long Left { get; set; }
}

public static class ImportMemory
{
    /// <summary>Adds the tables by which imports are undone and duplicates within a file are recognised to a module with such a target.</summary>
    public static void MapImportMemory(this ModelBuilder model)
    {
        model.Entity<ImportImage>(image =>
        {
            image.ToTable("ImportImages").HasKey(i => new { i.ImportId, i.RecordId });
            image.Property(i => i.AfterHash).HasMaxLength(64).IsUnicode(false);
            image.HasIndex(i => new { i.ImportId, i.Line });
            image.HasIndex(i => i.RecordId);
        });
        model.Entity<ImportUndo>(undo =>
        {
            undo.ToTable("ImportUndos").HasKey(u => u.ImportId);
            undo.Property(u => u.ImportId).ValueGeneratedNever();
            // Of two that start it at once, one finds it started by the other.
            undo.Property(u => u.OperationId).IsConcurrencyToken();
            undo.HasIndex(u => u.OperationId);
        });
        model.Entity<ImportedMark>(mark =>
        {
            mark.ToTable("ImportedMarks").HasKey(m => m.Id);
            mark.Property(m => m.Id).ValueGeneratedNever();
            mark.HasIndex(m => new { m.OperationId, m.Hash });
        });
    }

    internal static bool RemembersImports(this ModuleDbContext db) => db.Model.FindEntityType(typeof(ImportImage)) is not null;
}
