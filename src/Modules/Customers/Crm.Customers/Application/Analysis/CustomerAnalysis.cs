using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Customers.Application.Figures;
using Crm.Customers.Application.Segments;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Figures;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Analysis;

/// <summary>Customers and what they bought, group by group.</summary>
internal sealed class CustomerAnalysis(CustomersDbContext db, CustomerAudience audience, ISettings settings, CompanyDay days)
{
    /// <param name="by">One or two dimensions.</param>
    /// <param name="filter">Of the list of customers; empty: all whom the caller may see.</param>
    /// <param name="segment">Only its members.</param>
    /// <param name="asOf">The last business day that counts.</param>
    /// <param name="fewest">Smaller groups of personal dimensions are not told apart; 0: all are.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<AnalysedGroups> Read(IReadOnlyList<Dimension> by, string filter, Guid? segment, DateOnly asOf, long fewest, CancellationToken ct)
    {
        var book = await settings.Text(CompanySettings.Currency, ct);
        var end = await days.Begin(asOf.AddDays(1), ct);
        var rules = segment is { } id ? (await audience.RulesOf(id, version: null, ct)).Rules : null;
        var chosen = (await audience.Chosen(filter, rules, db.Time.GetUtcNow(), ct)).Where(c => c.RegisteredAt < end);
        var worth = await ValuesOf(asOf, book, asOf >= await days.Today(ct), ct);
        var values = new List<List<(CustomerId Id, string? Value)>>();
        foreach (var dimension in by) values.Add(await dimension.Read(chosen, ct));

        var second = values.Count > 1 ? values[1].ToLookup(v => v.Id, v => v.Value) : null;
        var groups = new Dictionary<(string? First, string? Second), GroupValues>();
        foreach (var (customer, first) in values[0])
        {
            foreach (var other in second is null ? [null] : second[customer])
            {
                var group = groups.GetValueOrDefault((first, other)) ?? (groups[(first, other)] = new GroupValues());
                group.Add(worth.GetValueOrDefault(customer));
            }
        }

        var total = new GroupValues();
        foreach (var customer in values[0].Select(v => v.Id).Distinct()) total.Add(worth.GetValueOrDefault(customer));
        var read = groups.Select(g => new AnalysedGroup(by.Count > 1 ? [g.Key.First, g.Key.Second] : [g.Key.First], g.Value)).ToList();
        var shown = by.Any(d => d.IsPersonal) || Dimensions.ChoosePersons(filter, rules) ? WithoutFew(read, fewest) : read;
        return new AnalysedGroups(asOf, book, shown, groups.Count - shown.Count, total);
    }

    /// <summary>
    /// Leaves out what is of few, and as much more that what is left out is not of few either and is never one group alone: not in all, and with
    /// two dimensions not with any one value of either. The total, and the analysis by one of the two alone, would tell it.
    /// </summary>
    private static List<AnalysedGroup> WithoutFew(List<AnalysedGroup> groups, long fewest)
    {
        var hidden = groups.Where(g => g.Values.Customers < fewest).ToHashSet();
        var dimensions = groups.Select(g => g.Keys.Count).FirstOrDefault();
        var lines = Enumerable.Range(0, dimensions > 1 ? dimensions : 0).SelectMany(d => groups.GroupBy(g => g.Keys[d]))
            .Append(groups.AsEnumerable()).Select(line => line.OrderBy(g => g.Values.Customers).ToList()).ToList();
        // What is hidden for the sake of one value may leave too little hidden with another one.
        for (var before = -1; before != hidden.Count;)
        {
            before = hidden.Count;
            foreach (var line in lines) HideMore(line, hidden, fewest);
        }

        return groups.FindAll(g => !hidden.Contains(g));
    }

    private static void HideMore(List<AnalysedGroup> line, HashSet<AnalysedGroup> hidden, long fewest)
    {
        var (groups, untold) = (line.Count(hidden.Contains), line.Where(hidden.Contains).Sum(g => (long)g.Values.Customers));
        if (groups == 0) return;
        foreach (var next in line.FindAll(g => !hidden.Contains(g)))
        {
            if (groups > 1 && untold >= fewest) return;
            hidden.Add(next);
            (groups, untold) = (groups + 1, untold + next.Values.Customers);
        }
    }

    /// <summary>What each customer bought until the day. As things are now the figures that are kept say it; as of a past day the lines do.</summary>
    private async Task<Dictionary<CustomerId, Bought>> ValuesOf(DateOnly asOf, string book, bool isNow, CancellationToken ct)
    {
        if (isNow)
        {
            var kept = await db.Set<CustomerFigures>().AsNoTracking().Select(f => new { f.CustomerId, f.Orders, f.Net, f.Margin, f.OpenBalance }).ToListAsync(ct);
            return kept.ToDictionary(f => f.CustomerId, f => new Bought(f.Orders, f.Net, f.Margin, f.OpenBalance));
        }

        var members = await db.Customers.IgnoreQueryFilters().Where(c => c.SurvivorId != null).Select(c => new { c.Id, Survivor = c.SurvivorId!.Value }).ToDictionaryAsync(c => c.Id, c => c.Survivor, ct);
        var orders = await db.Set<OrderAccount>().AsNoTracking().CountingOn(asOf).ToListAsync(ct);
        var lines = await db.Set<CustomerTransaction>().AsNoTracking().Where(t => t.On <= asOf).Summed().ToListAsync(ct);
        var ordersOf = orders.ToLookup(o => members.GetValueOrDefault(o.CustomerId, o.CustomerId));
        return lines.ToLookup(l => members.GetValueOrDefault(l.CustomerId, l.CustomerId)).ToDictionary(g => g.Key, g =>
        {
            var total = FigureSums.Total([.. ordersOf[g.Key]], [.. g], book);
            return new Bought(total.Orders, total.Net, total.Margin, total.OpenBalance);
        });
    }
}

/// <summary>What one customer bought.</summary>
internal sealed record Bought(int Orders, decimal Net, decimal Margin, decimal OpenBalance);

/// <summary>What the customers of a group bought together.</summary>
internal sealed class GroupValues
{
    public int Customers { get; private set; }

    /// <summary>Customers who ordered anything.</summary>
    public int Buyers { get; private set; }

    public int Orders { get; private set; }

    public decimal Net { get; private set; }

    public decimal Margin { get; private set; }

    public decimal OpenBalance { get; private set; }

    public void Add(Bought? bought)
    {
        Customers++;
        if (bought is null) return;
        if (bought.Orders > 0) Buyers++;
        (Orders, Net, Margin, OpenBalance) = (Orders + bought.Orders, Net + bought.Net, Margin + bought.Margin, OpenBalance + bought.OpenBalance);
    }
}

internal sealed record AnalysedGroup(IReadOnlyList<string?> Keys, GroupValues Values);

/// <param name="AsOf">The last business day that counts.</param>
/// <param name="Currency">Of all amounts.</param>
/// <param name="Groups">That are shown.</param>
/// <param name="Hidden">How many are not, because they are of few persons.</param>
/// <param name="Total">Of all customers, those of hidden groups included, each once.</param>
internal sealed record AnalysedGroups(DateOnly AsOf, string Currency, IReadOnlyList<AnalysedGroup> Groups, int Hidden, GroupValues Total);
