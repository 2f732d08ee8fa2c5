using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Quality;
using Crm.Customers.Domain.Quality;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Crm.Customers.Persistence;

internal static class QualityTables
{
    public static void Map(ModelBuilder model)
    {
        model.MapQuality();
        model.MapQualityGroups();
        model.Entity<Cleansing>(cleansing =>
        {
            cleansing.ToTable("Cleansings").HasKey(c => c.Id);
            cleansing.Property(c => c.Id).ValueGeneratedNever();
            cleansing.Property(c => c.Kinds).IsLongText().HasConversion(
                kinds => JsonSerializer.Serialize(kinds, JsonSerializerOptions.Default),
                text => JsonSerializer.Deserialize<string[]>(text, JsonSerializerOptions.Default)!,
                new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), kinds => kinds.Count, kinds => kinds));
            cleansing.HasIndex(c => c.CreatedAt);
        });
        model.Entity<CleansingProposal>(proposal =>
        {
            proposal.ToTable("CleansingProposals").HasKey(p => p.Id);
            proposal.Property(p => p.Id).ValueGeneratedNever();
            proposal.Property(p => p.Kind).HasMaxLength(40);
            proposal.HasIndex(p => new { p.CleansingId, p.Number }).IsUnique();
            proposal.HasIndex(p => new { p.CleansingId, p.State, p.CustomerId });
            proposal.HasIndex(p => p.CustomerId);
        });
    }
}
