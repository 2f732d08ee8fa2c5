using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Dunning;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Persistence;

/// <summary>Reminders of invoices.</summary>
internal static class DunningMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<BillingContact>(contact =>
        {
            contact.ToTable("BillingContacts").HasKey(c => c.Id);
            contact.Property(c => c.Id).ValueGeneratedNever();
            contact.HasIndex(c => c.CustomerId).IsUnique();
        });
        model.Entity<ReminderLevel>(level =>
        {
            level.ToTable("ReminderLevels").HasKey(l => l.Id);
            level.Property(l => l.Id).ValueGeneratedNever();
            level.Ignore(l => l.Facts);
            level.Property(l => l.SubjectEnglish).HasMaxLength(Columns.Name);
            level.Property(l => l.SubjectChinese).HasMaxLength(Columns.Name);
            level.Property(l => l.TextEnglish).IsLongText();
            level.Property(l => l.TextChinese).IsLongText();
            level.Property(l => l.FeeCurrency).HasMaxLength(Columns.Currency);
            level.HasIndex(l => l.Level).IsUnique();
        });
        model.Entity<ReminderFee>(fee =>
        {
            fee.ToTable("ReminderFees").HasKey(f => f.Id);
            fee.Property(f => f.Id).ValueGeneratedNever();
            fee.Property(f => f.Number).HasMaxLength(Columns.Number);
            fee.Property(f => f.InvoiceNumber).HasMaxLength(Columns.Number);
            fee.Property(f => f.Currency).HasMaxLength(Columns.Currency);
            fee.Property(f => f.CompanyCurrency).HasMaxLength(Columns.Currency);
            fee.Property(f => f.CompanyRate).IsExact();
            fee.Property(f => f.Method).HasMaxLength(Columns.Code);
            fee.Property(f => f.Words).HasMaxLength(Columns.Reason);
            fee.HasOne<Reminder>().WithMany().HasForeignKey(f => f.ReminderId).OnDelete(DeleteBehavior.Restrict);
            fee.HasIndex(f => f.ReminderId).IsUnique();
            fee.HasIndex(f => f.Number).IsUnique();
            fee.HasIndex(f => new { f.CustomerId, f.ChargedOn });
            fee.HasIndex(f => f.InvoiceId);
            fee.HasIndex(f => f.OrderId);
        });
        model.Entity<Reminder>(reminder =>
        {
            reminder.Ignore(r => r.IsToBeCharged);
            reminder.ToTable("Reminders").HasKey(r => r.Id);
            reminder.Property(r => r.Id).ValueGeneratedNever();
            reminder.Property(r => r.InvoiceNumber).HasMaxLength(Columns.Number);
            reminder.Property(r => r.Currency).HasMaxLength(Columns.Currency);
            reminder.Property(r => r.ReasonEnglish).HasMaxLength(Columns.Reason);
            reminder.Property(r => r.ReasonChinese).HasMaxLength(Columns.Reason);
            reminder.HasOne<Invoice>().WithMany().HasForeignKey(r => r.InvoiceId).OnDelete(DeleteBehavior.Restrict);
            reminder.HasIndex(r => new { r.InvoiceId, r.Level }).IsUnique();
            reminder.HasIndex(r => new { r.State, r.NextTryAt });
            reminder.HasIndex(r => new { r.CustomerId, r.PlannedAt });
            reminder.HasIndex(r => r.PlannedAt);
        });
    }
}
