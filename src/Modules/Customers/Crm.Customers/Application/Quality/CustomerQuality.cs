using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Quality;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Contacting;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Quality;

/// <summary>Looks at customers and writes down what is wrong with them, and to which source and owner they belong.</summary>
internal sealed class CustomerQuality(CustomersDbContext db)
{
    public const string BySource = "source";
    public const string ByOwner = "owner";

    /// <summary>Of a customer without one.</summary>
    public const string None = "";

    public static readonly IReadOnlyList<string> Dimensions = [BySource, ByOwner];

    private const string Purpose = "quality-basis";

    /// <summary>Customers that share a number with those that are looked at; more say nothing more.</summary>
    private const int MostTwins = 2000;

    private static readonly (string Check, ContactPointKind[] Kinds)[] Shared =
        [(CustomerChecks.SamePhone.Code, [ContactPointKind.Phone, ContactPointKind.Mobile]), (CustomerChecks.SameMail.Code, [ContactPointKind.Email])];

    // All that are looked after, whoever may see them.
    private IQueryable<Customer> All => db.Customers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Where(c => c.Name != "" && c.MergedIntoId == null);

    public Task<QualityRuleBook> Rules(CancellationToken ct) => QualityRuleBook.Load(db, CustomerChecks.All, ct);

    /// <summary>What is known of these customers is what is seen now: eight reads, whatever their number. Saved by whoever calls.</summary>
    public async Task Check(IReadOnlyCollection<Guid> customers, QualityRuleBook rules, CancellationToken ct)
    {
        var ids = customers.Select(id => new CustomerId(id)).ToList();
        var records = customers.Select(id => (Guid?)id).ToList();
        var found = await All.AsNoTracking().AsSplitQuery().Where(c => EF.Parameter(ids).Contains(c.Id)).ToListAsync(ct);
        var changed = await db.Audit.Where(a => EF.Parameter(records).Contains(a.RecordId) && a.Version != null).GroupBy(a => a.RecordId!.Value)
            .Select(g => new { g.Key, At = g.Max(a => a.At) }).ToDictionaryAsync(g => g.Key, g => g.At, ct);
        var twins = await Twins(found, ct);
        var now = db.Time.GetUtcNow();
        var seen = found.ToDictionary(c => c.Key, c => CustomerInspection.Of(
            c, new InspectedBeside(twins(c), changed.TryGetValue(c.Key, out var at) ? at : c.RegisteredAt, now, text => db.Keys.SearchHash(Purpose, text)), rules));
        await db.RecordQuality(rules, customers, seen, ct);
        await db.RecordQualityGroups(customers, found.ToDictionary(c => c.Key, GroupsOf), ct);
    }

    private static IReadOnlyDictionary<string, string> GroupsOf(Customer customer) =>
        new Dictionary<string, string> { [BySource] = customer.Source ?? None, [ByOwner] = customer.OwnerId?.ToString() ?? None };

    private async Task<Func<Customer, IReadOnlyDictionary<string, Guid>>> Twins(List<Customer> customers, CancellationToken ct)
    {
        var marks = customers.ToDictionary(c => c.Id, c => MarksOf(c).ToList());
        var hashes = marks.Values.SelectMany(m => m).Select(m => m.Hash).Distinct().ToList();
        var held = await db.SearchTokens.Where(t => EF.Parameter(hashes).Contains(t.Hash)).Join(All, t => t.CustomerId, c => c.Id, (t, c) => new { t.Hash, c.Id, c.RegisteredAt })
            .OrderBy(h => h.RegisteredAt).Take(MostTwins).ToListAsync(ct);
        var holders = held.GroupBy(h => h.Hash).ToDictionary(g => g.Key, g => g.Select(h => h.Id).ToList());
        return customer => marks[customer.Id].Select(m => (m.Check, Other: holders.GetValueOrDefault(m.Hash)?.FirstOrDefault(id => id != customer.Id) ?? default))
            .Where(m => m.Other != default).DistinctBy(m => m.Check).ToDictionary(m => m.Check, m => m.Other.Value);
    }

    private IEnumerable<(string Check, long Hash)> MarksOf(Customer customer)
    {
        if (TaxNumber.Normalise(customer.TaxId) is { Length: > 0 } number) yield return (CustomerChecks.SameTaxId.Code, db.Keys.SearchHash(TaxNumber.Purpose, number));
        foreach (var (check, kinds) in Shared)
        {
            foreach (var point in customer.ContactPoints.Where(p => kinds.Contains(p.Kind)))
                yield return (check, db.Keys.SearchHash("contact-point", SearchToken.PartsOf(point.Normalised).First()));
        }
    }
}
