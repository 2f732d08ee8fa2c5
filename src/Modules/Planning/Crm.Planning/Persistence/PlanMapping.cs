using Crm.Planning.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Persistence;

internal static class PlanMapping
{
    public static void Map(ModelBuilder model) => model.Entity<SalesPlan>(plan =>
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
            target.Ignore(t => t.PersonId).Ignore(t => t.Channel).Ignore(t => t.Subject);
            target.HasIndex("PlanId", nameof(Target.Metric), nameof(Target.Scope), nameof(Target.ScopeKey)).IsUnique();
            target.OwnsMany(t => t.Months, month =>
            {
                month.ToTable("TargetMonths").WithOwner().HasForeignKey("TargetId");
                month.HasKey("TargetId", nameof(TargetMonth.Month));
            });
        });
    });
}
