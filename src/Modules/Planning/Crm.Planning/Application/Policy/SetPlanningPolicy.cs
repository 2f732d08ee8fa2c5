using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Policy;
using Crm.Planning.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Policy;

/// <summary>Says how the company plans from now on; what is left out has its usual value.</summary>
internal sealed record SetPlanningPolicy : ICommand<PolicyView>
{
    /// <summary>Whether one person may both submit and approve, and approve what nobody submitted.</summary>
    public bool ApproveOwn { get; init; } = PolicyTerms.Usual.ApproveOwn;

    /// <summary>By which share of a target its parts may miss it in a month: 0.005 is half a percent; from 0 to 0.5, up to six decimals.</summary>
    public decimal TargetTolerance { get; init; } = PolicyTerms.Usual.TargetTolerance;
}

/// <param name="ApproveOwn">See <see cref="PolicyTerms"/>.</param>
/// <param name="TargetTolerance">See <see cref="PolicyTerms"/>.</param>
/// <param name="Version">0 while nobody changed them.</param>
internal sealed record PolicyView(bool ApproveOwn, decimal TargetTolerance, int Version)
{
    public static PolicyView Of(PlanningPolicy? policy)
    {
        var terms = policy?.Terms ?? PolicyTerms.Usual;
        return new PolicyView(terms.ApproveOwn, terms.TargetTolerance, policy?.Version ?? 0);
    }
}

internal sealed class SetPlanningPolicyValidator : AbstractValidator<SetPlanningPolicy>
{
    public SetPlanningPolicyValidator() => RuleFor(c => c.TargetTolerance).InclusiveBetween(0m, 0.5m).PrecisionScale(9, 6, ignoreTrailingZeros: true);
}

internal sealed class SetPlanningPolicyHandler(PlanningDbContext db) : ICommandHandler<SetPlanningPolicy, PolicyView>
{
    public async Task<PolicyView> Handle(SetPlanningPolicy command, CancellationToken ct)
    {
        var terms = new PolicyTerms(command.ApproveOwn, command.TargetTolerance);
        var policy = await db.Policies.SingleOrDefaultAsync(ct);
        if (policy is null) db.Policies.Add(policy = PlanningPolicy.Begin(terms));
        else
        {
            db.CheckExpectedVersion(policy);
            policy.Change(terms);
        }

        return PolicyView.Of(policy);
    }
}

internal static class Policies
{
    /// <summary>How the company plans now.</summary>
    public static async Task<PolicyTerms> PolicyOf(this PlanningDbContext db, CancellationToken ct) =>
        (await db.Policies.AsNoTracking().SingleOrDefaultAsync(ct))?.Terms ?? PolicyTerms.Usual;
}
