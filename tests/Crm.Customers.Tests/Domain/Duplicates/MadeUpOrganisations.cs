using Bogus;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;

namespace Crm.Customers.Tests.Domain.Duplicates;

/// <summary>
/// Companies in a few cities, with up to three more records each, and with others of the same founder, of the same trade or in the same house
/// that are not the same. The same every time.
/// </summary>
internal sealed class MadeUpOrganisations(bool areChinese, int seed)
{
    private static readonly string[] Trades =
        ["Logistics", "Foods", "Instruments", "Textiles", "Optics", "Pharma", "Robotics", "Ceramics", "Paper", "Bakery", "Marine", "Energy", "Books", "Toys", "Steel"];

    private static readonly string[] Forms = ["GmbH", "Ltd", "S.A.", "AB", "B.V.", "Inc.", "S.r.l."];
    private static readonly string[] Cities = ["Hamburg", "Lyon", "Malmö", "Milano", "Leeds", "Gdańsk", "Utrecht", "Boston"];
    private static readonly string[] ChineseTrades = ["食品", "机械", "纺织", "光电", "医药", "物流", "建材", "文具", "茶业", "电子", "家居", "印刷"];
    private static readonly string[] ChineseForms = ["有限公司", "股份有限公司", "有限责任公司", "集团有限公司"];
    private static readonly string[] ChineseCities = ["北京", "上海", "深圳", "广州", "杭州", "南京", "成都", "武汉"];
    private const string Characters = "华兴鑫源瑞丰天成恒达东金桥长青明珠同德安泰福临宏图永盛嘉美博雅卓越诚信";

    private readonly Faker _faker = new("de") { Random = new Randomizer(seed) };
    private readonly Slips _slips = new(seed);

    public IReadOnlyList<LabelledRecord> Make(int customers)
    {
        var records = new List<LabelledRecord>();
        for (var number = 0; number < customers; number++)
        {
            var company = Invent();
            Add($"{number}", company, copies: _faker.Random.Int(0, 3));
            if (_faker.Random.Bool(0.2f)) Add($"{number} neighbour", Invent() with { Street = company.Street, City = company.City, PostalCode = company.PostalCode }, copies: 0);
            if (_faker.Random.Bool(0.2f)) Add($"{number} of the same founder", company with { Trade = Other(company.Trade), Phone = Phone(), Street = Street() }, copies: 0);
        }

        return records;

        void Add(string who, Company company, int copies)
        {
            records.Add(new LabelledRecord(who, company.Record(areChinese)));
            for (var copy = 0; copy < copies; copy++) records.Add(new LabelledRecord(who, Miswritten(company).Record(areChinese)));
        }
    }

    private Company Invent()
    {
        var founder = areChinese ? string.Concat(_faker.Random.Shuffle(Characters).Take(2)) : _faker.Name.LastName();
        return new Company(
            founder, _faker.PickRandom(areChinese ? ChineseTrades : Trades), _faker.PickRandom(areChinese ? ChineseForms : Forms), _faker.PickRandom(areChinese ? ChineseCities : Cities),
            Street(), _faker.Random.Replace("#####"), Phone(), WithPlace: areChinese);
    }

    private string Street() => areChinese ? $"{string.Concat(_faker.Random.Shuffle(Characters).Take(2))}路{_faker.Random.Int(1, 300)}号" : _faker.Address.StreetAddress();

    private string Phone() => _faker.Random.Replace("0#########");

    private string Other(string trade)
    {
        var other = trade;
        while (other == trade) other = _faker.PickRandom(areChinese ? ChineseTrades : Trades);
        return other;
    }

    private Company Miswritten(Company c)
    {
        var slips = _faker.Random.Int(1, 3);
        for (var slip = 0; slip < slips; slip++)
        {
            c = _faker.Random.Int(0, 8) switch
            {
                0 => c with { Founder = _slips.In(c.Founder) },
                1 => c with { Form = null },
                2 => c with { WithPlace = false },
                3 => c with { Street = _slips.In(c.Street) },
                4 => c with { Phone = null },
                5 => c with { PostalCode = null },
                6 => c with { Phone = c.Phone is null ? null : $"({c.Phone[..3]}) {c.Phone[3..6]}-{c.Phone[6..]}" },
                7 => c with { Street = null },
                _ => c with { City = c.City.ToUpperInvariant() },
            };
        }

        return c;
    }

    private sealed record Company(string Founder, string Trade, string? Form, string City, string? Street, string? PostalCode, string? Phone, bool WithPlace)
    {
        public ComparedRecord Record(bool isChinese)
        {
            var name = isChinese ? $"{(WithPlace ? City : "")}{Founder}{Trade}{Form}" : $"{Founder} {Trade} {Form}".Trim();
            return ComparedRecord.Of(CustomerKind.Organisation,
            [
                (DedupeField.Name, name), (DedupeField.Street, Street), (DedupeField.City, City), (DedupeField.PostalCode, PostalCode), (DedupeField.Phone, Phone),
            ]);
        }
    }
}
