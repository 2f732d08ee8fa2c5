using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Targets;

/// <summary>How the months of a target are divided among its parts.</summary>
internal enum BreakDownPattern
{
    [Label("Even", "平均")]
    Even,

    /// <summary>As what each sold a year before.</summary>
    [Label("Last year", "去年同期")]
    LastYear,

    /// <summary>By shares that are given.</summary>
    [Label("Shares", "占比")]
    Shares,
}

/// <summary>Divides a target of a draft among persons, channels or units, which become its parts in the place of those it had.</summary>
internal sealed record BreakDownTarget(Guid Id, Guid TargetId, BreakDownInput BreakDown) : ICommand<PlanReply>;

/// <param name="Scope">Kind of the parts: person, channel or unit.</param>
/// <param name="By">How they are weighed.</param>
/// <param name="Keys">Ids or channels; left out, with lastYear, all who sold anything then. Units are named, since one may lie below another.</param>
/// <param name="Shares">With shares, and only there: one per key, not negative, not all 0.</param>
internal sealed record BreakDownInput(
    TargetScope Scope, BreakDownPattern By, IReadOnlyList<string>? Keys = null, IReadOnlyList<decimal>? Shares = null);

internal sealed class BreakDownTargetValidator : AbstractValidator<BreakDownTarget>
{
    private const int MostParts = 500;

    private static readonly Phrase NotTheCompany = new("'person', 'channel' or 'unit' is expected.", "应为 person、channel 或 unit。");
    private static readonly Phrase NotKeys = new(
        "1 to 500 different ids, or names of channels of at most 100 characters; they can be left out for persons and channels with lastYear alone.",
        "应为 1 至 500 个不重复的标识或渠道名称（最多 100 个字符）；仅按去年同期划分个人或渠道时可以省略。");

    private static readonly Phrase NotShares = new(
        "Expected with shares, and with nothing else: one per key, from 0 to 1,000,000,000, not all 0.", "仅按占比划分时填写：每个标识一个，介于 0 与 1,000,000,000 之间且不全为 0。");

    public BreakDownTargetValidator()
    {
        RuleFor(c => c.BreakDown.Scope).Must(s => s != TargetScope.Company).WithPhrase(NotTheCompany).OverridePropertyName("scope");
        RuleFor(c => c.BreakDown.Keys).Must((c, keys) => AreKeys(c.BreakDown, keys)).WithPhrase(NotKeys).OverridePropertyName("keys");
        RuleFor(c => c.BreakDown.Shares).Must((c, shares) => AreShares(c.BreakDown, shares)).WithPhrase(NotShares).OverridePropertyName("shares");
    }

    private static bool AreKeys(BreakDownInput input, IReadOnlyList<string>? keys) => keys is null
        ? input is { By: BreakDownPattern.LastYear, Scope: not TargetScope.Unit }
        : keys.Count is > 0 and <= MostParts && keys.All(k => IsKey(input.Scope, k)) && keys.Select(k => k.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() == keys.Count;

    private static bool IsKey(TargetScope scope, string? key) => scope == TargetScope.Channel
        ? key?.Trim().Length is > 0 and <= TargetInputValidator.LongestChannel
        : Guid.TryParseExact(key, "D", out var id) && id != Guid.Empty;

    private static bool AreShares(BreakDownInput input, IReadOnlyList<decimal>? shares) => input.By == BreakDownPattern.Shares
        ? shares is not null && shares.Count == input.Keys?.Count && shares.All(s => s is >= 0 and <= 1_000_000_000m) && shares.Any(s => s > 0)
        : shares is null;
}

internal sealed class BreakDownTargetHandler(PlanningDbContext db) : ICommandHandler<BreakDownTarget, PlanReply>
{
    public async Task<PlanReply> Handle(BreakDownTarget command, CancellationToken ct)
    {
        var plan = await db.ForChange<SalesPlan, SalesPlanId>(new SalesPlanId(command.Id), ct);
        plan.RequireDraft();
        var whole = plan.TargetOf(command.TargetId);
        var (scope, by, given, shares) = command.BreakDown;
        var weigh = by == BreakDownPattern.LastYear ? await LastYear(plan, whole, command.BreakDown, ct) : null;
        var keys = given?.Select(k => scope == TargetScope.Channel ? k.Trim() : TargetSubject.KeyOf(Guid.Parse(k))).ToList() ?? weigh!.Value.Keys;
        IReadOnlyList<decimal> same = [.. shares ?? keys.Select(_ => 1m)];
        var parts = TargetSplits.OverParts(
            whole.Values, m => weigh?.Of(m, keys) ?? same, keys.Count, Target.DigitsOf(whole.Metric, plan.Currency));
        var former = plan.Targets.Where(t => t.ParentId == whole.Id).Select(t => t.Subject).ToHashSet();
        var subjects = keys.ConvertAll(k => new TargetSubject(whole.Metric, scope, k));
        var kept = plan.TargetsAsTerms().Where(t => !former.Contains(t.Subject) && !subjects.Contains(t.Subject))
            .Select(t => t.Parent is { } p && former.Contains(p) && !subjects.Contains(p) ? t with { Parent = null } : t);
        plan.SetTargets([.. kept, .. subjects.Select((s, i) => new TargetTerms(s, parts[i], whole.Subject))]);
        return PlanReply.Of(plan);
    }

    private async Task<SoldBefore?> LastYear(SalesPlan plan, Target whole, BreakDownInput input, CancellationToken ct)
    {
        var period = SalesPeriod.Of(plan).YearsEarlier(1);
        await db.RequireSeen(period, [input.Scope], ct);
        var sold = await ActualSales.Read(db, period, input.Scope == TargetScope.Unit, ct);
        var before = new SoldBefore(sold, input.Scope, whole.Metric, [.. sold.Months]);
        var keys = input.Keys is null ? before.Keys : [.. input.Keys];
        return keys.Exists(k => before.Total(Normal(k)) > 0) ? before : throw PlanningRules.NothingSold.Broken(period.First, period.Last);

        string Normal(string key) => input.Scope == TargetScope.Channel ? key.Trim() : TargetSubject.KeyOf(Guid.Parse(key));
    }

    /// <summary>What each sold a year before, by month; over the whole year where a month had nothing.</summary>
    private readonly record struct SoldBefore(ActualSales Sold, TargetScope Scope, TargetMetric Metric, IReadOnlyList<DateOnly> Months)
    {
        public List<string> Keys
        {
            get
            {
                var before = this;
                return [.. Sold.Keys(Scope).Where(k => k.Length > 0 && before.Total(k) > 0)];
            }
        }

        public decimal Total(string key)
        {
            var (sold, scope, metric, months) = this;
            return months.Sum(m => Math.Max(0m, sold.Of(scope, key, m).Of(metric)));
        }

        public IReadOnlyList<decimal> Of(DateOnly month, List<string> keys)
        {
            var before = this;
            var weights = keys.ConvertAll(k => Math.Max(0m, before.Sold.Of(before.Scope, k, month.AddYears(-1)).Of(before.Metric)));
            return weights.Exists(w => w > 0) ? weights : keys.ConvertAll(before.Total);
        }
    }
}
