using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Contacting;

namespace Crm.Customers.Application.Merging;

/// <summary>What becomes of a survivor: its own values, filled up from the others; where a choice was made, that; lists united, each part once.</summary>
/// <param name="Choices">Field to the customer whose value it takes.</param>
internal sealed record MergePlan(IReadOnlyDictionary<string, Guid> Choices)
{
    private const string CreditTerms = "creditTerms";

    // The company's number is nobody else's, and a person is no company.
    private static readonly string[] Kept = ["code", "kind"];

    // They go with what they say the reason of; what a customer may owe is said by whoever may say it, and not by the way.
    private static readonly string[] NotChosen = ["ownershipReason", "blockReason", CreditTerms];

    private static readonly string[] Belonging = ["ownerId", "unitId", "territoryId"];

    private static readonly Phrase CannotBeChosen = new("'{0}' is no field of which one value is chosen.", "字段 '{0}' 不能选择取值。");

    /// <summary>Refuses choices of what is united, kept or unknown, or of a customer that takes no part.</summary>
    public void Require(JsonObject survivor, IReadOnlyCollection<Guid> taking)
    {
        foreach (var (field, from) in Choices)
        {
            var name = field.Split('.')[0];
            var isPlain = survivor.ContainsKey(name) && !Kept.Contains(name) && !NotChosen.Contains(name) && survivor[name] is not JsonArray && (name == "fields" || field == name);
            if (!isPlain || !taking.Contains(from)) throw new InvalidInput($"/fields/{field}", CannotBeChosen, field);
        }
    }

    /// <param name="survivor">As it is.</param>
    /// <param name="survivorCountry">For phone numbers that do not say theirs.</param>
    /// <param name="other">That is merged into it.</param>
    /// <param name="otherId">Which it is.</param>
    /// <param name="otherCountry">Of that one.</param>
    public JsonObject United(JsonObject survivor, string? survivorCountry, JsonObject other, Guid otherId, string? otherCountry)
    {
        var united = survivor.DeepClone().AsObject();
        foreach (var (name, theirs) in other)
        {
            if (Kept.Contains(name) || name == "ownershipReason") continue;
            united[name] = (name, united[name], theirs) switch
            {
                ("isBlocked", var mine, _) => IsTrue(mine) || IsTrue(theirs),
                ("tags", JsonArray mine, JsonArray add) => Tags(mine, add),
                ("contactPoints", JsonArray mine, JsonArray add) => Points(mine, survivorCountry, add, otherCountry),
                ("addresses", JsonArray mine, JsonArray add) => Addresses(mine, add),
                ("contacts", JsonArray mine, JsonArray add) => Contacts(mine, survivorCountry, add, otherCountry),
                (_, JsonArray mine, JsonArray add) => Distinct(mine, add, part => ImageParts.KeyOf(name, part)),
                (CreditTerms, JsonObject mine, JsonObject add) => JsonSerializer.SerializeToNode(Credit(mine).With(Credit(add)), CrmJson.Options),
                ("fields", JsonObject mine, JsonObject add) => Fields(mine, add, otherId),
                (_, var mine, _) => Chosen(name, otherId) || IsEmpty(mine) ? theirs?.DeepClone() : mine?.DeepClone(),
            };
        }

        // Nobody said why it belongs to those to whom it comes by the merge.
        if (Belonging.Any(name => !JsonNode.DeepEquals(united[name], survivor[name]))) united["ownershipReason"] = null;
        return united;
    }

    private bool Chosen(string field, Guid from) => Choices.TryGetValue(field, out var chosen) && chosen == from;

    private JsonObject Fields(JsonObject mine, JsonObject theirs, Guid otherId)
    {
        var united = mine.DeepClone().AsObject();
        foreach (var (key, value) in theirs)
        {
            if (!united.ContainsKey(key) || Chosen($"fields.{key}", otherId)) united[key] = value?.DeepClone();
        }

        return united;
    }

    private static ImagedCredit Credit(JsonObject terms) => terms.Deserialize<ImagedCredit>(CrmJson.Options)!;

