using System.Linq.Expressions;
using System.Reflection;
using Crm.BuildingBlocks.Hosting.Attachments;
using Crm.BuildingBlocks.Hosting.Audit;
using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.BuildingBlocks.Hosting.Persistence;

public abstract partial class ModuleDbContext
{
    /// <summary>Query filter that limits reads to the caller's rows; ignore it by this name and no other.</summary>
    public const string ScopeFilter = "scope";

    /// <summary>Query filter that hides deleted records.</summary>
    public const string DeletedFilter = "deleted";

    /// <summary>Query filter that hides records that were found to be another one and lead to it; where a kind of record has that.</summary>
    public const string MergedFilter = "merged";

    private const int DefaultTextLength = 200;

    protected sealed override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<string>().HaveMaxLength(DefaultTextLength);
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        foreach (var id in GetType().Assembly.GetTypes().Concat(typeof(ModuleDbContext).Assembly.GetTypes())
                     .Where(t => t is { IsValueType: true, IsGenericType: false } && typeof(ITypedId).IsAssignableFrom(t)))
        {
            conventions.Properties(id).HaveConversion(typeof(TypedIdConverter<>).MakeGenericType(id));
        }

        if (Dialect.Provider == DatabaseProvider.Sqlite)
        {
            conventions.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
            conventions.Properties<decimal>().HaveConversion<AmountConverter>();
        }
        else
        {
            conventions.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
            conventions.Properties<decimal>().HavePrecision(19, 4);
        }
    }

    protected sealed override void OnModelCreating(ModelBuilder model)
    {
        MapSharedTables(model);
        Map(model);
        foreach (var entity in model.Model.GetEntityTypes().ToList()) ApplyConventions(model, entity);
        foreach (var entity in model.Model.GetEntityTypes().ToList()) PutIntoSchema(entity);
    }

    private static void MapSharedTables(ModelBuilder model)
    {
        model.Entity<OutboxMessage>(outbox =>
        {
            outbox.ToTable("OutboxMessages").HasKey(m => m.Position);
            outbox.HasIndex(m => m.Id).IsUnique();
            outbox.Property(m => m.Body).IsLongText();
            outbox.HasIndex(m => new { m.Stream, m.StreamPosition }).HasFilter("\"DeliveredAt\" IS NULL");
            outbox.HasIndex(m => m.DeliveredAt).HasFilter("\"DeliveredAt\" IS NOT NULL");
        });
        model.Entity<InboxMessage>(inbox =>
        {
            inbox.ToTable("InboxMessages").HasKey(m => m.Position);
            inbox.HasIndex(m => new { m.MessageId, m.Consumer }).IsUnique();
            inbox.HasIndex(m => new { m.Consumer, m.Stream, m.StreamPosition, m.Position }).HasFilter("\"HandledAt\" IS NULL");
            inbox.HasIndex(m => new { m.Consumer, m.NextAttemptAt, m.Position }).HasFilter("\"HandledAt\" IS NULL AND \"ParkedAt\" IS NULL");

            // Must not hold the unfinished rows: statistics taken while there were none would make this index look like the way to find
            // them, and every claim in the next burst would read all of them.
            inbox.HasIndex(m => m.HandledAt).HasFilter("\"HandledAt\" IS NOT NULL");
            inbox.Property(m => m.Body).IsLongText();
            inbox.Property(m => m.LastError).HasMaxLength(2000);
            inbox.Property(m => m.DiscardReason).HasMaxLength(1000);
        });
        model.Entity<AuditEntry>(audit =>
        {
            audit.ToTable("AuditEntries").HasKey(a => a.Position);
            audit.HasIndex(a => new { a.RecordId, a.Version });
            audit.HasIndex(a => a.At);
            audit.HasIndex(a => a.Position).HasFilter("\"SealNumber\" IS NULL");
            audit.HasIndex(a => a.SealNumber).IsUnique().HasFilter("\"SealNumber\" IS NOT NULL");
            audit.Property(a => a.Changes).IsLongText();
        });
        model.Entity<AuditChain>(chain =>
        {
            chain.ToTable("AuditChains").HasKey(c => c.Id);
            chain.Property(c => c.Id).ValueGeneratedNever();
        });
        model.Entity<StoredReply>(reply =>
        {
            reply.ToTable("StoredReplies").HasKey(r => r.Position);
            reply.HasIndex(r => new { r.CallerId, r.Key }).IsUnique();
            reply.Property(r => r.Key).HasMaxLength(StoredReply.LongestKey);
            reply.HasIndex(r => r.StoredAt);
            reply.Property(r => r.Reply).IsLongText();
        });
        model.Entity<Operation>(OperationMapping.Map);
        model.Entity<OperationProblem>(OperationMapping.Map);
        model.Entity<Attachment>(AttachmentMapping.Map);
        model.Entity<StoredFile>(FileMapping.Map);
        model.Entity<Import>(ImportMapping.Map);
        model.Entity<ImportedRow>(ImportMapping.Map);
        model.Entity<ImportDetail>(ImportMapping.Map);
        model.Entity<StoredImportProfile>(ImportMapping.Map);
        model.Entity<StoredFilePiece>(FileMapping.Map);
    }

    private void ApplyConventions(ModelBuilder model, IMutableEntityType entity)
    {
        ApplyToProperties(entity);
        foreach (var complex in entity.GetComplexProperties()) ApplyToComplex(complex);
        if (entity.IsOwned() || entity.BaseType is not null) return;
        if (typeof(AggregateRoot).IsAssignableFrom(entity.ClrType))
        {
            var aggregate = model.Entity(entity.ClrType);
            aggregate.Ignore(nameof(AggregateRoot.Raised)).Ignore(nameof(AggregateRoot.Key));
            aggregate.Property<int>(nameof(AggregateRoot.Version)).IsConcurrencyToken();
        }

        if (typeof(IOwned).IsAssignableFrom(entity.ClrType)) Filter(nameof(LimitToScope), entity.ClrType, model);
        if (typeof(IDeletable).IsAssignableFrom(entity.ClrType)) Filter(nameof(HideDeleted), entity.ClrType, model);
    }

    private void ApplyToComplex(IMutableComplexProperty complex)
    {
        ApplyToProperties(complex.ComplexType);
        foreach (var inner in complex.ComplexType.GetComplexProperties()) ApplyToComplex(inner);
    }

    private void ApplyToProperties(IMutableTypeBase type)
    {
        foreach (var property in type.GetProperties())
        {
            if (property.PropertyInfo?.GetCustomAttribute<PersonalAttribute>() is not null && property.ClrType == typeof(string))
            {
                property.SetValueConverter(new EncryptedConverter(Keys));
                property.SetMaxLength(null);
            }

            if (property.GetMaxLength() == -1) property.SetMaxLength(null);
            if (property.FindAnnotation(MappingExtensions.ExactAnnotation) is null) continue;
            if (Dialect.Provider == DatabaseProvider.Sqlite) property.SetValueConverter(new ExactConverter());
            else property.SetPrecision(28);
            property.SetScale(8);
        }
    }

    private void PutIntoSchema(IMutableEntityType entity)
    {
        var (table, schema) = (entity.GetTableName(), Names.Schema(Module));
        if (entity.GetViewName() is { } view)
        {
            // Only read: another way to look at a table of the module.
            if (Dialect.Provider == DatabaseProvider.Sqlite) entity.SetViewName($"{schema}_{view}");
            else entity.SetViewSchema(schema);
            return;
        }

        if (table is null || entity.BaseType is not null) return;
        if (Dialect.Provider != DatabaseProvider.Sqlite) entity.SetSchema(schema);
        else if (!table.StartsWith($"{schema}_", StringComparison.Ordinal)) entity.SetTableName($"{schema}_{table}");
    }

    private void Filter(string method, Type entity, ModelBuilder model) =>
        typeof(ModuleDbContext).GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(entity).Invoke(this, [model]);

    private void LimitToScope<TEntity>(ModelBuilder model)
        where TEntity : class, IOwned =>
        model.Entity<TEntity>().HasQueryFilter(
            ScopeFilter,
            // As one parameter: a parameter per unit would make a new statement for every number of units, generated anew for every query.
            e => ReachesAll || (ReachesOwn && e.OwnerId == CallerId) || (e.UnitId != null && EF.Parameter(ReachedUnits).Contains(e.UnitId.Value)));

    private void HideDeleted<TEntity>(ModelBuilder model)
        where TEntity : class, IDeletable =>
        model.Entity<TEntity>().HasQueryFilter(DeletedFilter, e => e.DeletedAt == null);

    private static Expression<Func<TAggregate, bool>> PropertyOfKey<TAggregate, TId>(TId id)
    {
        var aggregate = Expression.Parameter(typeof(TAggregate));
        var boxed = new Box<TId>(id);
        var value = Expression.Field(Expression.Constant(boxed), nameof(Box<TId>.Value));
        return Expression.Lambda<Func<TAggregate, bool>>(Expression.Equal(Expression.Property(aggregate, "Id"), value), aggregate);
    }

    // A field access becomes a parameter of the SQL; a constant would make a new statement for every id.
    private sealed class Box<T>(T value)
    {
        public readonly T Value = value;
    }
}
