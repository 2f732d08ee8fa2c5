namespace Crm.BuildingBlocks;

internal interface ISeenThrough<T>;

internal interface ISpecimen
{
    void Explicit();
}

internal class SeenAsBase<T> : ISeenThrough<T>;

internal interface SeenAsInterface;

[AttributeUsage(AttributeTargets.All)]
internal sealed class SeenAsAttribute(Type type) : Attribute
{
    public Type Type { get; } = type;
}

[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class SeenOnParameter : Attribute;

internal sealed class SeenAsBaseArgument;

internal sealed class SeenInAttribute;

internal class SeenAsConstraint;

internal sealed class SeenAsField;

internal sealed class SeenAsProperty;

internal delegate void SeenAsEvent();

internal sealed class SeenAsParameter;

internal sealed class SeenAsResult;

internal struct SeenByReference;

internal sealed class SeenAsArgument;

internal sealed class SeenInPrimaryConstructor;

internal sealed class SeenInInitialiser;

internal sealed class SeenAsLocal;

internal sealed class SeenInTypeOf;

internal sealed class SeenAsCaught : Exception;

internal sealed class SeenAsPattern;

internal sealed class SeenAsMethodArgument;

internal static class SeenAsCalled
{
    public static object? Make() => null;
}

internal sealed class SeenInLambda;

internal sealed class SeenInInnerLambda;

internal sealed class SeenInLocalFunction;

internal sealed class SeenInAsync;

internal sealed class SeenInAsyncLambda;

internal sealed class SeenInIterator;

internal sealed class SeenInNested;

internal class SeenAsNestedBase;

internal sealed class SeenInExplicit;

/// <summary>Names a type in every way that C# has, each type once.</summary>
[SeenAs(typeof(SeenInAttribute))]
internal sealed class Specimen<TAny>(SeenInPrimaryConstructor captured) : SeenAsBase<SeenAsBaseArgument>, SeenAsInterface, ISpecimen
    where TAny : SeenAsConstraint
{
    private readonly List<SeenAsField?> _field = [];
    private readonly object _initialised = new SeenInInitialiser();

    public event SeenAsEvent? Happened;

    public SeenAsProperty[]? Property { get; init; }

    public SeenAsResult? Signature([SeenOnParameter] SeenAsParameter? parameter, ref SeenByReference reference, Dictionary<string, SeenAsArgument[]> argument)
    {
        Happened?.Invoke();
        GC.KeepAlive((parameter, reference, argument, _field, _initialised, captured));
        return null;
    }

    public static string Body(object value)
    {
        try
        {
            SeenAsLocal[] local = [.. Array.Empty<SeenAsLocal>(), new()];
            _ = SeenAsCalled.Make();
            return value is SeenAsPattern ? $"{local}" : $"{typeof(SeenInTypeOf)} {Enumerable.Empty<SeenAsMethodArgument>()}";
        }
        catch (SeenAsCaught)
        {
            return "";
        }
    }

    public static Func<Func<object>> Lambdas(int number)
    {
        return () =>
        {
            Local(new SeenInLambda());
            return () => (number, new SeenInInnerLambda());
        };

        static void Local(object value) => GC.KeepAlive((value, new SeenInLocalFunction()));
    }

    public static async Task<object> Async()
    {
        await Task.Yield();
        return new SeenInAsync();
    }

    public static Func<Task<object>> AsyncLambda(int number) => async () =>
    {
        await Task.Yield();
        return (number, new SeenInAsyncLambda());
    };

    public static IEnumerable<object> Iterator()
    {
        yield return new SeenInIterator();
    }

    void ISpecimen.Explicit() => GC.KeepAlive(new SeenInExplicit());

    internal sealed class Nested : SeenAsNestedBase
    {
        public static object Body() => new SeenInNested();
    }
}
