using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Loyalty;

internal readonly record struct PointsAccountId(Guid Value) : ITypedId;

/// <summary>
/// The points of a customer. The balance is the sum of the entries; what of each entry is left is spent, and expires, the one that
/// expires first before the others.
/// </summary>
/// <remarks>
/// Changed only while its row is locked, with all entries of which something is left. Invariant: what is left of them is the balance, and nothing
/// where the balance is below zero, because goods came back whose points had been spent.
/// </remarks>
internal sealed class PointsAccount : AggregateRoot
{
    private readonly List<PointsEntry> _entries = [];

    private PointsAccount()
    {
    }

    public PointsAccount(Guid customerId) => (Id, CustomerId) = (new PointsAccountId(Guid.CreateVersion7()), customerId);

    public PointsAccountId Id { get; private set; }

    public override Guid Key => Id.Value;

    /// <summary>Unique.</summary>
    public Guid CustomerId { get; private set; }

    public long Balance { get; private set; }

    /// <summary>Entries that there are.</summary>
    public int Written { get; private set; }

    /// <summary>Those of which something is left, and those that were added since it was loaded.</summary>
    public IReadOnlyCollection<PointsEntry> Entries => _entries;

    /// <summary>Points come in: earned by an order, or given back with a refund.</summary>
    public void Add(PointsKind kind, long points, OrderId order, DateOnly on, DateOnly? validUntil, DateTimeOffset now)
    {
        // What was spent beyond the balance is made up for first.
        var left = Math.Clamp(Balance + points, 0, points);
        Write(new PointsEntry(++Written, kind, points, order, on, validUntil, left, Balance + points, now));
    }

    /// <summary>Spends points of one customer on an order, those that expire first before the others.</summary>
    /// <param name="kind">On what of it.</param>
    /// <param name="accounts">The customer's and those of all that were merged into it.</param>
    /// <param name="points">How many.</param>
    /// <param name="order">Paid with them.</param>
    /// <param name="on">Business date.</param>
    /// <param name="now">Now.</param>
    public static void Spend(PointsKind kind, IReadOnlyCollection<PointsAccount> accounts, long points, OrderId order, DateOnly on, DateTimeOffset now)
    {
        var valid = accounts.SelectMany(a => a._entries, (account, entry) => (Account: account, Entry: entry))
            .Where(p => p.Entry.Left > 0 && p.Entry.IsValidOn(on)).OrderBy(p => p.Entry, PointsEntry.ExpiresFirst).ToList();
        var available = Available(accounts, on);
        if (points > available) throw LoyaltyRules.NotEnoughPoints.Broken(points, available);
        var (rest, parts) = (points, new Dictionary<PointsAccount, long>());
        foreach (var (account, entry) in valid)
        {
            var part = Math.Min(rest, entry.Left);
            if (part > 0) parts[account] = parts.GetValueOrDefault(account) + part;
            rest -= part;
        }

        foreach (var (account, part) in parts)
            account.Take(kind, part, order, on, account._entries.Where(e => e.IsValidOn(on)).Order(PointsEntry.ExpiresFirst), now);
    }

    /// <summary>What one customer may spend on a business date.</summary>
    /// <param name="accounts">The customer's and those of all that were merged into it.</param>
    /// <param name="day">Business date.</param>
    public static long Available(IReadOnlyCollection<PointsAccount> accounts, DateOnly day) =>
        Spendable(accounts.SelectMany(a => a._entries).Where(e => e.IsValidOn(day)).Sum(e => e.Left), accounts.Select(a => a.Balance));

    /// <summary>What may be spent: what one account owes counts against what is left on the others.</summary>
    public static long Spendable(long left, IEnumerable<long> balances) => Math.Max(0, left + balances.Where(b => b < 0).Sum());

    /// <summary>Takes back what an order had earned; the balance may fall below zero.</summary>
    public void Reverse(long points, OrderId order, DateOnly on, DateTimeOffset now) =>
        Take(PointsKind.Reversed, points, order, on, _entries.OrderBy(e => e.OrderId == order ? 0 : 1).ThenBy(e => e, PointsEntry.ExpiresFirst), now);

    /// <summary>What nobody spent in time is gone.</summary>
    public void Expire(DateOnly today, DateTimeOffset now)
    {
        foreach (var entry in _entries.Where(e => e.Left > 0 && !e.IsValidOn(today)).ToList())
            Take(PointsKind.Expired, entry.Left, entry.OrderId, today, [entry], now);
    }

    private void Take(PointsKind kind, long points, OrderId order, DateOnly on, IEnumerable<PointsEntry> from, DateTimeOffset now)
    {
        var rest = points;
        foreach (var entry in from.Where(e => e.Left > 0).ToList()) rest -= entry.Take(rest);
        Write(new PointsEntry(++Written, kind, -points, order, on, null, 0, Balance - points, now));
    }

    private void Write(PointsEntry entry)
    {
        _entries.Add(entry);
        Balance = entry.BalanceAfter;
        Raise(new PointsWereBooked(entry));
    }
}

/// <summary>What happened to points. Never changed, except for what is left of it.</summary>
internal sealed class PointsEntry
{
    public static readonly IComparer<PointsEntry> ExpiresFirst = Comparer<PointsEntry>.Create((one, other) =>
        (one.ValidUntil ?? DateOnly.MaxValue, one.Number).CompareTo((other.ValidUntil ?? DateOnly.MaxValue, other.Number)));

    private PointsEntry()
    {
    }

    public PointsEntry(int number, PointsKind kind, long points, OrderId orderId, DateOnly on, DateOnly? validUntil, long left, long balanceAfter, DateTimeOffset now)
    {
        (Id, Number, Kind, Points, OrderId, On) = (Guid.CreateVersion7(), number, kind, points, orderId, on);
        (ValidUntil, Left, BalanceAfter, RecordedAt) = (validUntil, left, balanceAfter, now);
    }

    public Guid Id { get; private set; }

    /// <summary>From 1, within the account.</summary>
    public int Number { get; private set; }

    public PointsKind Kind { get; private set; }

    /// <summary>Negative where points go.</summary>
    public long Points { get; private set; }

    public OrderId OrderId { get; private set; }

    /// <summary>Business date.</summary>
    public DateOnly On { get; private set; }

    /// <summary>The last day; null: they never expire.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>Of points that came in: neither spent, expired nor taken back.</summary>
    public long Left { get; private set; }

    public long BalanceAfter { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public bool IsValidOn(DateOnly day) => ValidUntil is null || ValidUntil >= day;

    public long Take(long most)
    {
        var taken = Math.Min(most, Left);
        Left -= taken;
        return taken;
    }
}

internal enum PointsKind
{
    [Label("Earned", "获得")]
    Earned,
    [Label("Used", "使用")]
    Used,
    [Label("Given back", "退还")]
    Returned,
    [Label("Taken back", "冲回")]
    Reversed,
    [Label("Expired", "过期")]
    Expired,
    [Label("Used by a promotion", "促销使用")]
    Offset,
    [Label("Given back by a promotion", "促销退还")]
    OffsetReturned,
}

internal sealed record PointsWereBooked(PointsEntry Entry) : DomainEvent;
