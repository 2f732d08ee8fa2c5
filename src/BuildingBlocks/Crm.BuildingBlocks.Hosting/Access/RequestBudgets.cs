using System.Collections.Concurrent;

namespace Crm.BuildingBlocks.Hosting.Access;

/// <summary>The budgets of the clients that were seen by this host lately.</summary>
public sealed class RequestBudgets(TimeProvider time)
{
    private static readonly Phrase DaySpent = new(
        "The requests of this day are used up. Wait until midnight UTC or ask an administrator for a higher limit.",
        "今日请求次数已用完。请等到 UTC 午夜，或请管理员提高限额。");

    private static readonly Phrase SecondSpent = new(
        "Too many requests in one second. Wait and send them more slowly.",
        "每秒请求过多，请稍候并放慢发送速度。");

    private readonly ConcurrentDictionary<Guid, RequestBudget> _budgets = new();

    public IEnumerable<KeyValuePair<Guid, RequestBudget>> Seen => _budgets;

    public BudgetState Take(Guid client, ClientLimits limits) => _budgets.GetOrAdd(client, _ => new RequestBudget()).Take(limits, time.GetUtcNow());

    /// <summary>Forgets those that have not called for a day.</summary>
    public void ForgetIdle()
    {
        var now = time.GetUtcNow();
        foreach (var client in _budgets.Where(b => b.Value.IsIdle(now)).Select(b => b.Key).ToList()) _budgets.TryRemove(client, out _);
    }

    public static TooManyRequests Refusal(BudgetState state) => new(state.DayIsSpent ? DaySpent : SecondSpent, state.RetryAfterSeconds);
}
