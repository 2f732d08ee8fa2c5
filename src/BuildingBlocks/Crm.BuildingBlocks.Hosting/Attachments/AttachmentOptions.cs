namespace Crm.BuildingBlocks.Hosting.Attachments;

/// <summary>Configuration section <c>Attachments</c>.</summary>
public sealed class AttachmentOptions
{
    public const string Section = "Attachments";

    /// <summary>Largest file, in bytes.</summary>
    public long MostBytes { get; set; } = 20 * 1024 * 1024;

    /// <summary>Attachments of one record.</summary>
    public int MostPerRecord { get; set; } = 200;

    /// <summary>Content types that are taken, separated by spaces. Nothing of it is ever shown inside a page of ours.</summary>
    public string Types { get; set; } =
        "application/pdf image/png image/jpeg image/gif image/webp text/plain text/csv "
        + "application/vnd.openxmlformats-officedocument.wordprocessingml.document "
        + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet "
        + "application/vnd.openxmlformats-officedocument.presentationml.presentation";
}
