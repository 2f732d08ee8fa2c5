using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Crm.BuildingBlocks.Hosting.Api.Lists;

/// <summary>
/// A field of what rows have several of, or may have, in a table of its own. A row is found when any of its parts fits; <c>ne</c>, <c>nin</c> and
/// <c>isNull</c> ask that none does. It becomes <c>key IN (SELECT ...)</c>, which every database can begin with an index of the parts.
/// </summary>
internal sealed class PartField<TPart, TKey> : ListField
    where TPart : class
{
    private readonly ListField _part;
    private readonly ParameterExpression _row;
    private readonly Func<IServiceProvider, IQueryable<TPart>> _parts;
    private readonly Expression<Func<TPart, TKey>> _owner;
    private readonly Expression _key;

    /// <param name="name">As in <c>filter[name]</c>.</param>
    /// <param name="part">The value, over the parameter of <paramref name="owner"/>.</param>
    /// <param name="parts">All of them.</param>
    /// <param name="owner">From a part, the key of its row.</param>
    /// <param name="key">The same key, over the row.</param>
    /// <param name="sort">Over the row, where it can be sorted by.</param>
    public PartField(string name, ListField part, Func<IServiceProvider, IQueryable<TPart>> parts, Expression<Func<TPart, TKey>> owner, Expression key, Expression? sort)
        : base(name, sort ?? part.Value, sort is not null)
    {
        (_part, _parts, _owner, _key) = (part, parts, owner, key);
        _row = owner.Parameters[0];
    }

    public override bool IsNullable => true;

    public override string? Column => null;

    public override Expression Filter(string op, string text, FilterScope scope) => op switch
    {
        "isNull" => text switch
        {
            "true" => Expression.Not(Any(null, scope)),
            "false" => Any(null, scope),
            _ => base.Filter(op, text, scope),
        },
        "ne" => Expression.Not(Any(_part.Filter("eq", text, scope), scope)),
        "nin" => Expression.Not(Any(_part.Filter("in", text, scope), scope)),
        _ => Any(_part.Filter(op, text, scope), scope),
    };

    private Expression Any(Expression? fits, FilterScope scope)
    {
        var parts = _parts(scope.Services);
        if (fits is not null) parts = parts.Where(Expression.Lambda<Func<TPart, bool>>(fits, _row));
        return Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(TKey)], parts.Select(_owner).Expression, _key);
    }
}

/// <summary>What a filter is understood with.</summary>
/// <param name="Parameter">Its name in the query string, for errors.</param>
/// <param name="Days">Day borders in the caller's zone.</param>
/// <param name="Now">The moment that relative dates are relative to.</param>
/// <param name="Services">Of the request.</param>
internal sealed record FilterScope(string Parameter, LocalDays Days, DateTimeOffset Now, IServiceProvider Services);

public sealed partial class ListSpec<TEntity, TRow>
{
    /// <summary>
    /// A field of what rows have several of, or may have, in a table of its own: <c>eq</c>, <c>in</c> and the like find rows of which any part
    /// fits, <c>ne</c>, <c>nin</c> and <c>isNull</c> those of which none does.
    /// </summary>
    /// <param name="name">As in <c>filter[name]</c>.</param>
    /// <param name="parts">All of them, from the context of the request.</param>
    /// <param name="owner">From a part, the key of its row.</param>
    /// <param name="key">The same key, from the row.</param>
    /// <param name="value">From a part; where it is null it fits nothing. Should be indexed, with the owner behind it.</param>
    /// <param name="read">Makes of a text that is asked for what is stored, such as its folded form.</param>
    /// <param name="sort">What rows are sorted by; left out, they cannot be.</param>
    public ListSpec<TEntity, TRow> PartField<TPart, TKey, TValue>(
        string name, Func<IServiceProvider, IQueryable<TPart>> parts, Expression<Func<TPart, TKey>> owner, Expression<Func<TEntity, TKey>> key,
        Expression<Func<TPart, TValue>> value, Func<string, string>? read = null, LambdaExpression? sort = null)
        where TPart : class
    {
        var part = new ListField(name, ReplacingExpressionVisitor.Replace(value.Parameters[0], owner.Parameters[0], value.Body), sortable: false) { Read = read };
        var sorted = sort is null ? null : ReplacingExpressionVisitor.Replace(sort.Parameters[0], _row, sort.Body);
        _fields.Add(name, new PartField<TPart, TKey>(name, part, parts, owner, OverRow(key), sorted));
        return this;
    }

    /// <summary>The rows that filters and search of a request find, in no order: for what is done with all of them.</summary>
    /// <exception cref="InvalidInput">Something in the query string is unknown, malformed or given twice.</exception>
    public IQueryable<TEntity> Matching(IQueryable<TEntity> source, ListRequest request) => Plan(source, request).Found;
}
