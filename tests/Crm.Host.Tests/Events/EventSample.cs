using System.Reflection;

namespace Crm.Host.Tests.Events;

/// <summary>One and the same value of any event for ever: every property is set, and no two of one kind alike.</summary>
internal sealed class EventSample
{
    private int _number;

    public static object Of(Type happened) => new EventSample().Make(happened);

    private object Make(Type type)
    {
        var constructor = type.GetConstructors().Single(c => c.GetParameters() is not [{ } only] || only.ParameterType != type);
        return constructor.Invoke([.. constructor.GetParameters().Select(Value)]);
    }

    private object Value(ParameterInfo parameter)
    {
        _number++;
        return Value(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType, parameter.Name!);
    }

    private object Value(Type type, string name)
    {
        if (type == typeof(string)) return $"{name} {_number}";
        if (type == typeof(Guid)) return new Guid(_number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
        if (type == typeof(int)) return _number;
        if (type == typeof(long)) return (long)_number;
        if (type == typeof(decimal)) return _number + 0.12345678m;
        if (type == typeof(bool)) return true;
        if (type == typeof(DateOnly)) return new DateOnly(2026, 1, 1).AddDays(_number);
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.FromHours(8)).AddMinutes(_number);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) return List(type.GetGenericArguments()[0], name);
        return Make(type);
    }

    private Array List(Type element, string name)
    {
        var list = Array.CreateInstance(element, 2);
        for (var i = 0; i < list.Length; i++) list.SetValue(Value(element, name), i);
        return list;
    }
}
