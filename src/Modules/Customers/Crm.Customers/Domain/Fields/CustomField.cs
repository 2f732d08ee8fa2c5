using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Fields;

internal readonly record struct CustomFieldId(Guid Value) : ITypedId;

/// <summary>
/// A field that the company gave its customers. Its key never changes; its type and whether it is personal do not once a customer has a value
/// in it. It is retired rather than removed: what stands in it stays readable.
/// </summary>
internal sealed class CustomField : AggregateRoot
{
    private readonly List<FieldOption> _options = [];

    private CustomField(CustomFieldId id, string fieldKey)
    {
        Id = id;
        FieldKey = fieldKey;
    }

    public CustomFieldId Id { get; private set; }

    public override Guid Key => Id.Value;

    /// <summary>By which values, filters and bodies name it.</summary>
    public string FieldKey { get; private set; }

    public string Name { get; private set; } = "";

    public string NameChinese { get; private set; } = "";

    public Phrase Names => new(Name, NameChinese);

    public FieldType Type { get; private set; }

    /// <summary>Encrypted, neither filtered nor sorted by, and erased with the person.</summary>
    public bool IsPersonal { get; private set; }

    public bool IsRetired { get; private set; }

    public bool IsRequired { get; private set; }

    /// <summary>Required of customers of this kind only; null: of all.</summary>
    public CustomerKind? RequiredOf { get; private set; }

    /// <summary>Required from this stage on; null: at once.</summary>
    public Lifecycle? RequiredFrom { get; private set; }

    /// <summary>Of a number.</summary>
    public decimal? Min { get; private set; }

    public decimal? Max { get; private set; }

    /// <summary>Of a date.</summary>
    public DateOnly? Earliest { get; private set; }

    public DateOnly? Latest { get; private set; }

    /// <summary>Characters of a text.</summary>
    public int? MaxLength { get; private set; }

    /// <summary>What the whole of a text has to match, as a regular expression of .NET.</summary>
    public string? Pattern { get; private set; }

    /// <summary>Of a list, in the order in which they are shown.</summary>
    public IReadOnlyList<FieldOption> Options => [.. _options.OrderBy(o => o.Place)];

    public static CustomField Define(string key, FieldFacts facts)
    {
        var field = new CustomField(new CustomFieldId(Guid.CreateVersion7()), key);
        field.Take(facts);
        field.Raise(new CustomFieldWasDefined());
        return field;
    }

    /// <param name="facts">All that is said of it from now on.</param>
    /// <param name="isInUse">Some customer has a value in it.</param>
    public void Change(FieldFacts facts, bool isInUse)
    {
        if (isInUse && facts.Type != Type) throw FieldsRules.TypeInUse.Broken(FieldKey);
        if (isInUse && facts.IsPersonal != IsPersonal) throw FieldsRules.SecrecyInUse.Broken(FieldKey);
        if (isInUse && _options.Find(o => facts.Options.All(f => f.Key != o.Key)) is { } missing) throw FieldsRules.OptionInUse.Broken(missing.Key);
        Take(facts);
        Raise(new CustomFieldWasDefined());
    }

    public bool IsRequiredOf(CustomerKind kind, Lifecycle stage) =>
        IsRequired && !IsRetired && (RequiredOf is null || RequiredOf == kind) && (RequiredFrom is null || stage >= RequiredFrom);

    private void Take(FieldFacts facts)
    {
        (Name, NameChinese, Type, IsPersonal, IsRetired) = (facts.Names.English, facts.Names.Chinese, facts.Type, facts.IsPersonal, facts.IsRetired);
        (IsRequired, RequiredOf, RequiredFrom) = (facts.IsRequired, facts.RequiredOf, facts.RequiredFrom);
        (Min, Max, Earliest, Latest) = (facts.Min, facts.Max, facts.Earliest, facts.Latest);
        (MaxLength, Pattern) = (facts.MaxLength, facts.Pattern);
        _options.RemoveAll(o => facts.Options.All(f => f.Key != o.Key));
        foreach (var (place, said) in facts.Options.Index())
        {
            if (_options.Find(o => o.Key == said.Key) is not { } option) _options.Add(option = new FieldOption(said.Key));
            option.Take(said, place);
        }
    }
}

internal sealed record CustomFieldWasDefined : DomainEvent;

/// <summary>What an administrator says of a field.</summary>
internal sealed record FieldFacts(
    Phrase Names,
    FieldType Type,
    bool IsPersonal,
    bool IsRetired,
    bool IsRequired,
    CustomerKind? RequiredOf,
    Lifecycle? RequiredFrom,
    decimal? Min,
    decimal? Max,
    DateOnly? Earliest,
    DateOnly? Latest,
    int? MaxLength,
    string? Pattern,
    IReadOnlyList<OptionFacts> Options);

/// <param name="Key">By which values name it. Never changes.</param>
/// <param name="Names">As people read it.</param>
/// <param name="IsRetired">It stays where it was chosen, and is not chosen any more.</param>
internal sealed record OptionFacts(string Key, Phrase Names, bool IsRetired);

/// <summary>One of the values of a list.</summary>
internal sealed class FieldOption(string key)
{
    public string Key { get; private set; } = key;

    public string Name { get; private set; } = "";

    public string NameChinese { get; private set; } = "";

    public bool IsRetired { get; private set; }

    /// <summary>Among the others, from 0.</summary>
    public int Place { get; private set; }

    public OptionFacts Facts => new(Key, new Phrase(Name, NameChinese), IsRetired);

    internal void Take(OptionFacts facts, int place) =>
        (Name, NameChinese, IsRetired, Place) = (facts.Names.English, facts.Names.Chinese, facts.IsRetired, place);
}
