using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.BuildingBlocks.Hosting.Imports;

public enum ImportState
{
    [Label("Uploaded", "已上传")]
    Uploaded,
    [Label("Checking", "检查中")]
    Checking,
    [Label("Checked", "已检查")]
    Checked,
    [Label("Running", "导入中")]
    Running,
    [Label("Done", "已完成")]
    Done,
    [Label("Failed", "失败")]
    Failed,
    [Label("Cancelled", "已取消")]
    Cancelled,
    [Label("Reverting", "撤销中")]
    Reverting,
    [Label("Reverted", "已撤销")]
    Reverted,

    /// <summary>Some records stay as the import made them; another undo may reach them.</summary>
    [Label("Partly reverted", "部分撤销")]
    PartlyReverted,
}

/// <summary>A file that was uploaded to be imported, and how far that has come. Its state is that of its latest operation.</summary>
public sealed class Import
{
    public required Guid Id { get; init; }

    /// <summary>Such as <c>sales-orders.orders</c>.</summary>
    public required string Target { get; init; }

    /// <summary>Null for a profile that came with the upload.</summary>
    public string? ProfileName { get; init; }

    /// <summary>JSON of the profile as it was then; a later change of the stored one does not change what was checked.</summary>
    public required string Profile { get; init; }

    public required Guid FileId { get; init; }

    /// <summary>Empty once the files were taken away with a person who was erased, and only then.</summary>
    [Personal]
    public required string FileName { get; init; }

    internal bool IsFileForgotten => FileName.Length == 0;

    public Guid? DetailFileId { get; init; }

    public required Guid CallerId { get; init; }

    public required string CallerName { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Guid? OperationId { get; set; }

    /// <summary>Whether the latest operation only checks.</summary>
    public bool IsDryRun { get; set; }

    /// <summary>Rows of the latest operation so far; predicted ones when it only checks.</summary>
    public long Created { get; set; }

    public long Updated { get; set; }

    /// <summary>Records that stay as they are: those like their rows already, and those that rows were skipped for.</summary>
    public long Unchanged { get; set; }

    public long Failed { get; set; }
}

/// <summary>What became of one row of one run. Recognises a key that comes twice and tells which records a run made.</summary>
public sealed class ImportedRow
{
    public required Guid OperationId { get; init; }

    /// <inheritdoc cref="StoredKeys"/>
    public required string Key { get; init; }

    public required long Line { get; init; }

    public required ImportOutcome Outcome { get; init; }

    public Guid? RecordId { get; init; }
}

/// <summary>A row of the second file, waiting for the row of the first that it belongs to.</summary>
public sealed class ImportDetail
{
    public required Guid OperationId { get; init; }

    public required long Line { get; init; }

    /// <inheritdoc cref="StoredKeys"/>
    public required string Key { get; init; }

    /// <summary>JSON array of the texts of the columns that the profile uses.</summary>
    [Personal]
    public required string Texts { get; init; }
}

/// <summary>A mapping profile that somebody stored.</summary>
public sealed class StoredImportProfile
{
    public required string Name { get; init; }

    public required string Target { get; set; }

    public required string Profile { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    public required string ChangedBy { get; set; }

    /// <summary>1 for the first; whoever replaces it names the one they saw.</summary>
    public int Version { get; set; }
}

internal static class ImportMapping
{
    public static void Map(EntityTypeBuilder<Import> import)
    {
        import.ToTable("Imports").HasKey(i => i.Id);
        import.Property(i => i.Id).ValueGeneratedNever();
        import.Property(i => i.Profile).IsLongText();
        // Of two that start the same import at once, one finds it started by the other.
        import.Property(i => i.OperationId).IsConcurrencyToken();
        import.HasIndex(i => new { i.CallerId, i.CreatedAt });
        import.HasIndex(i => i.CreatedAt);
    }

    public static void Map(EntityTypeBuilder<ImportedRow> row)
    {
        row.ToTable("ImportedRows").HasKey(r => new { r.OperationId, r.Key });
        row.HasIndex(r => r.RecordId);
    }

    public static void Map(EntityTypeBuilder<ImportDetail> detail)
    {
        detail.ToTable("ImportDetails").HasKey(d => new { d.OperationId, d.Line });
        detail.HasIndex(d => new { d.OperationId, d.Key });
    }

    public static void Map(EntityTypeBuilder<StoredImportProfile> profile)
    {
        profile.ToTable("ImportProfiles").HasKey(p => p.Name);
        profile.Property(p => p.Profile).IsLongText();
        profile.Property(p => p.Version).IsConcurrencyToken();
    }
}
