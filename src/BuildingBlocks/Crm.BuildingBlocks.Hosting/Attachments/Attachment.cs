using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.BuildingBlocks.Hosting.Attachments;

/// <summary>A file that hangs on a record of the module. Whoever sees the record sees it.</summary>
public sealed class Attachment
{
    public required Guid Id { get; init; }

    /// <summary>Kebab-case name of the aggregate.</summary>
    public required string RecordType { get; init; }

    public required Guid RecordId { get; init; }

    public required Guid FileId { get; init; }

    [Personal]
    public required string Name { get; init; }

    public required string ContentType { get; init; }

    /// <summary>In bytes.</summary>
    public required long Length { get; init; }

    /// <summary>Of the content, in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public required Guid AddedBy { get; init; }
}

internal static class AttachmentMapping
{
    public static void Map(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.ToTable("Attachments").HasKey(a => a.Id);
        attachment.Property(a => a.Id).ValueGeneratedNever();
        attachment.Property(a => a.Sha256).HasMaxLength(64).IsUnicode(false);
        attachment.HasIndex(a => new { a.RecordType, a.RecordId, a.AddedAt });
    }
}
