using System.Reflection;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Imports.Guessing;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>The fields of a row record, as its constructor names them.</summary>
internal sealed class RowShape
{
    private readonly ConstructorInvoker _constructor;

    private RowShape(ConstructorInfo constructor, IReadOnlyList<FieldShape> fields)
    {
        (_constructor, Fields) = (ConstructorInvoker.Create(constructor), fields);
        List = fields.SingleOrDefault(f => f.Element is not null);
    }

    public IReadOnlyList<FieldShape> Fields { get; }

    /// <summary>The field that the second file fills, if there is one.</summary>
    public FieldShape? List { get; }

    public static RowShape Of(Type row)
    {
        var constructor = row.GetConstructors() is [var only] ? only : throw new InvalidOperationException($"{row.Name} needs exactly one public constructor.");
        var nullability = new NullabilityInfoContext();
        return new RowShape(constructor, [.. constructor.GetParameters().Select(p => FieldOf(p, nullability))]);
    }

    public object New(object?[] values) => _constructor.Invoke(values.AsSpan());

    private static IEnumerable<string> NamesOf(string name, ImportFieldAttribute? described) => described is null
        ? [name]
        : [name, described.Text.In(Language.English), described.Text.In(Language.Chinese), .. described.Synonyms.Split('|')];

    private static FieldShape FieldOf(ParameterInfo parameter, NullabilityInfoContext nullability)
    {
        var described = parameter.GetCustomAttribute<ImportFieldAttribute>();
        var inner = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var isRequired = !parameter.HasDefaultValue && nullability.Create(parameter).WriteState == NullabilityState.NotNull;
        var element = inner.IsGenericType && inner.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? inner.GenericTypeArguments[0] : null;
        if (element is null && !TextValues.CanRead(inner)) throw new InvalidOperationException($"{parameter.Member.DeclaringType!.Name}.{parameter.Name} is of a type that no text can be read as.");
        return new FieldShape(
            JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!), inner, isRequired, parameter.HasDefaultValue ? parameter.DefaultValue : null,
            described?.MaxLength ?? 200, described?.Text, element is null ? null : Of(element), element)
        {
            Content = described?.Content ?? ImportContent.Any,
            IsPersonal = described is { IsPersonal: true } or { Content: ImportContent.Email or ImportContent.Phone or ImportContent.PersonName },
            Names = [.. NamesOf(parameter.Name!, described).Select(HeaderWords.WordsOf).Where(n => n.Length > 0).Distinct()],
        };
    }
}

/// <param name="Name">Camel case.</param>
/// <param name="Type">Without its question mark.</param>
/// <param name="IsRequired">An empty one fails the row.</param>
/// <param name="Default">For an empty one that is not required.</param>
/// <param name="MaxLength">Of a text.</param>
/// <param name="Text">In words.</param>
/// <param name="Element">Fields of the records of a list.</param>
/// <param name="ElementType">Their type.</param>
internal sealed record FieldShape(
    string Name, Type Type, bool IsRequired, object? Default, int MaxLength, Phrase? Text, RowShape? Element, Type? ElementType)
{
    /// <summary>What its values look like.</summary>
    public ImportContent Content { get; init; }

    /// <summary>It may say something of a person.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>What columns that hold it are called, as words.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}
