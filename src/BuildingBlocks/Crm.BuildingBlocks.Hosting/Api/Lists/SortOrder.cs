using System.Linq.Expressions;

namespace Crm.BuildingBlocks.Hosting.Api.Lists;

internal readonly record struct SortStep(ListField Field, bool Descending);

/// <summary>
/// A total order over rows, and the rows that follow a given one in it. Rows without a value come last in both directions: the databases
/// disagree about where null belongs, so nothing is left to them.
/// </summary>
internal sealed class SortOrder(IReadOnlyList<SortStep> steps, ParameterExpression row)
{
    public IReadOnlyList<SortStep> Steps => steps;

    public IQueryable<TEntity> Apply<TEntity>(IQueryable<TEntity> rows)
    {
        var query = rows.Expression;
        var first = true;
        foreach (var (field, descending) in steps)
        {
            if (field.IsNullable) query = Then<TEntity>(query, field.IsNull(), descending: false, ref first);
            query = Then<TEntity>(query, field.Value, descending, ref first);
        }

        return rows.Provider.CreateQuery<TEntity>(query);
    }

    /// <param name="values">One for each step, as read from the last row of the page before; null where it had none.</param>
    public Expression<Func<TEntity, bool>> After<TEntity>(IReadOnlyList<object?> values)
    {
        var after = AfterFrom(0, values)!;
        // Implied by the rest, but a range that an index can begin its scan with.
        if (!steps[0].Field.IsNullable) after = Expression.AndAlso(steps[0].Field.Compare(OrEqual(steps[0]), values[0]!), after);
        return Expression.Lambda<Func<TEntity, bool>>(after, row);
    }

    private Expression? AfterFrom(int index, IReadOnlyList<object?> values)
    {
        if (index == steps.Count) return null;
        var (field, value, rest) = (steps[index].Field, values[index], AfterFrom(index + 1, values));
        if (value is null) return rest is null ? Expression.Constant(false) : Expression.AndAlso(field.IsNull(), rest);

        var after = field.Compare(steps[index].Descending ? ExpressionType.LessThan : ExpressionType.GreaterThan, value);
        if (field.IsNullable) after = Expression.OrElse(after, field.IsNull());
        return rest is null ? after : Expression.OrElse(after, Expression.AndAlso(field.IsEqual(value), rest));
    }

    private static ExpressionType OrEqual(SortStep step) => step.Descending ? ExpressionType.LessThanOrEqual : ExpressionType.GreaterThanOrEqual;

    private MethodCallExpression Then<TEntity>(Expression query, Expression by, bool descending, ref bool first)
    {
        var method = (first, descending) switch
        {
            (true, false) => nameof(Queryable.OrderBy),
            (true, true) => nameof(Queryable.OrderByDescending),
            (false, false) => nameof(Queryable.ThenBy),
            _ => nameof(Queryable.ThenByDescending),
        };
        first = false;
        return Expression.Call(typeof(Queryable), method, [typeof(TEntity), by.Type], query, Expression.Quote(Expression.Lambda(by, row)));
    }
}
