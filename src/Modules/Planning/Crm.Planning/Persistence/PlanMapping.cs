using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Domain;
using Crm.Planning.Domain.Policy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Planning.Persistence;

internal static class PlanMapping
{
    private const int LongestName = 200;
    private const int LongestText = 2000;

    public static void Map(ModelBuilder model)
    {
        model.Entity<PlanningPolicy>(policy =>
        {
            policy.ToTable("PlanningPolicies").HasKey(p => p.Id);
            policy.Property(p => p.Id).ValueGeneratedNever();
            policy.Property(p => p.TargetTolerance).IsExact();
            policy.Ignore(p => p.Terms);
        });
        model.Entity<UnitCopy>(unit =>
        {
            unit.ToTable("UnitCopies").HasKey(u => u.UnitId);
            unit.Property(u => u.UnitId).ValueGeneratedNever();
        });
        MapPlan(model);
    }

    private static void MapPlan(ModelBuilder model) => model.Entity<SalesPlan>(plan =>
    {
        plan.ToTable("SalesPlans").HasKey(p => p.Id);
        plan.Property(p => p.Id).ValueGeneratedNever();
        plan.Property(p => p.Currency).HasMaxLength(3).IsUnicode(false);
        plan.HasIndex(p => p.Name);
        plan.HasIndex(p => p.FirstMonth);
        plan.HasIndex(p => p.LastMonth);
        plan.HasIndex(p => p.CreatedAt);
        plan.HasIndex(p => p.OwnerId);
        plan.HasIndex(p => p.UnitId);
        plan.HasIndex(p => new { p.RevisionOf, p.Number }).IsUnique();
        plan.Property(p => p.Number).HasDefaultValue(1);
        plan.Property(p => p.ReturnedBecause).HasMaxLength(LongestText);
        plan.Ignore(p => p.RootId).Ignore(p => p.BudgetPlanned).Ignore(p => p.IsInForce);
        MapContent(plan);
        plan.OwnsMany(p => p.ExternalRefs, reference =>
        {
            reference.ToTable("PlanRefs").WithOwner().HasForeignKey("PlanId");
            reference.HasKey(r => new { r.System, r.RefId });
            reference.Property(r => r.System).HasMaxLength(PlanRef.LongestSystem);
            reference.Property(r => r.RefId).HasMaxLength(PlanRef.LongestId);
        });
        plan.OwnsMany(p => p.Targets, target =>
        {
            target.ToTable("Targets").WithOwner().HasForeignKey("PlanId");
            target.HasKey(t => t.Id);
            target.Property(t => t.Id).ValueGeneratedNever();
            target.Ignore(t => t.PersonId).Ignore(t => t.UnitId).Ignore(t => t.Channel).Ignore(t => t.Subject).Ignore(t => t.Values);
            target.HasIndex("PlanId", nameof(Target.Metric), nameof(Target.Scope), nameof(Target.ScopeKey)).IsUnique();
            target.OwnsMany(t => t.Months, month =>
            {
                month.ToTable("TargetMonths").WithOwner().HasForeignKey("TargetId");
                month.HasKey("TargetId", nameof(TargetMonth.Month));
            });
        });
    });

    private static void MapContent(EntityTypeBuilder<SalesPlan> plan)
    {
        plan.OwnsMany(p => p.Objectives, objective =>
        {
            objective.ToTable("PlanObjectives").WithOwner().HasForeignKey("PlanId");
            objective.HasKey("PlanId", nameof(Placed.Position));
            objective.Property(o => o.Position).ValueGeneratedNever();
            objective.Property(o => o.Text).HasMaxLength(LongestText);
            objective.Property(o => o.Measure).HasMaxLength(LongestName);
            objective.Ignore(o => o.Terms);
        });
        plan.OwnsMany(p => p.Strategies, strategy =>
        {
            strategy.ToTable("PlanStrategies").WithOwner().HasForeignKey("PlanId");
            strategy.HasKey("PlanId", nameof(Placed.Position));
            strategy.Property(s => s.Position).ValueGeneratedNever();
            strategy.Property(s => s.Name).HasMaxLength(LongestName);
            strategy.Property(s => s.Hypothesis).HasMaxLength(LongestText);
            strategy.Property(s => s.Measure).HasMaxLength(LongestName);
            strategy.Ignore(s => s.Terms);
            strategy.OwnsMany(s => s.Actions, action =>
            {
                action.ToTable("PlanActions").WithOwner().HasForeignKey("PlanId", "Strategy");
                action.HasKey("PlanId", "Strategy", nameof(Placed.Position));
                action.Property(a => a.Position).ValueGeneratedNever();
                action.Property(a => a.Text).HasMaxLength(LongestText);
                action.Ignore(a => a.Terms);
            });
        });
        plan.OwnsMany(p => p.ChannelMix, share =>
        {
            share.ToTable("PlanMix").WithOwner().HasForeignKey("PlanId");
            share.HasKey("PlanId", nameof(PlanShare.Channel));
            share.Property(s => s.Share).IsExact();
        });
        plan.OwnsMany(p => p.BudgetLines, line =>
        {
            line.ToTable("PlanBudgetLines").WithOwner().HasForeignKey("PlanId");
            line.HasKey("PlanId", nameof(PlanBudgetLine.Code));
            line.Property(l => l.Code).HasMaxLength(PlanBudgetLine.LongestCode);
            line.Property(l => l.Category).HasMaxLength(LongestName);
            line.Property(l => l.Name).HasMaxLength(LongestName);
            line.Ignore(l => l.Terms);
        });
    }
}
