using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Persistence;

/// <summary>Accounts, books and journal.</summary>
internal static class AccountingMapping
{
    // Until the company gives its own.
    private static readonly (AccountRole Role, string For, string Number, string Name)[] FirstAccounts =
    [
        (AccountRole.Receivables, Account.Else, "1200", "Receivables"),
        (AccountRole.Sales, Account.Else, "4000", "Sales"),
        (AccountRole.Shipping, Account.Else, "4100", "Shipping"),
        (AccountRole.Goodwill, Account.Else, "4700", "Goodwill"),
        (AccountRole.Tax, Account.Else, "2200", "Tax payable"),
        (AccountRole.Bank, Account.Else, "1000", "Bank"),
        (AccountRole.Bank, "points", "2500", "Loyalty points"),
        (AccountRole.WriteOff, Account.Else, "6800", "Bad debts"),
        (AccountRole.ReminderFees, Account.Else, "4800", "Reminder fees"),
        (AccountRole.Rounding, Account.Else, "6990", "Rounding differences"),
    ];

    public static void Map(ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.ToTable("Accounts").HasKey(a => a.Id);
            account.Property(a => a.Id).ValueGeneratedNever();
            account.Property(a => a.For).HasColumnName("Purpose").HasMaxLength(Columns.Code);
            account.Property(a => a.Number).HasMaxLength(Columns.Number);
            account.Property(a => a.Name).HasMaxLength(Columns.Name);
            account.HasIndex(a => new { a.Role, a.For }).IsUnique();
            account.HasData(FirstAccounts.Select((a, i) => new { Id = new AccountId(Seeded(0x10 + i)), a.Role, a.For, a.Number, a.Name, Version = 1 }));
        });
        model.Entity<Books>(books =>
        {
            books.ToTable("Books").HasKey(b => b.Id);
            books.Property(b => b.Id).ValueGeneratedNever();
            books.HasData(new { Id = new BooksId(Seeded(2)), OpenFrom = new DateOnly(1900, 1, 1), NextEntry = 1L, Version = 1 });
        });
        model.Entity<JournalEntry>(entry =>
        {
            entry.ToTable("JournalEntries").HasKey(e => e.Id);
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.Property(e => e.DocumentNumber).HasMaxLength(Columns.Number);
            entry.Property(e => e.Currency).HasMaxLength(Columns.Currency);
            entry.Property(e => e.CompanyCurrency).HasMaxLength(Columns.Currency);
            entry.Property(e => e.CompanyRate).IsExact();
            entry.HasMany(e => e.Lines).WithOne().HasForeignKey("EntryId").OnDelete(DeleteBehavior.Cascade);
            entry.Navigation(e => e.Lines).AutoInclude();
            entry.HasIndex(e => e.Number).IsUnique();
            entry.HasIndex(e => new { e.Kind, e.DocumentId }).IsUnique();
            entry.HasIndex(e => e.OrderId);
            entry.HasIndex(e => e.DocumentNumber);
            entry.HasIndex(e => new { e.PostedOn, e.Number });
            entry.HasIndex(e => new { e.CustomerId, e.PostedOn });
        });
        model.Entity<JournalLine>(line =>
        {
            line.ToTable("JournalLines").HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.Property(l => l.Account).HasMaxLength(Columns.Number);
            line.Property(l => l.AccountName).HasMaxLength(Columns.Name);
        });
        model.Entity<WriteOff>(given =>
        {
            given.ToTable("WriteOffs").HasKey(w => w.Id);
            given.Property(w => w.Id).ValueGeneratedNever();
            given.Property(w => w.Reason).HasMaxLength(Columns.Reason);
            given.Property(w => w.On).HasColumnName("WrittenOffOn");
        });
        model.Entity<Order>(order => order.HasMany(o => o.WriteOffs).WithOne().HasForeignKey("OrderId").OnDelete(DeleteBehavior.Cascade));
    }

    // The same in every database, so that what names it can be copied from one to another.
    private static Guid Seeded(int number) => new(0x01930000, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, (byte)number);
}
