using System.Linq.Expressions;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Microsoft.EntityFrameworkCore.Query;

namespace Crm.BuildingBlocks.Hosting.Api.Lists;

/// <summary>
/// How one resource is listed: what can be filtered, sorted, searched and expanded, and what a row looks like. Made once, as a static;
/// used with <c>await Spec.Page(db.Orders, request, ct)</c>.
/// </summary>
/// <param name="resource">Names the resource in masks: <c>customers</c> of <c>customers.taxId</c>.</param>
public sealed partial class ListSpec<TEntity, TRow>(string resource)
    where TEntity : class
    where TRow : class
{
    private readonly Dictionary<string, ListField> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Expansion<TRow>> _expansions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ownParameters = new(StringComparer.Ordinal);
    private readonly ParameterExpression _row = Expression.Parameter(typeof(TEntity), "row");
    private readonly List<string> _searched = [];
    private ListSearch<TEntity>? _search;
    private ListField? _key;
    private Expression? _select;
    private string _defaultSort = "";

    /// <summary>A field to filter and sort by. Its name is its path in the row's JSON, so that one mask covers both.</summary>
    /// <param name="name">As in <c>filter[name]</c>, e.g. <c>customer.name</c>.</param>
    /// <param name="value">Must translate to SQL; should be indexed.</param>
    /// <param name="sortable">False where an order would need a sort of the whole table.</param>
    public ListSpec<TEntity, TRow> Field<TValue>(string name, Expression<Func<TEntity, TValue>> value, bool sortable = true)
    {
        _fields.Add(name, new ListField(name, OverRow(value), sortable));
        return this;
    }

    /// <summary>What <c>q=</c> does, by a query of the resource's own, such as a full-text index.</summary>
    /// <param name="search">Narrows the rows to those that match the words, with what it needs from the services of the request.</param>
    /// <param name="reveals">Fields whose content could be guessed by searching: a caller to whom one is masked cannot search.</param>
    public ListSpec<TEntity, TRow> Search(ListSearch<TEntity> search, params string[] reveals)
    {
        _search = search;
        _searched.AddRange(reveals);
        return this;
    }

    /// <summary>Makes <c>q=</c> find rows in which any of these text fields contains the words; masked ones are not looked at.</summary>
    public ListSpec<TEntity, TRow> SearchIn(params string[] fields)
    {
        _searched.AddRange(fields);
        return this;
    }

    /// <summary>The order when none is asked for, as in <c>sort=</c>.</summary>
    public ListSpec<TEntity, TRow> DefaultSort(string sort)
    {
        _defaultSort = sort;
        return this;
    }

    /// <summary>Makes every order total, so that no row is lost or doubled between pages: a typed id or a Guid.</summary>
    public ListSpec<TEntity, TRow> Key<TKey>(Expression<Func<TEntity, TKey>> key)
    {
        _key = new ListField("id", OverRow(key), sortable: true);
        return this;
    }

    public ListSpec<TEntity, TRow> Select(Expression<Func<TEntity, TRow>> row)
    {
        _select = OverRow(row);
        return this;
    }

    /// <summary>Lets <c>expand=name</c> put another resource beside the row, with one more query for a whole page.</summary>
    /// <param name="name">Property it appears under; the row must not have it.</param>
    /// <param name="key">Of the other resource, from the row.</param>
    /// <param name="other">How the other resource is listed; a function, since lists may expand to each other.</param>
    /// <param name="source">Its rows, limited to what the caller may see.</param>
    public ListSpec<TEntity, TRow> Expand<TOther, TOtherRow>(
        string name, Func<TRow, Guid?> key, Func<ListSpec<TOther, TOtherRow>> other, Func<IServiceProvider, IQueryable<TOther>> source)
        where TOther : class
        where TOtherRow : class => Add(new ResourceExpansion<TRow, TOther, TOtherRow>(name, key, other, source));

    /// <summary>Lets <c>expand=name</c> put anything beside the row that is loaded for all rows of a page at once.</summary>
    public ListSpec<TEntity, TRow> Expand<TValue>(string name, Func<TRow, Guid?> key, ExpansionLoader<TValue> load)
        where TValue : class => Add(new LoadedByKeys<TRow, TValue>(name, key, load));

    /// <summary>A query parameter that the endpoint reads itself.</summary>
    public ListSpec<TEntity, TRow> Parameter(string name)
    {
        _ownParameters.Add(name);
        return this;
    }

    /// <summary>What the API description says about the list. Throws when the spec is incomplete or contradicts itself.</summary>
    public ListMetadata Describe()
    {
        foreach (var name in _searched.Where(name => _search is null && _fields.GetValueOrDefault(name)?.Kind != ValueKind.Text))
            throw new InvalidOperationException($"List {resource}: search in '{name}', which is no text field.");
        _ = Projection;
        Steps(_defaultSort, Masks.None);
        return new ListMetadata(
            typeof(TEntity),
            typeof(TRow),
            [.. _fields.Values.Select(f => new ListFieldMetadata(f.Name, f.Column, f.Kind, f.ValueType, f.IsNullable, f.Sortable, Operators.Of(f)))],
            _defaultSort,
            [.. _expansions.Keys],
            Searchable: _search is not null || _searched.Count > 0);
    }

    private ListField TieBreaker => _key ?? throw new InvalidOperationException($"List {resource}: Key is missing.");

    private Expression Projection => _select ?? throw new InvalidOperationException($"List {resource}: Select is missing.");

    private ListSpec<TEntity, TRow> Add(Expansion<TRow> expansion)
    {
        if (FieldPaths.Of(typeof(TRow)).Contains(expansion.Name))
            throw new InvalidOperationException($"List {resource}: the row already has a property '{expansion.Name}'.");
        _expansions.Add(expansion.Name, expansion);
        return this;
    }

    // Every expression is moved to one parameter here, once, so that requests only combine them.
    private Expression OverRow<TValue>(Expression<Func<TEntity, TValue>> lambda) =>
        ReplacingExpressionVisitor.Replace(lambda.Parameters[0], _row, lambda.Body);
}

/// <summary>Narrows rows to those that match the words of <c>q=</c>.</summary>
public delegate IQueryable<TEntity> ListSearch<TEntity>(IQueryable<TEntity> rows, string words, IServiceProvider services);
