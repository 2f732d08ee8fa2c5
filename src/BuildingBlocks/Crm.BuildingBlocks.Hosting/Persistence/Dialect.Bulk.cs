using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.BuildingBlocks.Hosting.Persistence;

/// <summary>Which columns of a row add up when the row is there already. All others belong to its key or never change.</summary>
/// <param name="Sums">Are added.</param>
/// <param name="Smallest">Keep the smaller value.</param>
/// <param name="Largest">Keep the larger value.</param>
public sealed record AddedUp(IReadOnlyList<string> Sums, IReadOnlyList<string> Smallest, IReadOnlyList<string> Largest);

public abstract partial class Dialect
{
    /// <summary>
    /// Inserts rows of one table within the present transaction by the quickest means of the database, at the latest with the next save.
    /// They are neither audited nor scoped: for facts that the system itself writes, and for nothing that belongs to somebody.
    /// </summary>
    public virtual Task BulkInsert<TEntity>(DbContext db, IReadOnlyList<TEntity> rows, CancellationToken ct)
        where TEntity : class
    {
        db.AddRange(rows);
        return Task.CompletedTask;
    }

    /// <summary>Inserts rows or adds them to those with the same key, in one pass and without reading them first.</summary>
    /// <returns>False where the database has no means for it and nothing was done.</returns>
    public virtual Task<bool> TryAddUp<TEntity>(DbContext db, IReadOnlyList<TEntity> rows, AddedUp columns, CancellationToken ct)
        where TEntity : class => Task.FromResult(false);

    private protected static IReadOnlyList<StoredColumn> StoredColumns<TEntity>(DbContext db) =>
        [.. db.Model.FindEntityType(typeof(TEntity))!.GetProperties().Select(p => new StoredColumn(p))];

    /// <summary>The column of a property, or several of them, as they are named in a statement.</summary>
    private protected string Listed(IEnumerable<string> columns) => string.Join(", ", columns.Select(Quote));

    private protected string AddUpClause<TEntity>(DbContext db, AddedUp columns, string smaller, string larger)
    {
        var entity = db.Model.FindEntityType(typeof(TEntity))!;
        var key = entity.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName());
        var sets = columns.Sums.Select(c => $"{Column(c)} = present.{Column(c)} + excluded.{Column(c)}")
            .Concat(columns.Smallest.Select(c => $"{Column(c)} = {smaller}(present.{Column(c)}, excluded.{Column(c)})"))
            .Concat(columns.Largest.Select(c => $"{Column(c)} = {larger}(present.{Column(c)}, excluded.{Column(c)})"));
        return $"ON CONFLICT ({Listed(key)}) DO UPDATE SET {string.Join(", ", sets)}";

        string Column(string property) => Quote(entity.FindProperty(property)!.GetColumnName());
    }

    /// <summary>A column and how to get its value, as it is stored, from an entity.</summary>
    private protected sealed class StoredColumn(IProperty property)
    {
        private readonly PropertyInfo _property = property.PropertyInfo ?? throw new InvalidOperationException($"{property.Name} has no property to read.");
        private readonly Func<object?, object?>? _convert = property.GetRelationalTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = property.GetColumnName();

        /// <summary>Without length or precision.</summary>
        public string StoreType { get; } = property.GetRelationalTypeMapping().StoreTypeNameBase;

        public Type StoredAs { get; } = Nullable(property.GetRelationalTypeMapping().Converter?.ProviderClrType ?? property.ClrType);

        public object? Of(object row)
        {
            var value = _property.GetValue(row);
            return value is null || _convert is null ? value : _convert(value);
        }

        private static Type Nullable(Type type) =>
            type.IsValueType && System.Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;
    }
}
