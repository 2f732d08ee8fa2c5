using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.Host.Platform.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Host.Platform.Persistence;

internal static class AccessMapping
{
    private const int NameLength = 100;

    public static void Map(ModelBuilder model)
    {
        model.Entity<OrgUnit>(Map);
        model.Entity<User>(Map);
        model.Entity<Role>(Map);
        model.Entity<ApiClient>(Map);
        model.Entity<Setting>(Map);
        model.Entity<WorkingCalendar>(Map);
        model.Entity<PersonErasure>(Map);
        model.Entity<ClientUsage>(usage => usage.ToTable("ClientUsage").HasKey(u => new { u.ClientId, u.Day }));
    }

    private static void Map(EntityTypeBuilder<OrgUnit> unit)
    {
        unit.ToTable("OrgUnits").HasKey(u => u.Id);
        unit.Property(u => u.Id).ValueGeneratedNever();
        unit.Property(u => u.Code).HasMaxLength(NameLength);
        unit.HasIndex(u => u.Code).IsUnique();
        unit.HasIndex(u => u.Name);
        unit.HasOne<OrgUnit>().WithMany().HasForeignKey(u => u.ParentId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void Map(EntityTypeBuilder<WorkingCalendar> calendar)
    {
        calendar.ToTable("WorkingCalendars").HasKey(c => c.Id);
        calendar.Property(c => c.Id).ValueGeneratedNever();
        calendar.Property(c => c.Code).HasMaxLength(NameLength);
        calendar.Property(c => c.TimeZone).HasMaxLength(NameLength);
        calendar.HasIndex(c => c.Code).IsUnique();
        IsJson(calendar.Property<List<WorkingHours>>("_hours"), "Hours");
        IsJson(calendar.Property<List<DateOnly>>("_holidays"), "Holidays");
        calendar.Ignore(c => c.Hours).Ignore(c => c.Holidays);
    }

    private static void Map(EntityTypeBuilder<User> user)
    {
        user.ToTable("Users").HasKey(u => u.Id);
        user.Property(u => u.Id).ValueGeneratedNever();
        user.HasIndex(u => u.Login).IsUnique();
        user.Property(u => u.TimeZone).HasMaxLength(NameLength);
        IsJson(user.Property<List<string>>("_roles"), "Roles");
        IsJson(user.Property<List<string>>("_providerRoles"), "ProviderRoles");
        user.Property("_providerRoles").IsRequired(false);
        user.Ignore(u => u.Roles).Ignore(u => u.ProviderRoles);
        user.HasIndex(u => u.Name);
        user.HasOne<OrgUnit>().WithMany().HasForeignKey(u => u.UnitId).OnDelete(DeleteBehavior.Restrict);
        user.HasOne<OrgUnit>().WithMany().HasForeignKey(u => u.ProviderUnitId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void Map(EntityTypeBuilder<Role> role)
    {
        role.ToTable("Roles").HasKey(r => r.Id);
        role.Property(r => r.Id).ValueGeneratedNever();
        role.Property(r => r.Name).HasMaxLength(NameLength);
        role.Property(r => r.BuiltIn);
        role.HasIndex(r => r.Name).IsUnique();
        IsJson(role.Property<List<Grant>>("_grants"), "Grants");
        IsJson(role.Property<List<Mask>>("_masks"), "Masks");
        role.Ignore(r => r.Grants).Ignore(r => r.Masks);
    }

    private static void Map(EntityTypeBuilder<ApiClient> client)
    {
        client.ToTable("ApiClients").HasKey(c => c.Id);
        client.Property(c => c.Id).ValueGeneratedNever();
        client.HasIndex(c => c.Name);
        client.ComplexProperty(c => c.Limits);
        IsJson(client.Property<List<string>>("_roles"), "Roles");
        IsJson(client.Property<List<Grant>>("_grants"), "Grants");
        client.Ignore(c => c.Roles).Ignore(c => c.Grants);
        client.HasOne<OrgUnit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
        client.HasOne<User>().WithMany().HasForeignKey(c => c.ActsForId).OnDelete(DeleteBehavior.Restrict);
        client.OwnsMany(c => c.Keys, key =>
        {
            key.ToTable("ApiKeys").WithOwner().HasForeignKey("ClientId");
            key.HasKey(k => k.Id);
            key.Property(k => k.Id).ValueGeneratedNever();
            key.Property(k => k.Salt).HasMaxLength(16).IsNotAudited();
            key.Property(k => k.Hash).HasMaxLength(32).IsNotAudited();
            key.Property(k => k.CreatedAt);
        });
        client.Navigation(c => c.Keys).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    private static void Map(EntityTypeBuilder<Setting> setting)
    {
        setting.ToTable("Settings").HasKey(s => s.Id);
        setting.Property(s => s.Id).ValueGeneratedNever();
        setting.Property(s => s.Name);
        setting.Property(s => s.Value).HasMaxLength(2000);
        setting.HasIndex(s => s.Name).IsUnique();
    }

    private static void Map(EntityTypeBuilder<PersonErasure> erasure)
    {
        erasure.ToTable("PersonErasures").HasKey(e => e.Id);
        erasure.Property(e => e.Id).ValueGeneratedNever();
        erasure.Property(e => e.PersonId);
        erasure.Property(e => e.Reason).HasMaxLength(500);
        erasure.Property(e => e.RequestedAt);
        erasure.HasIndex(e => e.PersonId);
    }

    // Small lists that are always read and written with their owner.
    internal static void IsJson<T>(this PropertyBuilder<List<T>> list, string column) => list
        .HasColumnName(column)
        .HasConversion(
            items => JsonSerializer.Serialize(items, EventJson.Options),
            json => JsonSerializer.Deserialize<List<T>>(json, EventJson.Options)!,
            new ValueComparer<List<T>>(
                (one, other) => one!.SequenceEqual(other!),
                items => items.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)),
                items => items.ToList()))
        .IsLongText();
}
