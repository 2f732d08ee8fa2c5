using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Persistence;

internal static class PlanningMapping
{
    public static void Map(ModelBuilder model)
    {
        MapPlans(model);
        MapFigures(model);
        model.Entity<PersonCopy>(person =>
        {
            person.ToTable("PersonCopies").HasKey(p => p.UserId);
            person.Property(p => p.UserId).ValueGeneratedNever();
        });
    }

    private static void MapPlans(ModelBuilder model) => model.Entity<SalesPlan>(plan =>
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

    private static void MapFigures(ModelBuilder model)
    {
        model.Entity<KeptEvent>(kept =>
        {
            kept.ToTable("KeptEvents").HasKey(e => e.Position);
            kept.Property(e => e.Body).IsLongText();
            kept.HasIndex(e => new { e.Stream, e.StreamPosition }).IsUnique();
        });
        model.Entity<SalesCount>(count =>
        {
            count.ToTable("SalesCounts").HasKey(c => c.Name);
            count.Property(c => c.Name).HasMaxLength(40);
        });
        model.Entity<OrderCredit>(credit =>
        {
            credit.ToTable("OrderCredits").HasKey(c => new { c.Generation, c.OrderId });
            credit.Property(c => c.Currency).HasMaxLength(3).IsUnicode(false);
            credit.Ignore(c => c.CountsUnder).Ignore(c => c.CountsFor);
            credit.HasIndex(c => new { c.Generation, c.Currency, c.Month, c.SalespersonId });
            credit.HasIndex(c => new { c.Generation, c.Currency, c.OrderedOn });
        });
        model.Entity<MonthlySales>(sales =>
        {
            sales.ToTable("MonthlySales").HasKey(s => new { s.Generation, s.Currency, s.Month, s.SalespersonKey, s.Channel });
            sales.Property(s => s.Currency).HasMaxLength(3).IsUnicode(false);
            sales.Ignore(s => s.Key).Ignore(s => s.Amount);
        });
    }
}
