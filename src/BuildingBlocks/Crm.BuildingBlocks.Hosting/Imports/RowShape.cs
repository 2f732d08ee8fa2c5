using System.Reflection;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Imports.Guessing;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>The fields of a row record, as its constructor names them.</summary>
internal sealed class RowShape
{
    private readonly ConstructorInvoker _constructor;
    private readonly int _own;
    private readonly bool _takesFurther;

    private RowShape(ConstructorInvoker constructor, bool takesFurther, int own, IReadOnlyList<FieldShape> fields)
    {
        (_constructor, _takesFurther, _own, Fields) = (constructor, takesFurther, own, fields);
        List = fields.SingleOrDefault(f => f.Element is not null);
    }

    public IReadOnlyList<FieldShape> Fields { get; }

    /// <summary>The field that the second file fills, if there is one.</summary>
    public FieldShape? List { get; }

    public static RowShape Of(Type row)
    {
        var constructor = row.GetConstructors() is [var only] ? only : throw new InvalidOperationException($"{row.Name} needs exactly one public constructor.");
        var nullability = new NullabilityInfoContext();
        var takesFurther = constructor.GetParameters() is [.., var last] && last.ParameterType == typeof(FurtherValues);
        var fields = constructor.GetParameters().Where(p => p.ParameterType != typeof(FurtherValues)).Select(p => FieldOf(p, nullability)).ToList();
        return new RowShape(ConstructorInvoker.Create(constructor), takesFurther, fields.Count, fields);
    }

    /// <summary>The same with fields that are known only now.</summary>
    public RowShape With(IEnumerable<FurtherField> further) => _takesFurther
        ? new RowShape(_constructor, _takesFurther, _own, [.. Fields.Take(_own), .. further.Select(FieldOf)])
        : throw new InvalidOperationException($"The row takes no further fields: it needs {nameof(FurtherValues)} as its last parameter.");

    public object New(object?[] values)
    {
        if (!_takesFurther) return _constructor.Invoke(values.AsSpan());
        object?[] arguments = [.. values.AsSpan(0, _own), FurtherIn(values)];
        return _constructor.Invoke(arguments.AsSpan());
    }

    private FurtherValues? FurtherIn(object?[] values)
    {
        var said = Enumerable.Range(_own, Fields.Count - _own).Where(i => values[i] is not null).ToDictionary(i => Fields[i].Name, i => values[i]!);
        return said.Count == 0 ? null : new FurtherValues(said);
    }

    private static IReadOnlyList<string> NamesOf(string name, Phrase? text, string? synonyms) =>
        [.. new[] { name, text?.In(Language.English), text?.In(Language.Chinese) }.Concat(synonyms?.Split('|') ?? []).OfType<string>()
            .Select(HeaderWords.WordsOf).Where(n => n.Length > 0).Distinct()];

    private static FieldShape FieldOf(FurtherField further)
    {
        if (!TextValues.CanRead(further.Type)) throw new InvalidOperationException($"{further.Name} is of a type that no text can be read as.");
        return new FieldShape(further.Name, further.Type, IsRequired: false, Default: null, further.MaxLength, further.Text, Element: null, ElementType: null)
        {
            IsFurther = true,
            IsPersonal = further.IsPersonal,
            Choices = further.Choices,
            Names = NamesOf(further.Name, further.Text, further.Synonyms),
        };
    }

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
            Names = NamesOf(parameter.Name!, described?.Text, described?.Synonyms),
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

    /// <summary>It is known only when the target is asked.</summary>
    public bool IsFurther { get; init; }

    /// <summary>Of a text that is one of these, or several of them.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>What columns that hold it are called, as words.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}
