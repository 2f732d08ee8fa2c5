using CsvHelper;

namespace Crm.BuildingBlocks.Hosting.Operations;

/// <summary>Problems as a file to correct the input by: line, field, what it said, and why that cannot be.</summary>
internal static class ProblemFile
{
    public const string ContentType = "text/csv; charset=utf-8";

    private const int FlushEvery = 1000;

    private static readonly Phrase[] Headings =
    [
        new("Line", "行号"), new("Field", "字段"), new("Value", "原值"), new("Code", "代码"), new("Message", "说明"),
    ];

    // Values come from strangers: a spreadsheet must show a formula, not run it. Without the mark it takes Chinese for something else.
    private static readonly CsvWriterOptions Format = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public static async Task Write(IAsyncEnumerable<OperationProblem> problems, Stream body, Language language, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(body, Format, leaveOpen: true);
        foreach (var heading in Headings) csv.WriteField(heading.In(language));
        await csv.EndRecordAsync(ct);
        var written = 0;
        await foreach (var problem in problems.WithCancellation(ct))
        {
            csv.WriteField(problem.Line, default);
            csv.WriteField(problem.Field);
            csv.WriteField(problem.Value);
            csv.WriteField(problem.Code);
            csv.WriteField(problem.TextIn(language));
            await csv.EndRecordAsync(ct);
            if (++written % FlushEvery == 0) await csv.FlushAsync(ct);
        }

        await csv.FlushAsync(ct);
    }
}
