using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Figures;
using Crm.Customers.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Persistence;

internal static class FiguresMapping
{
    private const int CurrencyLength = 3;

    public static void Map(ModelBuilder model)
    {
        model.Entity<OrderAccount>(account =>
        {
            account.ToTable("OrderAccounts").HasKey(a => a.OrderId);
            account.Property(a => a.OrderId).ValueGeneratedNever();
            account.Property(a => a.Currency).HasMaxLength(CurrencyLength);
            account.Property(a => a.BookCurrency).HasMaxLength(CurrencyLength);
            account.Property(a => a.BookRate).IsExact();
            account.HasIndex(a => new { a.CustomerId, a.OrderedOn });
        });
        model.Entity<CustomerTransaction>(line =>
        {
            line.ToTable("Transactions").HasKey(t => t.Id);
            line.Property(t => t.Id).ValueGeneratedNever();
            line.Property(t => t.Currency).HasMaxLength(CurrencyLength);
            line.Property(t => t.BookCurrency).HasMaxLength(CurrencyLength);
            line.Property(t => t.BookRate).IsExact();
            line.HasIndex(t => new { t.CustomerId, t.On, t.Id });
            line.HasIndex(t => t.OrderId);
        });
        model.Entity<CustomerFigures>(figures =>
        {
            figures.ToTable("CustomerFigures").HasKey(f => f.CustomerId);
            figures.Property(f => f.CustomerId).ValueGeneratedNever();
            figures.Property(f => f.Currency).HasMaxLength(CurrencyLength);
            figures.HasIndex(f => f.LastOrderOn);
            figures.HasOne<Customer>().WithOne(c => c.Figures).HasForeignKey<CustomerFigures>(f => f.CustomerId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<CustomerScore>(score =>
        {
            score.ToTable("CustomerScores").HasKey(s => s.CustomerId);
            score.Property(s => s.CustomerId).ValueGeneratedNever();
            score.HasOne<Customer>().WithOne(c => c.Score).HasForeignKey<CustomerScore>(s => s.CustomerId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
