using System.Text;

namespace Crm.Reporting.Tests.Northwind;

/// <summary>Rows of a small CSV file, each by the names of its header.</summary>
internal static class CsvRows
{
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(string file)
    {
        using var records = Records(File.ReadAllText(file).TrimStart('\uFEFF')).GetEnumerator();
        if (!records.MoveNext()) yield break;
        var header = records.Current;
        while (records.MoveNext()) yield return header.Zip(records.Current).ToDictionary(p => p.First, p => p.Second);
    }

    private static IEnumerable<List<string>> Records(string text)
    {
        var (record, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') field.Append(text[++i]);
            else if (c == '"') quoted = !quoted;
            else if (quoted || (c is not ',' and not '\n' and not '\r')) field.Append(c);
            else if (c == ',') Take();
            else if (c == '\n')
            {
                Take();
                yield return record;
                record = [];
            }
        }

        if (record.Count == 0 && field.Length == 0) yield break;
        Take();
        yield return record;

        void Take()
        {
            record.Add(field.ToString());
            field.Clear();
        }
    }
}
