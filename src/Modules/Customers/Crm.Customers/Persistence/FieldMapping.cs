using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Fields;
using Crm.Customers.Domain.Tags;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Customers.Persistence;

/// <summary>Tags and the fields of the company's own: rows beside the customer, so that an index finds them by what they say.</summary>
internal static class FieldMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<CustomerTag>(tag =>
        {
            tag.ToTable("CustomerTags").HasKey(t => new { t.CustomerId, t.Folded });
            tag.HasIndex(t => new { t.Folded, t.CustomerId });
        });
        model.Entity<CustomField>(Map);
        model.Entity<FieldValue>(Map);
        model.Entity<Customer>(customer =>
        {
            customer.Ignore(c => c.FieldContents);
            customer.HasMany(c => c.Fields).WithOne().HasForeignKey(v => v.CustomerId).OnDelete(DeleteBehavior.Cascade);
            customer.Navigation(c => c.Fields).AutoInclude().UsePropertyAccessMode(PropertyAccessMode.Field);
        });
    }

    private static void Map(EntityTypeBuilder<CustomField> field)
    {
        field.ToTable("CustomFields").HasKey(f => f.Id);
        field.Property(f => f.Id).ValueGeneratedNever();
        field.Property(f => f.FieldKey).HasMaxLength(FieldLimits.Key);
        field.Property(f => f.Pattern).HasMaxLength(FieldLimits.Pattern);
        field.Ignore(f => f.Names);
        field.HasIndex(f => f.FieldKey).IsUnique();
        field.HasIndex(f => f.Name);
        field.OwnsMany(f => f.Options, option =>
        {
            option.ToTable("CustomFieldOptions").WithOwner().HasForeignKey("FieldId");
            option.HasKey("FieldId", nameof(FieldOption.Key));
            option.Property(o => o.Key).HasMaxLength(FieldLimits.Key);
            option.Ignore(o => o.Facts);
        });
        field.Navigation(f => f.Options).HasField("_options").UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    private static void Map(EntityTypeBuilder<FieldValue> value)
    {
        value.ToTable("FieldValues").HasKey(v => new { v.CustomerId, v.Slot });
        value.Property(v => v.Slot).HasMaxLength((FieldLimits.Key * 2) + 1);
        value.Property(v => v.Key).HasMaxLength(FieldLimits.Key).IsNotAudited();
        value.Property(v => v.Type).IsNotAudited();
        value.Property(v => v.Text).HasMaxLength(FieldLimits.Text);
        value.HasIndex(v => new { v.Key, v.Text, v.CustomerId }).HasFilter("\"Text\" IS NOT NULL");
        value.HasIndex(v => new { v.Key, v.Number, v.CustomerId }).HasFilter("\"Number\" IS NOT NULL");
        value.HasIndex(v => new { v.Key, v.Date, v.CustomerId }).HasFilter("\"Date\" IS NOT NULL");
        value.HasIndex(v => new { v.Key, v.Flag, v.CustomerId }).HasFilter("\"Flag\" IS NOT NULL");
    }
}
