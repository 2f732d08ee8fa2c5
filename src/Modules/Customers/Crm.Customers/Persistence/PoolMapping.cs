using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Pools;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Crm.Customers.Persistence;

internal static class PoolMapping
{
    private const int LongestKey = 80;

    public static void Map(ModelBuilder model)
    {
        model.Entity<Pool>(pool =>
        {
            pool.ToTable("Pools").HasKey(p => p.Id);
            pool.Property(p => p.Id).ValueGeneratedNever();
            pool.Property(p => p.Code).HasMaxLength(CustomerLimits.Code);
            pool.Property(p => p.Units).IsJson();
            pool.Property(p => p.Rule).IsLongText().HasConversion(
                rule => Written(rule), text => Read(text), new ValueComparer<ReleaseRule?>((a, b) => Written(a) == Written(b), rule => rule == null ? 0 : rule.GraceDays, rule => rule));
            pool.HasIndex(p => p.Code).IsUnique();
        });
        model.Entity<PoolEntry>(entry =>
        {
            entry.ToTable("PoolEntries").HasKey(e => e.Id);
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.HasIndex(e => new { e.CustomerId, e.PooledAt });
        });
        model.Entity<PoolNotice>(notice =>
        {
            notice.ToTable("PoolNotices").HasKey(n => n.CustomerId);
            notice.Property(n => n.CustomerId).ValueGeneratedNever();
        });
        model.Entity<PoolClaims>(claims =>
        {
            claims.ToTable("PoolClaims").HasKey(c => c.Key);
            claims.Property(c => c.Key).HasMaxLength(LongestKey);
        });
        model.Entity<Customer>(customer =>
        {
            customer.Ignore(c => c.IsPooled);
            customer.HasIndex(c => new { c.PoolId, c.PooledAt });
        });
    }

    private static string? Written(ReleaseRule? rule) => rule is null ? null : JsonSerializer.Serialize(rule, JsonSerializerOptions.Default);

    private static ReleaseRule? Read(string? text) => text is null ? null : JsonSerializer.Deserialize<ReleaseRule>(text, JsonSerializerOptions.Default);
}
