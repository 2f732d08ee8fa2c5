using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.SalesOrders.Persistence;

/// <summary>What stands between an order and its confirmation: quotes, holds and the rules that place them.</summary>
internal static class ApprovalMapping
{
    private const string OrderKey = "OrderId";

    public static void Map(ModelBuilder model)
    {
        model.Entity<ApprovalRule>(rule =>
        {
            rule.ToTable("ApprovalRules").HasKey(r => r.Id);
            rule.Property(r => r.Id).ValueGeneratedNever();
            rule.Ignore(r => r.Facts);
            rule.Property(r => r.Name).HasMaxLength(Columns.Name);
            rule.HasIndex(r => r.Name);
            rule.Property(r => r.Currency).HasMaxLength(Columns.Currency);
            Steps(rule.Property(r => r.Steps));
        });
        model.Entity<Hold>(hold =>
        {
            hold.ToTable("Holds").HasKey(h => h.Id);
            hold.Property(h => h.Id).ValueGeneratedNever();
            hold.Ignore(h => h.IsOpen);
            hold.Property(h => h.Words).HasMaxLength(Columns.Reason);
            hold.Property(h => h.Note).HasMaxLength(Columns.Reason);
            hold.Property(h => h.AgreedBy).IsOptionalJson();
            Steps(hold.Property(h => h.Steps));
        });
        model.Entity<OrderRevision>(revision =>
        {
            revision.ToTable("OrderRevisions").HasKey(r => r.Id);
            revision.Property(r => r.Id).ValueGeneratedNever();
            revision.Property(r => r.Currency).HasMaxLength(Columns.Currency);
            revision.Property(r => r.Lines).IsJson();
        });
        model.Entity<Order>(order =>
        {
            order.HasMany(o => o.Holds).WithOne().HasForeignKey(OrderKey).OnDelete(DeleteBehavior.Cascade);
            order.HasMany(o => o.Revisions).WithOne().HasForeignKey(OrderKey).OnDelete(DeleteBehavior.Cascade);
            order.HasIndex(o => new { o.State, o.ValidUntil });
        });
    }

    private static void Steps(PropertyBuilder<ApprovalSteps> steps)
    {
        steps.HasConversion(
            s => JsonSerializer.Serialize(s.Steps, JsonSerializerOptions.Default),
            json => new ApprovalSteps(JsonSerializer.Deserialize<List<ApprovalStep>>(json, JsonSerializerOptions.Default)!));
        steps.IsLongText();
    }
}
