using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Contacting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Customers.Persistence;

internal static class CustomerMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Customer>(customer =>
        {
            customer.ToTable("Customers").HasKey(c => c.Id);
            customer.Property(c => c.Id).ValueGeneratedNever();
            customer.Property(c => c.Code).HasMaxLength(CustomerLimits.Code);
            customer.Property(c => c.SearchText).HasMaxLength(Customer.LongestSearchText).IsNotAudited();
            customer.Property(c => c.Needs).HasMaxLength(CustomerLimits.Note);
            customer.Property(c => c.Preferences).HasMaxLength(CustomerLimits.Note);
            customer.Ignore(c => c.MainAddress).Ignore(c => c.Country).Ignore(c => c.Numbers);
            customer.HasIndex(c => c.Code).IsUnique();
            customer.HasIndex(c => c.OwnerId);
            customer.HasIndex(c => c.UnitId);
            customer.HasIndex(c => c.RegisteredAt);
            customer.HasIndex(c => c.SurvivorId);
            var contacts = Parts(customer.OwnsMany(c => c.Contacts), "Contacts");
            contacts.HasKey(c => c.Id);
            contacts.OwnsMany(c => c.ContactPoints, points => Points(points, "ContactContactPoints", "ContactId"));
            Parts(customer.OwnsMany(c => c.Addresses), "Addresses").HasKey(a => a.Id);
            customer.OwnsMany(c => c.ContactPoints, points => Points(points, "ContactPoints", "CustomerId"));
            var refs = Parts(customer.OwnsMany(c => c.ExternalRefs), "ExternalRefs");
            refs.HasKey("CustomerId", nameof(ExternalRef.System), nameof(ExternalRef.ExternalId));
            refs.Property(r => r.System).HasMaxLength(60);
            refs.HasIndex(r => new { r.System, r.ExternalId }).IsUnique();
        });
        model.Entity<SearchToken>(token =>
        {
            token.ToTable("SearchTokens").HasKey(t => new { t.Hash, t.CustomerId });
            token.HasIndex(t => t.CustomerId);
        });
    }

    private static void Points<TOwner>(OwnedNavigationBuilder<TOwner, ContactPoint> points, string table, string owner)
        where TOwner : class
    {
        points.ToTable(table).WithOwner().HasForeignKey(owner);
        points.HasKey(p => p.Id);
        points.Property(p => p.Id).ValueGeneratedNever();
        points.Property(p => p.Network).HasMaxLength(CustomerLimits.Code);
        points.Ignore(p => p.IsDialable);
        points.UsePropertyAccessMode(PropertyAccessMode.PreferField);
    }

    private static OwnedNavigationBuilder<Customer, TPart> Parts<TPart>(OwnedNavigationBuilder<Customer, TPart> parts, string table)
        where TPart : class
    {
        parts.ToTable(table).WithOwner().HasForeignKey("CustomerId");
        if (typeof(TPart).GetProperty("Id") is not null) parts.Property("Id").ValueGeneratedNever();
        parts.UsePropertyAccessMode(PropertyAccessMode.PreferField);
        return parts;
    }
}
