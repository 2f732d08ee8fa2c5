using System.Collections;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace Crm.BuildingBlocks.Hosting.Api.Lists;

/// <summary>
/// Builds the parts of a predicate for values of one type. Values are members of a captured object, as the compiler does it, and so become
/// parameters of the SQL: the database and EF Core keep one plan for all values.
/// </summary>
internal abstract class Operand
{
    private static readonly ConcurrentDictionary<Type, Operand> Known = new();

    public static Operand Of(Type type) => Known.GetOrAdd(type, static t => (Operand)Activator.CreateInstance(typeof(Operand<>).MakeGenericType(t))!);

    /// <param name="comparison">One of the four orderings.</param>
    /// <param name="left">A column of this type, or its nullable.</param>
    /// <param name="value">The value to compare with.</param>
    public abstract Expression Compare(ExpressionType comparison, Expression left, object value);

    public abstract Expression IsEqual(Expression left, object value);

    public abstract Expression IsAmong(Expression left, IEnumerable values);

    public static Expression IsNull(Expression value) => Expression.Equal(value, Expression.Constant(null, value.Type));

    public static Expression Captured<TValue>(TValue value) =>
        Expression.Field(Expression.Constant(new Capture<TValue> { Value = value }), nameof(Capture<>.Value));

    private sealed class Capture<TValue>
    {
        public required TValue Value;
    }
}

internal sealed class Operand<T> : Operand
    where T : notnull
{
    private static readonly Dictionary<ExpressionType, MethodInfo> Orderings = new()
    {
        [ExpressionType.LessThan] = ((Func<T, T, bool>)Less).Method,
        [ExpressionType.LessThanOrEqual] = ((Func<T, T, bool>)LessOrEqual).Method,
        [ExpressionType.GreaterThan] = ((Func<T, T, bool>)Greater).Method,
        [ExpressionType.GreaterThanOrEqual] = ((Func<T, T, bool>)GreaterOrEqual).Method,
    };

    public override Expression Compare(ExpressionType comparison, Expression left, object value) =>
        Expression.MakeBinary(comparison, left, As(left.Type, value), liftToNull: false, Orderings[comparison]);

    public override Expression IsEqual(Expression left, object value) => Expression.Equal(left, As(left.Type, value));

    public override Expression IsAmong(Expression left, IEnumerable values)
    {
        // Over the bare value: among values that may be null, PostgreSQL would have to look for null too and could not use an index.
        var bare = left.Type == typeof(T) ? left : Expression.Property(left, nameof(Nullable<>.Value));
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(T)], Captured<IEnumerable<T>>([.. values.Cast<T>()]), bare);
    }

    private static Expression As(Type type, object value)
    {
        var captured = Captured((T)value);
        return type == typeof(T) ? captured : Expression.Convert(captured, type);
    }

    // Expression trees demand a method where a type has no operator, as strings, ids and enums. EF Core looks at the operator only.
    private static bool Less(T left, T right) => Comparer<T>.Default.Compare(left, right) < 0;

    private static bool LessOrEqual(T left, T right) => Comparer<T>.Default.Compare(left, right) <= 0;

    private static bool Greater(T left, T right) => Comparer<T>.Default.Compare(left, right) > 0;

    private static bool GreaterOrEqual(T left, T right) => Comparer<T>.Default.Compare(left, right) >= 0;
}
