using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.BuildingBlocks.Hosting.Persistence;

public abstract partial class Dialect
{
    /// <summary>
    /// Characters from which on a part of a text that <see cref="IndexParts{TEntity}"/> indexes is found by that index; null: never, and a
    /// search had better go through the rows in the order in which they are wanted, and end when it has enough.
    /// </summary>
    public virtual int? ShortestIndexedPart => null;

    /// <summary>Makes rows found by any part of a text, and listed by another, without reading all of every row.</summary>
    /// <param name="model">Of the context.</param>
    /// <param name="entity">The rows.</param>
    /// <param name="listed">What they are listed by, their key behind it.</param>
    /// <param name="searched">What is searched.</param>
    public virtual void IndexParts<TEntity>(
        ModelBuilder model, EntityTypeBuilder<TEntity> entity, Expression<Func<TEntity, object?>> listed, Expression<Func<TEntity, object?>> searched)
        where TEntity : class => entity.HasIndex(listed);
}

public sealed partial class SqliteDialect
{
    /// <summary>An index that holds what is searched behind what is listed: a scan of it is a scan of little, and already in order.</summary>
    public override void IndexParts<TEntity>(
        ModelBuilder model, EntityTypeBuilder<TEntity> entity, Expression<Func<TEntity, object?>> listed, Expression<Func<TEntity, object?>> searched) =>
        entity.HasIndex([.. NamesIn(listed), .. NamesIn(searched)]);

    private static IEnumerable<string> NamesIn<TEntity>(Expression<Func<TEntity, object?>> properties) => properties.GetMemberAccessList().Select(m => m.Name);
}

public sealed partial class PostgresDialect
{
    // A text is found by what of it is three characters long.
    public override int? ShortestIndexedPart => 3;

    public override void IndexParts<TEntity>(
        ModelBuilder model, EntityTypeBuilder<TEntity> entity, Expression<Func<TEntity, object?>> listed, Expression<Func<TEntity, object?>> searched)
    {
        model.HasPostgresExtension("pg_trgm");
        entity.HasIndex(listed);
        entity.HasIndex(searched).HasMethod("gin").HasOperators("gin_trgm_ops");
    }
}
