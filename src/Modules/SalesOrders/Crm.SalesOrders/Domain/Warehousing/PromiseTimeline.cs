namespace Crm.SalesOrders.Domain.Warehousing;

/// <summary>
/// How many units of a product can be promised by when. Now: what is available. Later: with what comes in until then, of which the orders
/// that wait already have the first claim.
/// </summary>
internal sealed class PromiseTimeline
{
    private readonly List<PromisedBy> _steps = [];

    /// <param name="available">On hand - allocated - reserved.</param>
    /// <param name="backOrdered">Units that confirmed orders wait for.</param>
    /// <param name="supplies">Units that are expected. What is overdue is expected tomorrow at the earliest: it is not here.</param>
    /// <param name="today">From when is asked.</param>
    public PromiseTimeline(int available, long backOrdered, IEnumerable<ExpectedSupply> supplies, DateOnly today)
    {
        _steps.Add(new PromisedBy(today, available));
        var incoming = 0L;
        var tomorrow = today.AddDays(1);
        foreach (var day in supplies.GroupBy(s => s.ExpectedOn < tomorrow ? tomorrow : s.ExpectedOn).OrderBy(g => g.Key))
        {
            incoming += day.Sum(s => (long)s.Quantity);
            var promisable = available + Math.Max(0, incoming - backOrdered);
            if (promisable > _steps[^1].Quantity) _steps.Add(new PromisedBy(day.Key, promisable));
        }
    }

    /// <summary>Rising, the first one today.</summary>
    public IReadOnlyList<PromisedBy> Steps => _steps;

    /// <summary>The first day on which so many can be had; null when not even all that is expected suffices.</summary>
    public DateOnly? From(long quantity) => _steps.Find(s => s.Quantity >= quantity)?.From;
}

/// <param name="From">From this day on.</param>
/// <param name="Quantity">Units in all.</param>
internal sealed record PromisedBy(DateOnly From, long Quantity);

/// <param name="ExpectedOn">Business date.</param>
/// <param name="Quantity">Units.</param>
internal sealed record ExpectedSupply(DateOnly ExpectedOn, int Quantity);
