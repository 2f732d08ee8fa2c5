using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Domain.Exchange;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Crm.SalesOrders.Persistence;

/// <summary>Channels, and what currencies are worth.</summary>
internal static class ChannelMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Channel>(channel =>
        {
            channel.ToTable("Channels").HasKey(c => c.Id);
            channel.Property(c => c.Id).ValueGeneratedNever();
            channel.Ignore(c => c.Facts);
            channel.Property(c => c.Code).HasMaxLength(Columns.Code);
            channel.Property(c => c.Name).HasMaxLength(Columns.Name);
            channel.Property(c => c.NameChinese).HasMaxLength(Columns.Name);
            channel.Property(c => c.PriceGroup).HasMaxLength(Columns.Code);
            channel.Property(c => c.NumberPattern).HasMaxLength(Columns.Code);
            channel.Property(c => c.Warehouses).IsLongText().HasConversion(
                codes => JsonSerializer.Serialize(codes, JsonSerializerOptions.Default),
                json => JsonSerializer.Deserialize<List<string>>(json, JsonSerializerOptions.Default)!,
                new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), codes => codes.Count, codes => codes.ToList()));
            channel.HasIndex(c => c.Code).IsUnique();
            channel.HasData(FirstChannels.All.Select((first, i) => new
            {
                Id = IdOf(i),
                first.Code,
                first.Kind,
                Name = Crm.BuildingBlocks.Labels.Of(first.Kind).English,
                NameChinese = Crm.BuildingBlocks.Labels.Of(first.Kind).Chinese,
                IsActive = true,
                Warehouses = (IReadOnlyList<string>)[],
                Version = 1,
            }));
        });
        model.Entity<ExchangeRate>(rate =>
        {
            rate.ToTable("ExchangeRates").HasKey(r => r.Id);
            rate.Property(r => r.Id).ValueGeneratedNever();
            rate.Property(r => r.Currency).HasMaxLength(Columns.Currency);
            rate.Property(r => r.To).HasMaxLength(Columns.Currency);
            rate.Property(r => r.Rate).IsExact();
            rate.Property(r => r.Source).HasMaxLength(Columns.Name);
            rate.HasIndex(r => new { r.Currency, r.To, r.On }).IsUnique();
            rate.HasIndex(r => r.On);
        });
        model.Entity<Order>(order =>
        {
            order.Property(o => o.Channel).HasMaxLength(Columns.Code);
            order.Property(o => o.CompanyCurrency).HasMaxLength(Columns.Currency);
            order.Property(o => o.CompanyRate).IsExact();
        });
        model.Entity<ApprovalRule>().Property(r => r.Channel).HasMaxLength(Columns.Code);
    }

    // The same in every database, so that what names them can be copied from one to another.
    private static ChannelId IdOf(int number) => new(new Guid($"01930000-0000-7000-8000-0000000001{number:D2}"));
}
