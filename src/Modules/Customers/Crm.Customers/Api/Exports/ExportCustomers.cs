using System.Runtime.CompilerServices;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application;
using Crm.Customers.Application.Exports;
using Crm.Customers.Application.Listing;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Exports;
using Crm.Customers.Persistence;
using Crm.Rendering;
using Crm.Rendering.Files;

namespace Crm.Customers.Api.Exports;

/// <summary>Writes customers into a file, five hundred at a time, each as its reader sees it. Here because that is how the API shows one.</summary>
internal sealed class ExportCustomers(CustomerFileWriting writing) : IOperation<CustomerFileRequest, CustomerFileWritten>
{
    private static readonly Phrase Title = new("Customers", "客户");

    public async Task<CustomerFileWritten> Run(CustomerFileRequest input, OperationRun run, CancellationToken ct)
    {
        var file = await CustomerFileWriting.Find(run, input.FileId, ct);
        var upload = file.Format == ExportFormat.Xlsx
            ? new FileUpload("customers.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            : new FileUpload("customers.csv", "text/csv");
        return await writing.Write(run, file.Id, upload, (destination, token) => Write(file, run, destination, token), ct);
    }

    private static async Task<long> Write(CustomerFile file, OperationRun run, Stream destination, CancellationToken ct)
    {
        var columns = file.Columns.Select(CustomerColumns.Find).ToList();
        var count = new Counter();
        var reader = new ReaderFormat(run.Caller.Language);
        var table = new TableStream(
            Title, [.. columns.Select(c => new ReportColumn(c.Name, file.HasTitles ? c.Title : new Phrase(c.Name, c.Name), ValueFormat.Text))], Rows(file, columns, run, count, ct));
        var options = new CsvOptions { Header = file.HasTitles ? CsvHeader.Titles : CsvHeader.Keys };
        if (file.Format == ExportFormat.Xlsx) await XlsxTableWriter.Write(destination, [table], reader, ct);
        else await CsvTableWriter.Write(destination, table, reader, options, ct);
        return count.Rows;
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(
        CustomerFile file, IReadOnlyList<CustomerColumn> columns, OperationRun run, Counter count, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var scope = run.NewScope();
        var db = (CustomersDbContext)run.Database(scope.ServiceProvider);
        var request = ListRequest.From(file.Query, scope.ServiceProvider);
        var customers = (await CustomerList.For(request, db, ct)).Matching(db.Customers, request);
        await foreach (var customer in db.InPages<Customer, CustomerId>(customers, ct))
        {
            var shown = MaskedRow.Of(request.Caller, CustomerInput.Resource, CustomerView.Of(customer));
            count.Rows++;
            yield return [.. columns.Select(c => c.Value(shown))];
        }
    }

    private sealed class Counter
    {
        public long Rows { get; set; }
    }
}
