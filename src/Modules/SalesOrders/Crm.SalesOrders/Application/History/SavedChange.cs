using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Audit;

namespace Crm.SalesOrders.Application.History;

/// <summary>What one save changed in one record, as the audit trail has it: property path to the values before and after.</summary>
internal sealed class SavedChange(AuditEntry entry)
{
    private readonly JsonObject _changes = entry.Changes is { } text && JsonNode.Parse(text) is JsonObject changes ? changes : [];

    public AuditEntry Entry { get; } = entry;

    public string Action => Entry.Action;

    public Guid RecordId => Entry.RecordId!.Value;

    /// <summary>Whether the value is another one since.</summary>
    public bool Has(string path) => _changes.ContainsKey(path);

    /// <summary>Whether the record came into being with it.</summary>
    public bool IsNew(string path) => Has(path) && Before(path) is null;

    public string? Before(string path) => Text(_changes[path]?[0]);

    public string? After(string path) => Text(_changes[path]?[1]);

    public decimal? NumberAfter(string path) => Number(_changes[path]?[1]);

    /// <summary>By how much a number is more than before; 0 where it is the same.</summary>
    public decimal Difference(string path) => (Number(_changes[path]?[1]) ?? 0m) - (Number(_changes[path]?[0]) ?? 0m);

    /// <summary>Ids of the parts of which the value changed: those of <c>shipments[id].lostOn</c> for <c>shipments</c> and <c>lostOn</c>.</summary>
    public IEnumerable<string> PartsWith(string list, string property) => _changes
        .Select(change => change.Key)
        .Where(path => path.StartsWith($"{list}[", StringComparison.Ordinal) && path.EndsWith($"].{property}", StringComparison.Ordinal) && path.IndexOf(']', StringComparison.Ordinal) == path.Length - property.Length - 2)
        .Select(path => path[(list.Length + 1)..^(property.Length + 2)]);

    /// <summary>Sum of a number over the parts of a part.</summary>
    public decimal SumWithin(string path, string property) => _changes
        .Where(change => change.Key.StartsWith(path, StringComparison.Ordinal) && change.Key.EndsWith($".{property}", StringComparison.Ordinal))
        .Sum(change => Number(change.Value?[1]) ?? 0m);

    private static decimal? Number(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.GetValue<decimal>() : null;

    private static string? Text(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.GetValue<decimal>().ToString(CultureInfo.InvariantCulture),
        _ => node.ToJsonString(),
    };
}
