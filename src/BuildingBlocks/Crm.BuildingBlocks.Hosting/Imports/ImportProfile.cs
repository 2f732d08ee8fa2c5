using Crm.BuildingBlocks.Hosting.Imports.Duplicates;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>How the columns of a file become the fields of a target.</summary>
public sealed record ImportProfile
{
    /// <summary>Such as <c>sales-orders.orders</c>.</summary>
    public required string Target { get; init; }

    public string? Description { get; init; }

    public ImportFormat Format { get; init; } = new();

    /// <summary>By which the same record is recognised when the file comes again.</summary>
    public required ImportKey Key { get; init; }

    /// <summary>Field of the target to where it comes from.</summary>
    public required IReadOnlyDictionary<string, FieldSource> Fields { get; init; }

    /// <summary>A further field of the target that is not among <see cref="Fields"/> is filled by the column that is called like it, where there is one.</summary>
    public bool FurtherFieldsByName { get; init; }

    /// <summary>The second file, such as the lines of orders.</summary>
    public ImportDetails? Details { get; init; }

    /// <summary>What becomes of rows whose key is not known but which are like a record that is there; null: they make another.</summary>
    public ImportDuplicates? Duplicates { get; init; }
}

public sealed record ImportFormat
{
    /// <summary>One character.</summary>
    public string Delimiter { get; init; } = ",";

    /// <summary>Null: by byte order mark, else UTF-8. Known: <c>utf-8 utf-16 utf-16be gbk gb18030 latin-1 windows-1252</c>.</summary>
    public string? Encoding { get; init; }

    public string DecimalSeparator { get; init; } = ".";

    /// <summary>.NET format of dates; null: ISO 8601.</summary>
    public string? DateFormat { get; init; }

    /// <summary>Of a workbook; null: the first.</summary>
    public string? Sheet { get; init; }

    /// <summary>A text that a spreadsheet would run has an apostrophe before it, as exports of this system write it: it is no part of the text.</summary>
    public bool AreFormulasQuoted { get; init; }

    /// <summary>A column that a file does not have counts as empty, unless the key or a required field comes from it.</summary>
    public bool ColumnsMayBeMissing { get; init; }
}

/// <param name="System">The name under which the other system is known here, such as <c>northwind</c>.</param>
/// <param name="Columns">Whose values, joined by <paramref name="Separator"/>, name the record there.</param>
/// <param name="Separator">Between the values of several columns.</param>
public sealed record ImportKey(string System, IReadOnlyList<string> Columns, string Separator = "/");

/// <summary>Where the value of a field comes from: columns, or a constant.</summary>
public sealed record FieldSource
{
    /// <summary>One column.</summary>
    public string? Column { get; init; }

    /// <summary>Several, joined by <see cref="Separator"/>; empty ones are left out.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    public string Separator { get; init; } = " ";

    /// <summary>The same for every row.</summary>
    public string? Constant { get; init; }

    /// <summary>For a row that has nothing there.</summary>
    public string? Default { get; init; }

    public bool Trim { get; init; } = true;

    /// <summary>Value in the file to value of the field. One that is not listed is an error, unless <c>*</c> says what it means.</summary>
    public IReadOnlyDictionary<string, string?>? Map { get; init; }

    /// <summary>Instead of that of the file.</summary>
    public string? DateFormat { get; init; }

    /// <inheritdoc cref="DateFormat"/>
    public string? DecimalSeparator { get; init; }
}

public sealed record ImportDetails
{
    /// <summary>The field that holds the list, such as <c>lines</c>.</summary>
    public required string Field { get; init; }

    /// <summary>Columns of the second file that name the row of the first.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    public required IReadOnlyDictionary<string, FieldSource> Fields { get; init; }

    /// <summary>When it is not that of the first file.</summary>
    public ImportFormat? Format { get; init; }
}
