using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Persistence;

/// <summary>Returns and invoices.</summary>
internal static class DocumentMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<GoodsReturn>(back =>
        {
            back.ToTable("Returns").HasKey(r => r.Id);
            back.Property(r => r.Id).ValueGeneratedNever();
            back.Property(r => r.Reason).HasMaxLength(Columns.Reason);
            back.HasOne<Order>().WithMany().HasForeignKey(r => r.OrderId).OnDelete(DeleteBehavior.Restrict);
            back.HasMany(r => r.Lines).WithOne().HasForeignKey("ReturnId").OnDelete(DeleteBehavior.Cascade);
            back.Navigation(r => r.Lines).AutoInclude();
            back.HasIndex(r => r.RequestedAt);
            back.HasIndex(r => new { r.State, r.RequestedAt });
        });
        model.Entity<ReturnLine>(line =>
        {
            line.ToTable("ReturnLines").HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.Property(l => l.Sku).HasMaxLength(Columns.Sku);
        });
        model.Entity<Invoice>(invoice =>
        {
            invoice.ToTable("Invoices").HasKey(i => i.Id);
            invoice.Property(i => i.Id).ValueGeneratedNever();
            invoice.Ignore(i => i.Taxes);
            invoice.Property(i => i.CompanyCurrency).HasMaxLength(Columns.Currency);
            invoice.Property(i => i.CompanyRate).IsExact();
            invoice.Property(i => i.Number).HasMaxLength(Columns.Number);
            invoice.Property(i => i.OrderNumber).HasMaxLength(Columns.Number);
            invoice.Property(i => i.CustomerName).HasMaxLength(Columns.Name);
            invoice.Property(i => i.Currency).HasMaxLength(Columns.Currency);
            invoice.HasOne(i => i.Order).WithMany().HasForeignKey(i => i.OrderId).OnDelete(DeleteBehavior.Restrict);
            invoice.HasMany(i => i.Lines).WithOne().HasForeignKey("InvoiceId").OnDelete(DeleteBehavior.Cascade);
            invoice.Navigation(i => i.Lines).AutoInclude();
            invoice.HasIndex(i => new { i.Kind, i.FiscalYear, i.Sequence }).IsUnique();
            invoice.HasIndex(i => i.Number).IsUnique();
            invoice.HasIndex(i => new { i.CustomerId, i.IssuedOn });
            invoice.HasIndex(i => i.IssuedOn);
            invoice.HasIndex(i => i.DueOn);
        });
        model.Entity<InvoiceLine>(line =>
        {
            line.ToTable("InvoiceLines").HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.Ignore(l => l.Net);
            line.Property(l => l.Sku).HasMaxLength(Columns.Sku);
            line.Property(l => l.Description).HasMaxLength(Columns.Name);
            line.Property(l => l.Unit).HasMaxLength(Columns.Unit);
        });
    }
}
