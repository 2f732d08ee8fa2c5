using Crm.BuildingBlocks;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;

namespace Crm.Planning.Application.Targets;

/// <summary>Work on targets of a plan, one or several at a time; what is not named stays as it is.</summary>
internal static class DraftTargets
{
    public static Target TargetOf(this SalesPlan plan, Guid id) =>
        plan.Targets.FirstOrDefault(t => t.Id == id) ?? throw new ResourceNotFound("target", id.ToString());

    public static void Replace(this SalesPlan plan, TargetSubject subject, IReadOnlyList<MonthlyValue> months) =>
        plan.SetTargets([.. plan.TargetsAsTerms().Select(t => t.Subject == subject ? t with { Months = months } : t)]);

    /// <summary>Puts targets beside those that are there; one for the same metric and scope takes the place of the old one.</summary>
    public static void Put(this SalesPlan plan, IReadOnlyCollection<TargetTerms> wanted)
    {
        var subjects = wanted.Select(t => t.Subject).ToHashSet();
        plan.SetTargets([.. plan.TargetsAsTerms().Where(t => !subjects.Contains(t.Subject)), .. wanted]);
    }

    /// <summary>Refuses to tell by shares what persons or units sold, where the caller may not see all of their orders.</summary>
    public static async Task RequireSeen(this PlanningDbContext db, SalesPeriod period, IEnumerable<TargetScope> scopes, CancellationToken ct)
    {
        if (!scopes.Any(s => s is TargetScope.Person or TargetScope.Unit)) return;
        if (await db.HidesAny(db.CreditsOf(period.Currency, period.First, period.Last), ct)) throw PlanningRules.SalesHidden.Broken();
    }
}
