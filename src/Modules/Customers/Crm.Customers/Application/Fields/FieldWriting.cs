using System.Text.Json;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Fields;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Fields;

/// <summary>Holds what is said in the company's own fields against their definitions.</summary>
internal static class FieldWriting
{
    private static readonly Phrase Unknown = new("There is no such field. Known: {0}.", "没有该字段。可用：{0}。");
    private static readonly Phrase Required = new("This field is required.", "此字段必填。");

    /// <summary>The details with the fields as they are said; what is retired and was not said stays.</summary>
    /// <param name="db">Of the customer.</param>
    /// <param name="details">All else that is said.</param>
    /// <param name="said">By the keys of the fields.</param>
    /// <param name="present">The customer as it is; null for a new one.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="InvalidInput">With one pointer per field that is wrong.</exception>
    public static async Task<CustomerDetails> WithFields(
        this CustomersDbContext db, CustomerDetails details, IReadOnlyDictionary<string, JsonElement> said, Customer? present, CancellationToken ct)
    {
        var fields = await db.FieldsInTransaction(ct);
        var before = present?.FieldContents ?? new Dictionary<string, FieldContent>();
        if (said.Count == 0 && fields.Count == 0 && before.Count == 0) return details with { Fields = new Dictionary<string, FieldEntry>() };
        var entries = new Dictionary<string, FieldEntry>(StringComparer.Ordinal);
        var errors = new List<InputError>();
        foreach (var (key, json) in said) Take(key, json);
        foreach (var retired in fields.Values.Where(f => f.IsRetired && !said.ContainsKey(f.FieldKey) && before.ContainsKey(f.FieldKey)))
            entries[retired.FieldKey] = new FieldEntry(before[retired.FieldKey], retired.IsPersonal);
        errors.AddRange(fields.Values.Where(IsMissing).Select(f => new InputError(PointerTo(f.FieldKey), Required)));
        return errors.Count == 0 ? details with { Fields = entries } : throw new InvalidInput(errors);

        void Take(string key, JsonElement json)
        {
            if (!fields.TryGetValue(key, out var field))
            {
                errors.Add(new InputError(PointerTo(key), Unknown, string.Join(", ", fields.Values.Where(f => !f.IsRetired).Select(f => f.FieldKey))));
                return;
            }

            var stands = before.TryGetValue(key, out var there) ? there : (FieldContent?)null;
            var (content, fault) = FieldJson.Read(field.Type, json);
            if (content is { } written) fault = field.FaultOf(written, stands);
            if (fault is not null) errors.Add(new InputError(PointerTo(key), fault.Text, fault.Values));
            else if (content is { } good) entries[key] = new FieldEntry(good, field.IsPersonal);
        }

        // A field that became required is not asked for by every small change of a record from before: only where it is emptied, or the
        // customer comes to be one of those who need it.
        bool IsMissing(CustomField field) =>
            field.IsRequiredOf(details.Kind, details.Lifecycle) && !entries.ContainsKey(field.FieldKey) && errors.TrueForAll(e => e.Pointer != PointerTo(field.FieldKey))
            && (present is null || before.ContainsKey(field.FieldKey) || !field.IsRequiredOf(present.Kind, present.Lifecycle));
    }

    /// <summary>All definitions, read once per transaction however many customers are written in it.</summary>
    public static async Task<IReadOnlyDictionary<string, CustomField>> FieldsInTransaction(this CustomersDbContext db, CancellationToken ct)
    {
        var kept = db.InTransaction<KnownFields>();
        return kept.Fields ??= await db.CustomFields.AsNoTracking().ToDictionaryAsync(f => f.FieldKey, StringComparer.Ordinal, ct);
    }

    private static string PointerTo(string key) => $"/fields/{JsonPointer.Escape(key)}";

    private sealed class KnownFields
    {
        public Dictionary<string, CustomField>? Fields { get; set; }
    }
}
