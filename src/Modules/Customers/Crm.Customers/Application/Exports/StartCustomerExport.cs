using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Exports;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application.Exports;

/// <summary>Writes the customers that the caller sees, or some of them, into a file that can be fetched for a week.</summary>
internal sealed record StartCustomerExport : ICommand<OperationId>
{
    public const string Kind = "customers.export";

    /// <summary>Which customers: <c>filter[...]</c> and <c>q</c> as behind the question mark of the list of customers; empty: all.</summary>
    public string Query { get; init; } = "";

    /// <summary>In the order in which they are wanted; empty: all that an import takes, so that the file can come in again.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    public ExportFormat Format { get; init; } = ExportFormat.Csv;

    /// <summary>Headers for people, in the caller's language, instead of the names of the fields.</summary>
    public bool Titles { get; init; }
}

internal sealed class StartCustomerExportValidator : AbstractValidator<StartCustomerExport>
{
    private const int LongestQuery = 2000;

    private static readonly string Names = string.Join(", ", CustomerColumns.Names);

    private static readonly Phrase Known = new($"Known columns, each once: {Names}.", $"可用的列（各一次）：{Names}。");

    public StartCustomerExportValidator()
    {
        RuleFor(c => c.Query).NotNull().MaximumLength(LongestQuery);
        RuleFor(c => c.Format).IsInEnum();
        RuleFor(c => c.Columns).NotNull().Must(columns => columns is null || (columns.Distinct().Count() == columns.Count && columns.All(CustomerColumns.Names.Contains)))
            .WithPhrase(Known);
    }
}

internal sealed class StartCustomerExportHandler(CustomersDbContext db, CallerContext caller, OperationStarter starter) : ICommandHandler<StartCustomerExport, OperationId>
{
    public async Task<OperationId> Handle(StartCustomerExport command, CancellationToken ct)
    {
        var now = db.Time.GetUtcNow();
        var file = new CustomerFile
        {
            Id = Guid.CreateVersion7(now),
            Kind = CustomerFileKind.Customers,
            Format = command.Format,
            HasTitles = command.Titles,
            Columns = command.Columns.Count > 0 ? command.Columns : CustomerColumns.OfImports,
            Query = command.Query.TrimStart('?'),
            CallerId = caller.Caller.Id,
            CallerName = caller.Caller.Name,
            CreatedAt = now,
        };
        db.Add(file);
        var operation = await starter.Start(db, StartCustomerExport.Kind, new CustomerFileRequest(file.Id), ct);
        file.OperationId = operation.Value;
        db.AddAuditEntry("customers.ask-export", "customer-file", file.Id, new { file.Columns });
        return operation;
    }
}

/// <summary>Input of the operations that write files.</summary>
internal sealed record CustomerFileRequest(Guid FileId);

/// <param name="FileId">Of the export.</param>
/// <param name="Count">Records in it.</param>
internal sealed record CustomerFileWritten(Guid FileId, long Count, string ResultLink) : ILinkedResult
{
    public static CustomerFileWritten Of(CustomerFile file) => new(file.Id, file.Count, $"/api/v1/customers/exports/{file.Id}");
}
