using System.Runtime.CompilerServices;
using CsvHelper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Hosting.Operations;

/// <summary>Writes a workbook of one table of texts: registered by modules that can, for not every host has one.</summary>
/// <param name="destination">Stays open.</param>
/// <param name="title">Of the sheet.</param>
/// <param name="headings">Of the columns.</param>
/// <param name="rows">With a text or a number for each column; read once.</param>
/// <param name="language">Of the reader.</param>
/// <param name="ct">Cancels.</param>
public delegate Task WorkbookWriting(
    Stream destination, Phrase title, IReadOnlyList<Phrase> headings, IAsyncEnumerable<IReadOnlyList<object?>> rows, Language language, CancellationToken ct);

/// <summary>Problems as a file to correct the input by: line, field, what it said, and why that cannot be.</summary>
internal static class ProblemFile
{
    private const string Csv = "csv";
    private const string Xlsx = "xlsx";

    private const int FlushEvery = 1000;

    private static readonly Phrase Title = new("Problems", "问题");
    private static readonly Phrase UnknownFormat = new("Known formats are: {0}.", "可用的格式：{0}。");

    private static readonly Phrase[] Headings =
    [
        new("Line", "行号"), new("Field", "字段"), new("Value", "原值"), new("Code", "代码"), new("Message", "说明"),
    ];

    // Values come from strangers: a spreadsheet must show a formula, not run it. Without the mark it takes Chinese for something else.
    private static readonly CsvWriterOptions Format = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    /// <param name="problems">Read while the file is sent.</param>
    /// <param name="name">Of the file, without its end.</param>
    /// <param name="format"><c>csv</c>, also where it is left out, or <c>xlsx</c>.</param>
    /// <param name="services">Of the request.</param>
    /// <param name="language">Of the reader.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="InvalidInput">There is no such format.</exception>
    public static PushStreamHttpResult Of(IAsyncEnumerable<OperationProblem> problems, string name, string? format, IServiceProvider services, Language language, CancellationToken ct)
    {
        var workbook = services.GetService<WorkbookWriting>();
        return format switch
        {
            null or Csv => TypedResults.Stream(body => Write(problems, body, language, ct), "text/csv; charset=utf-8", $"{name}.{Csv}"),
            Xlsx when workbook is not null => TypedResults.Stream(
                body => workbook(body, Title, Headings, Rows(problems, language, ct), language, ct), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{name}.{Xlsx}"),
            _ => throw new InvalidInput("format", UnknownFormat, workbook is null ? Csv : $"{Csv}, {Xlsx}"),
        };
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(IAsyncEnumerable<OperationProblem> problems, Language language, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var problem in problems.WithCancellation(ct)) yield return [$"{problem.Line}", problem.Field, problem.Value, problem.Code, problem.TextIn(language)];
    }

    private static async Task Write(IAsyncEnumerable<OperationProblem> problems, Stream body, Language language, CancellationToken ct)
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
