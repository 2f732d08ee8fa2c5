using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;
using Xunit;

namespace Crm.Customers.Tests.Domain.Duplicates;

/// <summary>Persons of the FEBRL project, made up, with known duplicates. The tax number is left out; the record id only scores.</summary>
internal static class FebrlSample
{
    /// <summary>Looks upwards from the test binaries; skips the test where there is no sample.</summary>
    public static IReadOnlyList<LabelledRecord> ReadOrSkip()
    {
        for (var parent = new DirectoryInfo(AppContext.BaseDirectory); parent is not null; parent = parent.Parent)
        {
            var file = Path.Combine(parent.FullName, "shared", "data", "febrl", "dataset1.csv");
            if (File.Exists(file)) return Read(file);
        }

        throw new SkipException("The FEBRL sample (shared/data/febrl) is not part of the repository, and is in no folder above the tests.");
    }

    private static List<LabelledRecord> Read(string file)
    {
        var lines = File.ReadAllLines(file);
        var columns = lines[0].Split(',').Select((name, at) => (name, at)).ToDictionary(c => c.name, c => c.at);
        return [.. lines.Skip(1).Where(l => l.Length > 0).Select(line => Record(line.Split(',')))];

        LabelledRecord Record(string[] cells) => new(cells[columns["rec_id"]].Split('-')[1], ComparedRecord.Of(CustomerKind.Person,
        [
            (DedupeField.Name, Joined(cells, "given_name", "surname")),
            (DedupeField.Street, Joined(cells, "street_number", "address_1", "address_2")),
            (DedupeField.City, cells[columns["suburb"]]),
            (DedupeField.PostalCode, cells[columns["postcode"]]),
            (DedupeField.Region, cells[columns["state"]]),
            (DedupeField.BornOn, cells[columns["date_of_birth"]]),
        ]));

        string Joined(string[] cells, params string[] names) => string.Join(' ', names.Select(n => cells[columns[n]]).Where(v => v.Length > 0));
    }
}
