using System.Text;
using Crm.Rendering.Charts;

namespace Crm.Rendering.Mail;

/// <summary>The part of a mail for readers without HTML: aligned for a fixed-width font in which an ideograph takes two columns.</summary>
internal sealed class PlainTextReport
{
    private const int WidestCell = 40;
    private const int LongestBar = 30;

    private readonly StringBuilder _text = new();
    private readonly ReaderFormat _reader;
    private readonly int _maxRows;

    private PlainTextReport(ReaderFormat reader, int maxRows) => (_reader, _maxRows) = (reader, maxRows);

    public static string Render(ReportDocument document, ReaderFormat reader, int maxRows)
    {
        var report = new PlainTextReport(reader, maxRows);
        report.Write(document);
        return report._text.ToString();
    }

    private void Write(ReportDocument document)
    {
        if (document.Issuer is not null)
            Line(_reader.Text(document.Issuer));

        Underlined(_reader.Text(document.Title), '=');
        if (document.Subtitle is not null)
            Line(_reader.Text(document.Subtitle));

        foreach (var section in document.Sections)
        {
            _text.Append("\r\n");
            Write(section);
        }

        if (document.Footnotes.Count > 0)
        {
            _text.Append("\r\n");
            Underlined(_reader.Text(Words.Notes), '-');
            foreach (var (i, note) in document.Footnotes.Index())
                Line($"{i + 1}. {_reader.Text(note)}");
        }

        if (document.MadeAt is { } madeAt)
            Line("\r\n" + Words.AsOfText(madeAt, _reader));
    }

    private void Write(ReportSection section)
    {
        switch (section)
        {
            case FiguresSection figures:
                Write(figures);
                break;
            case ChartSection { Chart: SeriesChart chart }:
                Underlined(_reader.WithUnit(chart.Title, chart.Format), '-');
                WriteBars(chart);
                break;
            case ChartSection chart:
                Write(chart.Chart.ToTable());
                break;
            case TableSection table:
                Write(table.Table);
                break;
            case TextSection text:
                if (text.Heading is not null)
                    Underlined(_reader.Text(text.Heading), '-');
                foreach (var paragraph in text.Paragraphs)
                    Line(_reader.Text(paragraph));
                break;
        }
    }

    private void Write(FiguresSection section)
    {
        Underlined(_reader.Text(Words.Figures), '-');
        WriteGrid(
            [.. section.Figures.Select(f => (string[])[_reader.WithUnit(f.Name, f.Format), _reader.Text(f.Value, f.Format), Comparison(f)])],
            [false, true, false]);
    }

    private string Comparison(KeyFigure figure) => figure.Change is { } change
        ? $"{Words.Change(change, _reader)} {(figure.ComparedWith is null ? "" : _reader.Text(figure.ComparedWith))}"
        : "";

    private void WriteBars(SeriesChart chart)
    {
        if (chart.IsEmpty)
        {
            Line(_reader.Text(Words.NoRows));
            return;
        }

        var bars = CellBar.Of(chart, _reader);
        WriteGrid(
            [.. bars.Take(_maxRows).Select(b => (string[])[b.Label, b.Value, Bar(b.Length)])],
            [false, true, false]);
        WriteRest(bars.Count);
    }

    private static string Bar(double length) => new(length < 0 ? '-' : '#', (int)Math.Round(Math.Abs(length) * LongestBar));

    private void Write(ReportTable table)
    {
        Underlined(_reader.Text(table.Title), '-');
        var lines = new List<string[]> { table.Columns.Select(c => c.Heading(_reader)).ToArray() };
        lines.AddRange(table.Rows.Take(_maxRows).Select(Cells));
        if (table.Totals is { } totals)
            lines.Add(Cells(totals));

        WriteGrid(lines, [.. table.Columns.Select(c => c.Format.IsNumeric)]);
        if (table.Rows.Count == 0)
            Line(_reader.Text(Words.NoRows));

        WriteRest(table.Rows.Count);

        string[] Cells(IReadOnlyList<object?> row)
        {
            Rows.MustFit(row, table.Columns);
            return [.. table.Columns.Select((c, i) => _reader.Text(row[i], c.Format))];
        }
    }

    private void WriteRest(int count)
    {
        if (count > _maxRows)
            Line(Words.MoreRows.In(_reader.Language, count - _maxRows));
    }

    private void WriteGrid(IReadOnlyList<string[]> lines, bool[] alignRight)
    {
        var cells = lines.Select(line => line.Select(Shortened).ToArray()).ToList();
        var widths = alignRight.Select((_, i) => cells.Max(line => (int?)TextWidth.Columns(line[i])) ?? 0).ToArray();
        foreach (var line in cells)
            Line(string.Join("  ", line.Select((cell, i) => Padded(cell, widths[i], alignRight[i]))).TrimEnd());
    }

    private static string Shortened(string text) => TextWidth.FitColumns(CleanText.OneLine(text), WidestCell);

    private static string Padded(string text, int width, bool right)
    {
        var padding = new string(' ', width - TextWidth.Columns(text));
        return right ? padding + text : text + padding;
    }

    private void Underlined(string text, char with)
    {
        var line = CleanText.OneLine(text);
        Line(line);
        Line(new string(with, Math.Min(72, TextWidth.Columns(line))));
    }

    private void Line(string text) => _text.Append(text).Append("\r\n");
}
