using System.Text.Json;
using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Customers.Persistence;

internal static class ProcessMapping
{
    private const string ProcessKey = "ProcessId";

    // Names, so that a new kind between two others changes nothing that is stored.
    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    public static void Map(ModelBuilder model)
    {
        model.Entity<ProcessDefinition>(Map);
        model.Entity<SalesProcess>(Map);
        model.Entity<ProcessFact>(fact =>
        {
            fact.ToTable("ProcessFacts").HasKey(f => f.Id);
            fact.Property(f => f.Id).ValueGeneratedNever();
            fact.HasIndex(f => new { f.CustomerId, f.OccurredAt });
            fact.HasIndex(f => f.OrderId);
        });
    }

    private static void Map(EntityTypeBuilder<ProcessDefinition> definition)
    {
        definition.ToTable("ProcessDefinitions").HasKey(d => d.Id);
        definition.Property(d => d.Id).ValueGeneratedNever();
        definition.Ignore(d => d.Names);
        definition.Property(d => d.Code).HasMaxLength(CustomerLimits.Code);
        definition.Property(d => d.Graph).IsLongText().HasConversion(
            graph => JsonSerializer.Serialize(graph, Json),
            text => JsonSerializer.Deserialize<ProcessGraph>(text, Json)!,
            new ValueComparer<ProcessGraph>(
                (a, b) => ReferenceEquals(a, b) || JsonSerializer.Serialize(a, Json) == JsonSerializer.Serialize(b, Json),
                graph => graph.Nodes.Count,
                graph => graph));
        definition.HasIndex(d => new { d.Code, d.Number }).IsUnique();
        definition.HasIndex(d => d.PublishedAt);
        definition.HasData(new
        {
            // The same in every database, so that what names it can be copied from one to another.
            Id = new ProcessDefinitionId(new Guid("01930000-0000-7000-8000-000000000300")),
            FirstProcess.Code,
            Number = 1,
            Name = FirstProcess.Names.English,
            NameChinese = FirstProcess.Names.Chinese,
            AllowsSeveral = false,
            State = DefinitionState.Published,
            PublishedAt = (DateTimeOffset?)new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            FirstProcess.Graph,
            Version = 1,
        });
    }

    private static void Map(EntityTypeBuilder<SalesProcess> process)
    {
        process.ToTable("Processes").HasKey(p => p.Id);
        process.Property(p => p.Id).ValueGeneratedNever();
        process.Ignore(p => p.Present);
        process.Property(p => p.Code).HasMaxLength(CustomerLimits.Code);
        process.Property(p => p.Node).HasMaxLength(CustomerLimits.Code);
        process.HasIndex(p => p.CustomerId);
        process.HasIndex(p => new { p.Code, p.OrderId }).IsUnique().HasFilter($"\"OrderId\" IS NOT NULL AND \"State\" <> '{nameof(ProcessState.Cancelled)}'");
        process.HasIndex(p => new { p.State, p.DueAt });
        process.HasIndex(p => p.StartedAt);
        process.HasIndex(p => p.EndedAt);
        process.HasIndex(p => p.DueAt);
        process.HasIndex(p => p.DefinitionId);
        process.HasOne<ProcessDefinition>().WithMany().HasForeignKey(p => p.DefinitionId).OnDelete(DeleteBehavior.Restrict);
        process.OwnsMany(p => p.Steps, steps =>
        {
            steps.ToTable("ProcessSteps").WithOwner().HasForeignKey(ProcessKey);
            steps.HasKey(s => s.Id);
            steps.Property(s => s.Id).ValueGeneratedNever();
            steps.Property(s => s.Node).HasMaxLength(CustomerLimits.Code);
            steps.Property(s => s.Transition).HasMaxLength(CustomerLimits.Code);
            steps.HasIndex(ProcessKey, nameof(ProcessStep.Number)).IsUnique();
            steps.UsePropertyAccessMode(PropertyAccessMode.PreferField);
        });
        process.OwnsMany(p => p.Values, values =>
        {
            values.ToTable("ProcessValues").WithOwner().HasForeignKey(ProcessKey);
            values.HasKey(ProcessKey, nameof(ProcessValue.Field));
            values.Property(v => v.Field).HasMaxLength(CustomerLimits.Code);
            values.UsePropertyAccessMode(PropertyAccessMode.PreferField);
        });
    }
}
