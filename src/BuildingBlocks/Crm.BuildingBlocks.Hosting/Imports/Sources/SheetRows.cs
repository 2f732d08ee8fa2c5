using System.Globalization;
using System.Xml;

namespace Crm.BuildingBlocks.Hosting.Imports.Sources;

internal enum CellKind
{
    Empty,
    Text,
    Number,
    Flag,
    Error,
}

/// <param name="Kind">What it is.</param>
/// <param name="Text">As the file has it.</param>
/// <param name="Style">Of a number.</param>
internal readonly record struct SheetCell(CellKind Kind, string Text, int Style)
{
    public bool IsEmpty => Kind == CellKind.Empty || (Kind == CellKind.Text && Text.Length == 0);
}

/// <summary>Reads the rows of a sheet one after the other. What a sheet says about its size is not believed: only what is there is read.</summary>
/// <param name="xml">Of the sheet.</param>
/// <param name="texts">That cells name by number.</param>
/// <param name="mostCharacters">In the cells of one row, which is held as a whole, whatever columns are wanted of it.</param>
internal sealed class SheetRows(XmlReader xml, SharedTexts texts, int mostCharacters) : IDisposable
{
    private const long MostRows = 1_048_576;

    private SheetCell[] _cells = [];

    /// <summary>1-based number of the present row.</summary>
    public long Number { get; private set; }

    /// <summary>Cells of the present row, as far as there are any.</summary>
    public ReadOnlySpan<SheetCell> Cells => _cells.AsSpan(0, Count);

    private int Count { get; set; }

    /// <summary>Goes to the next row that has anything in it.</summary>
    public async ValueTask<bool> Next(CancellationToken ct)
    {
        while (await xml.Next())
        {
            if (xml.IsAfter("sheetData")) return false;
            if (!xml.IsAt("row")) continue;
            ct.ThrowIfCancellationRequested();
            var number = long.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : Number + 1;
            // A row is known by its number from here on: to errors, and to the undoing of an import.
            if (number <= Number || number > MostRows) throw new InvalidDataException("A sheet has no such row there.");
            Number = number;
            Array.Clear(_cells, 0, Count);
            Count = 0;
            if (!xml.IsEmptyElement) await ReadCells();
            while (Count > 0 && _cells[Count - 1].IsEmpty) Count--;
            if (Count > 0) return true;
        }

        return false;
    }

    public void Dispose() => xml.Dispose();

    private async Task ReadCells()
    {
        var (column, left) = (-1, mostCharacters);
        while (await xml.Next() && !xml.IsAfter("row"))
        {
            if (!xml.IsAt("c")) continue;
            column = ColumnOf(xml.GetAttribute("r")) ?? column + 1;
            if (column >= RowSource.MostColumns) throw new InvalidDataException("A sheet has no such column.");
            var (cell, length) = await ReadCell(left);
            left -= length;
            if (cell.IsEmpty) continue;
            if (column >= _cells.Length) Array.Resize(ref _cells, Math.Max(column + 1, 2 * _cells.Length));
            _cells[column] = cell;
            Count = Math.Max(Count, column + 1);
        }
    }

    /// <returns>The cell, and the characters that stand in it itself.</returns>
    private async Task<(SheetCell Cell, int Length)> ReadCell(int most)
    {
        var type = xml.GetAttribute("t");
        var style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (xml.IsEmptyElement) return default;
        var (text, length) = ("", 0);
        while (await xml.Next() && !xml.IsAfter("c"))
        {
            if (!xml.IsAt("v") && !xml.IsAt("is")) continue;
            text = await xml.Text(most - length);
            length += text.Length;
        }

        if (text.Length == 0) return default;
        var cell = type switch
        {
            "s" => Shared(text),
            "b" => new SheetCell(CellKind.Flag, text is "1" ? "true" : "false", style),
            "e" => new SheetCell(CellKind.Error, text, style),
            null or "n" => new SheetCell(CellKind.Number, text, style),
            _ => new SheetCell(CellKind.Text, text, style),
        };
        return (cell, length);
    }

    private SheetCell Shared(string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && texts[number] is { } text
            ? new SheetCell(CellKind.Text, text, 0)
            : throw new InvalidDataException("A cell names a text that is not there.");

    /// <summary>Of an address such as BC12.</summary>
    private static int? ColumnOf(string? address)
    {
        var column = 0;
        foreach (var letter in address ?? "")
        {
            if (letter is not (>= 'A' and <= 'Z')) break;
            column = (column * 26) + letter - 'A' + 1;
            if (column > RowSource.MostColumns) break;
        }

        return column == 0 ? null : column - 1;
    }
}
