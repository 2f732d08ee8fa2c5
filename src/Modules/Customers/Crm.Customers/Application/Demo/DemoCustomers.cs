using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Demo;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;

namespace Crm.Customers.Application.Demo;

/// <summary>Three hundred invented organisations and persons, half of them Chinese.</summary>
internal sealed class DemoCustomers(CustomersDbContext db, Transactions transactions, ICommandHandler<RegisterCustomer, CustomerReply> register) : IDemoData
{
    private const int Count = 300;
    private const int PerTransaction = 50;

    public DemoStage Stage => DemoStage.Customers;

    public Phrase What => new("customers", "客户");

    public IReadOnlyList<string> Try => ["/api/v1/customers/customers?q=%E4%B8%8A%E6%B5%B7&limit=5"];

    public async Task Fill(DemoRun run, CancellationToken ct)
    {
        var random = run.Random("customers");
        var customers = Enumerable.Range(1, Count).Select(number => Customer(number, random)).ToList();
        var done = 0;
        foreach (var chunk in customers.Chunk(PerTransaction))
        {
            db.ChangeTracker.Clear();
            await transactions.Run(
                db,
                async token =>
                {
                    foreach (var customer in chunk) await register.Handle(customer, token);
                    return true;
                },
                ct);
            run.Report(done += chunk.Length, Count);
        }
    }

    private static RegisterCustomer Customer(int number, Random random)
    {
        var isChinese = random.Next(2) == 0;
        var isPerson = random.Next(4) == 0;
        var first = isChinese ? Any(DemoNames.ChineseFirst, random) : Any(DemoNames.WesternFirst, random);
        var last = isChinese ? Any(DemoNames.ChineseLast, random) : Any(DemoNames.WesternLast, random);
        var person = isChinese ? last + first : $"{first} {last}";
        var (country, region, city) = Any(isChinese ? DemoNames.ChinesePlaces : DemoNames.WesternPlaces, random);
        return new RegisterCustomer
        {
            OnDuplicates = OnDuplicates.FindLater,
            Code = $"D{number:0000}",
            Kind = isPerson ? CustomerKind.Person : CustomerKind.Organisation,
            Name = isPerson ? person : Company(isChinese, last, city, random),
            Industry = isPerson ? null : isChinese ? Any(DemoNames.ChineseTrades, random) : Any(DemoNames.WesternTrades, random),
            Source = Any(DemoNames.Sources, random),
            Channel = Any(DemoNames.Channels, random),
            BornOn = isPerson ? new DateOnly(1950 + random.Next(55), 1 + random.Next(12), 1 + random.Next(28)) : null,
            Sex = isPerson ? Any(Enum.GetValues<Sex>(), random) : null,
            Lifecycle = Lifecycle.Active,
            Contacts = isPerson ? [] : [new ContactInput(person, isChinese ? "采购经理" : "Purchasing", IsPrimary: true)],
            Addresses = [new AddressInput(isChinese ? $"中山路{1 + random.Next(300)}号" : $"{1 + random.Next(120)} Market Street", city, region, null, country)],
            ContactPoints =
            [
                new ContactPointInput(ContactPointKind.Phone, isChinese ? $"+86 10 {random.Next(1000, 9999)} {random.Next(1000, 9999)}" : $"+49 30 {random.Next(100000, 999999)}"),
                new ContactPointInput(ContactPointKind.Email, $"customer{number}@example.com"),
            ],
        };
    }

    private static string Company(bool isChinese, string last, string city, Random random) => isChinese
        ? $"{city}{Any(DemoNames.ChineseWords, random)}{Any(DemoNames.ChineseTrades, random)}有限公司"
        : $"{last} {Any(DemoNames.WesternTrades, random)} {Any(DemoNames.WesternForms, random)}";

    private static T Any<T>(T[] of, Random random) => of[random.Next(of.Length)];
}
