using System.Globalization;
using Bogus;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;

namespace Crm.Customers.Tests.Domain.Duplicates;

/// <summary>
/// Persons with up to three more records each, written by somebody in a hurry, and with wives, brothers and twins at the same address who are
/// not the same. The same every time.
/// </summary>
internal sealed class MadeUpPersons(string locale, int seed)
{
    private readonly Faker _faker = new(locale) { Random = new Randomizer(seed) };
    private readonly Slips _slips = new(seed);

    public IReadOnlyList<LabelledRecord> Make(int customers)
    {
        var records = new List<LabelledRecord>();
        for (var number = 0; number < customers; number++)
        {
            var person = Invent();
            Add($"{number}", person, copies: _faker.Random.Int(0, 3));
            if (_faker.Random.Bool(0.2f)) Add($"{number} relative", Relative(person), copies: 0);
            if (_faker.Random.Bool(0.03f)) Add($"{number} twin", Relative(person) with { Born = person.Born }, copies: 0);
        }

        return records;

        void Add(string who, Person person, int copies)
        {
            records.Add(new LabelledRecord(who, person.Record()));
            for (var copy = 0; copy < copies; copy++) records.Add(new LabelledRecord(who, Miswritten(person).Record()));
        }
    }

    private Person Invent() => new(
        _faker.Name.FirstName(), _faker.Name.LastName(), DateOnly.FromDateTime(_faker.Date.Between(new DateTime(1935, 1, 1), new DateTime(2005, 1, 1)))
            .ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        _faker.Address.StreetAddress(), _faker.Address.City(), _faker.Random.Replace("#####"), Phone(), Mail());

    private Person Relative(Person of) => of with { Given = Other(of.Given), Born = Invent().Born, Mail = Mail(), Phone = _faker.Random.Bool() ? of.Phone : Phone() };

    private string Other(string name)
    {
        var other = name;
        while (other == name) other = _faker.Name.FirstName();
        return other;
    }

    private string Phone() => _faker.Random.Replace("0#########");

    private string Mail() => $"{_faker.Random.AlphaNumeric(9)}@example.com";

    private Person Miswritten(Person p)
    {
        var slips = _faker.Random.Int(1, 4);
        for (var slip = 0; slip < slips; slip++)
        {
            p = _faker.Random.Int(0, 11) switch
            {
                0 => p with { Given = _slips.In(p.Given) },
                1 => p with { Family = _slips.In(p.Family) },
                2 => p with { Given = p.Family, Family = p.Given },
                3 => p with { Born = _slips.InDate(p.Born) },
                4 => p with { Born = null },
                5 => p with { Street = _slips.In(p.Street) },
                6 => p with { PostalCode = _slips.In(p.PostalCode) },
                7 => p with { City = _slips.In(p.City) },
                8 => p with { Phone = null },
                9 => p with { Mail = _faker.Random.Bool() ? null : Mail() },
                10 => p with { Street = _faker.Address.StreetAddress(), City = _faker.Address.City(), PostalCode = _faker.Random.Replace("#####") },
                _ => p with { Phone = p.Phone is null ? null : $"+49 {p.Phone[1..4]} / {p.Phone[4..]}" },
            };
        }

        return p;
    }

    private sealed record Person(string Given, string Family, string? Born, string? Street, string? City, string? PostalCode, string? Phone, string? Mail)
    {
        private bool IsChinese => Family.Length > 0 && Family[0] > '\u2fff';

        public ComparedRecord Record() => ComparedRecord.Of(CustomerKind.Person,
        [
            (DedupeField.Name, IsChinese ? Family + Given : $"{Given} {Family}"), (DedupeField.BornOn, Born), (DedupeField.Street, Street), (DedupeField.City, City),
            (DedupeField.PostalCode, PostalCode), (DedupeField.Phone, Phone), (DedupeField.Email, Mail),
        ]);
    }
}
