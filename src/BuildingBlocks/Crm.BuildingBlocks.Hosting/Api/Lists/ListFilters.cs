using System.Linq.Expressions;

namespace Crm.BuildingBlocks.Hosting.Api.Lists;

/// <summary>
/// The filters of a list for those who choose rows without showing them, such as a sample or a segment: the same fields, operators and masks,
/// so that whatever can be listed can be chosen.
/// </summary>
public abstract class ListFilters<TEntity>
    where TEntity : class
{
    /// <summary>The rows that a list would show for these parameters.</summary>
    /// <param name="rows">To choose from.</param>
    /// <param name="query">Filters and <c>q</c> of a query string, without a question mark.</param>
    /// <param name="reader">Who asks, and when.</param>
    /// <exception cref="InvalidInput">Something in it is unknown or malformed.</exception>
    public abstract IQueryable<TEntity> Chosen(IQueryable<TEntity> rows, string query, FilterReader reader);

    /// <summary>The predicate of one filter.</summary>
    /// <param name="pointer">Where the filter stands, for errors.</param>
    /// <param name="field">As in <c>filter[field]</c>.</param>
    /// <param name="op">As in <c>filter[field][op]</c>.</param>
    /// <param name="value">As it is written there.</param>
    /// <param name="reader">Who asks, and when.</param>
    /// <exception cref="InvalidInput">It is unknown or malformed; the error stands at the pointer.</exception>
    public abstract Expression<Func<TEntity, bool>> Condition(string pointer, string field, string op, string value, FilterReader reader);
}

/// <param name="Caller">Whose zone and masks hold.</param>
/// <param name="Now">The moment that relative dates are relative to.</param>
/// <param name="Services">Where parts of rows are read from.</param>
public sealed record FilterReader(Caller Caller, DateTimeOffset Now, IServiceProvider Services);
