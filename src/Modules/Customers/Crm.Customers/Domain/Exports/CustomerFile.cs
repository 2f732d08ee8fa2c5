using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Exports;

internal enum CustomerFileKind
{
    [Label("Customers", "客户")]
    Customers,
    [Label("What is kept of one person", "个人数据副本")]
    Person,
}

internal enum ExportFormat
{
    [Label("CSV", "CSV")]
    Csv,
    [Label("Workbook", "工作簿")]
    Xlsx,
}

/// <summary>A file that somebody had made of customers, for as long as it may be fetched.</summary>
internal sealed class CustomerFile
{
    public required Guid Id { get; init; }

    public required CustomerFileKind Kind { get; init; }

    /// <summary>Who is told of it; null for a file of many.</summary>
    public CustomerId? SubjectId { get; init; }

    public ExportFormat? Format { get; init; }

    /// <summary>Headers are for people, in their language, instead of names of fields.</summary>
    public bool HasTitles { get; init; }

    /// <summary>In this order.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>As behind the question mark of the list. It may name a person.</summary>
    [Personal]
    public string Query { get; init; } = "";

    public required Guid CallerId { get; init; }

    [PersonalInCopies]
    public required string CallerName { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Guid? OperationId { get; set; }

    public Guid? FileId { get; private set; }

    /// <summary>Records in it.</summary>
    public long Count { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    public void Finish(Guid file, long count, DateTimeOffset expiresAt) => (FileId, Count, ExpiresAt) = (file, count, expiresAt);
}
