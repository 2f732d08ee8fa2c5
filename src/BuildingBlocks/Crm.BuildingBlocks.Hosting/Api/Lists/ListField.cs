using System.Linq.Expressions;
using System.Reflection;

namespace Crm.BuildingBlocks.Hosting.Api.Lists;

/// <summary>One field by which a list can be filtered or sorted.</summary>
internal class ListField
{
    private readonly Operand _operand;

    public ListField(string name, Expression value, bool sortable)
    {
        Name = name;
        ValueType = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        Kind = Values.KindOf(ValueType);
        Sortable = sortable;
        var mayBeNull = Nullability.MayBeNull(value);
        IsNullable = mayBeNull;
        Value = mayBeNull && value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null
            ? Expression.Convert(value, typeof(Nullable<>).MakeGenericType(value.Type))
            : value;
        _operand = Operand.Of(ValueType);
    }

    public string Name { get; }

    /// <summary>Over the spec's one parameter; nullable whenever the database may give null.</summary>
    public Expression Value { get; }

    /// <summary>The property of the entity that it is; null where it is worked out or belongs to something else.</summary>
    public virtual string? Column => (Value is UnaryExpression { NodeType: ExpressionType.Convert } conversion ? conversion.Operand : Value) is MemberExpression
    {
        Member: PropertyInfo property,
        Expression: ParameterExpression,
    } ? property.Name : null;

    public Type ValueType { get; }

    public ValueKind Kind { get; }

    public virtual bool IsNullable { get; }

    /// <summary>Makes of a text that is asked for what is stored; null: it is stored as it is written.</summary>
    public Func<string, string>? Read { get; init; }

    public bool Sortable { get; }

    /// <summary>The predicate of one filter, over the spec's parameter.</summary>
    public virtual Expression Filter(string op, string text, FilterScope scope) => new FilterParser(scope.Parameter, this, scope.Days, scope.Now).Parse(op, text);

    public Expression Compare(ExpressionType comparison, object value) => _operand.Compare(comparison, Value, value);

    public Expression IsEqual(object value) => _operand.IsEqual(Value, value);

    public Expression IsAmong(IEnumerable<object> values) => _operand.IsAmong(Value, values);

    public Expression IsNull() => Operand.IsNull(Value);
}

/// <summary>Whether an expression over a row can be null in the database, also where the path leads through an optional relation.</summary>
internal static class Nullability
{
    private static readonly NullabilityInfoContext Context = new();

    public static bool MayBeNull(Expression value)
    {
        if (Nullable.GetUnderlyingType(value.Type) is not null) return true;
        var step = value;
        while (true)
        {
            switch (step)
            {
                case ParameterExpression:
                    return false;
                case UnaryExpression { NodeType: ExpressionType.Convert } conversion:
                    step = conversion.Operand;
                    break;
                case MemberExpression { Member: PropertyInfo property, Expression: { } owner }:
                    if (!IsRequired(property)) return true;
                    step = owner;
                    break;
                default:
                    return !value.Type.IsValueType;
            }
        }
    }

    private static bool IsRequired(PropertyInfo property)
    {
        if (property.PropertyType.IsValueType) return Nullable.GetUnderlyingType(property.PropertyType) is null;
        lock (Context) return Context.Create(property).ReadState == NullabilityState.NotNull;
    }
}
