using System.Text.Json;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.Customers.Application.Fields;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Fields;
using Crm.Customers.Persistence;

namespace Crm.Customers.Application.Imports;

/// <summary>What rows name that is not in them: users, and the fields that the company has defined.</summary>
internal sealed class RowMeaning
{
    private const char BetweenOptions = ';';

    public static readonly RowMeaning None = new(new Dictionary<string, CustomField>());

    private readonly IReadOnlyDictionary<string, CustomField> _fields;
    private readonly Dictionary<string, Caller> _owners = new(StringComparer.OrdinalIgnoreCase);

    private RowMeaning(IReadOnlyDictionary<string, CustomField> fields) => _fields = fields;

    /// <summary>Read once for all rows of a batch.</summary>
    public static async Task<RowMeaning> Of(IEnumerable<CustomerImportRow> rows, CustomersDbContext db, ICallers callers, CancellationToken ct)
    {
        var meaning = new RowMeaning(await db.FieldsInTransaction(ct));
        var named = rows.Select(r => r.Owner).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (named.Count == 0) return meaning;
        foreach (var (name, id) in await callers.Named(named, ct))
        {
            if (await callers.OfUser(id, ct) is { } owner) meaning._owners[name] = owner;
        }

        return meaning;
    }

    /// <summary>A field as profiles can fill it.</summary>
    public static FurtherField FieldOf(CustomField field) => new(CustomerImportRow.FieldPrefix + field.FieldKey, TypeOf(field.Type), field.Names)
    {
        MaxLength = field.Type == FieldType.Text ? field.MaxLength ?? FieldLimits.Text : CustomerLimits.Note,
        IsPersonal = field.IsPersonal || field.Type == FieldType.Text,
        Choices = field.Options.Count == 0 ? null : [.. field.Options.Where(o => !o.IsRetired).Select(o => o.Key)],
        // As it is called in bodies, and with the mark that Salesforce puts on fields of one's own.
        Synonyms = $"{field.FieldKey}|{field.FieldKey}__c|{field.Name}__c",
    };

    /// <summary>Null where the row names nobody, or nobody who is known and that is no matter.</summary>
    /// <exception cref="RuleBroken">It names somebody who is no user.</exception>
    public Caller? OwnerOf(CustomerImportRow row)
    {
        if (row.Owner is not { } name) return null;
        if (_owners.GetValueOrDefault(name) is { } owner) return owner;
        return row.UnknownOwner == UnknownOwner.LeaveOut ? null : throw CustomersRules.OwnerUnknown.Broken(name);
    }

    public IReadOnlyDictionary<string, JsonElement> FieldsOn(CustomerImportRow row, IReadOnlyDictionary<string, JsonElement> present)
    {
        if (row.Further is not { } further) return present;
        var said = further.Said.ToDictionary(f => f.Key[CustomerImportRow.FieldPrefix.Length..], f => f.Value);
        var changed = said.Select(f => (f.Key, Json: Json(_fields.GetValueOrDefault(f.Key), f.Value)))
            .Where(f => !(present.TryGetValue(f.Key, out var there) && JsonElement.DeepEquals(there, f.Json))).ToList();
        if (changed.Count == 0) return present;
        var fields = new Dictionary<string, JsonElement>(present, StringComparer.Ordinal);
        foreach (var (key, json) in changed) fields[key] = json;
        return fields;
    }

    private static JsonElement Json(CustomField? field, object value) => value switch
    {
        string text when field?.Type == FieldType.Choice => Element(KeyOf(field, text)),
        string text when field?.Type == FieldType.Choices => Element(
            text.Split(BetweenOptions, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(t => KeyOf(field, t)).Distinct().Order(StringComparer.Ordinal)),
        decimal number => FieldJson.Write(FieldContent.Of(number)),
        _ => Element(value),
    };

    // Files of people have the words that they see.
    private static string KeyOf(CustomField field, string said) => field.Options
        .FirstOrDefault(o => o.Key == said || string.Equals(o.Name, said, StringComparison.OrdinalIgnoreCase) || o.NameChinese == said)?.Key ?? said;

    private static JsonElement Element<T>(T value) => JsonSerializer.SerializeToElement(value, CrmJson.Options);

    private static Type TypeOf(FieldType type) => type switch
    {
        FieldType.Number => typeof(decimal),
        FieldType.Date => typeof(DateOnly),
        FieldType.Flag => typeof(bool),
        _ => typeof(string),
    };
}