    private static JsonArray Tags(JsonArray mine, JsonArray theirs) => Distinct(mine, theirs, tag => Folding.Fold(tag.GetValue<string>()));

    private static JsonArray Points(JsonArray mine, string? country, JsonArray theirs, string? theirCountry)
    {
        var united = mine.DeepClone().AsArray();
        foreach (var point in theirs.Select(p => p!.DeepClone().AsObject()))
        {
            var key = PointKey(point, theirCountry);
            if (united.FirstOrDefault(p => PointKey(p!.AsObject(), country) == key) is JsonObject same)
            {
                // Who does not want to be called does not want it by the other record either.
                foreach (var flag in new[] { "isVerified", "isOptedOut" }) same[flag] = IsTrue(same[flag]) || IsTrue(point[flag]);
                if (IsEmpty(same["label"])) same["label"] = point["label"]?.DeepClone();
                continue;
            }

            if (united.Any(p => IsOfKind(p!, point, "kind", "network"))) point["isPrimary"] = false;
            united.Add((JsonNode)point);
        }

        return united;
    }

    private static string PointKey(JsonObject point, string? country)
    {
        var kind = Enum.Parse<ContactPointKind>(point["kind"]!.GetValue<string>(), ignoreCase: true);
        return $"{kind}|{point["network"]}|{ContactPoint.Normalise(kind, point["value"]!.GetValue<string>(), country)}";
    }

    private static JsonArray Addresses(JsonArray mine, JsonArray theirs)
    {
        var united = mine.DeepClone().AsArray();
        foreach (var address in theirs.Select(a => a!.DeepClone().AsObject()))
        {
            if (united.Any(a => AddressKey(a!) == AddressKey(address))) continue;
            if (united.Any(a => IsOfKind(a!, address, "kind"))) address["isPrimary"] = false;
            united.Add((JsonNode)address);
        }

        return united;
    }

    private static string AddressKey(JsonNode address) => Folding.Fold(ImageParts.KeyOf("addresses", address).Replace('\n', '|'));

    private static JsonArray Contacts(JsonArray mine, string? country, JsonArray theirs, string? theirCountry)
    {
        var united = mine.DeepClone().AsArray();
        foreach (var contact in theirs.Select(c => c!.DeepClone().AsObject()))
        {
            var name = Folding.Fold(contact["name"]!.GetValue<string>());
            if (united.FirstOrDefault(c => Folding.Fold(c!["name"]!.GetValue<string>()) == name) is JsonObject same)
            {
                foreach (var said in new[] { "title", "department" })
                {
                    if (IsEmpty(same[said])) same[said] = contact[said]?.DeepClone();
                }

                same["contactPoints"] = Points(same["contactPoints"]!.AsArray(), country, contact["contactPoints"]!.AsArray(), theirCountry);
                continue;
            }

            // A row of its own: that of the other customer stays with it.
            contact["id"] = null;
            if (united.Count > 0) contact["isPrimary"] = false;
            united.Add((JsonNode)contact);
        }

        return united;
    }

    // What the survivor says twice stays twice: it is not the merge that decides about that.
    private static JsonArray Distinct(JsonArray mine, JsonArray theirs, Func<JsonNode, string> key)
    {
        var own = mine.Select(part => key(part!)).ToHashSet();
        return new JsonArray([.. mine.Concat(theirs.DistinctBy(part => key(part!)).Where(part => !own.Contains(key(part!)))).Select(part => part!.DeepClone())]);
    }

    private static bool IsOfKind(JsonNode one, JsonNode other, params string[] names) => names.All(n => one[n]?.ToString() == other[n]?.ToString());

    private static bool IsTrue(JsonNode? flag) => flag is JsonValue value && value.TryGetValue<bool>(out var isTrue) && isTrue;

    private static bool IsEmpty(JsonNode? value) => value is null || (value is JsonValue text && text.TryGetValue<string>(out var said) && said.Length == 0);
}
