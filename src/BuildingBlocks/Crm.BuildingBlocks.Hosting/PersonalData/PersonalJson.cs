using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Crm.BuildingBlocks.Hosting.PersonalData;

/// <summary>
/// JSON of events in which every <see cref="PersonalAttribute">personal</see> value is encrypted under the key of the person named by
/// the <see cref="PersonKeyAttribute"/> property. After that key is destroyed the value reads as null.
/// </summary>
public static class PersonalJson
{
    private const string Prefix = "person:";

    private static readonly ConcurrentDictionary<Type, Shape> Shapes = new();

    public static async ValueTask<string> Write(object value, IPersonKeys persons, CancellationToken ct)
    {
        var type = value.GetType();
        var shape = Shapes.GetOrAdd(type, Shape.Of);
        if (!shape.HasPersonal) return JsonSerializer.Serialize(value, type, EventJson.Options);
        var node = JsonSerializer.SerializeToNode(value, type, EventJson.Options)!;
        if (shape.PersonOf(value) is not { } person) return node.ToJsonString(EventJson.Options);
        var key = await persons.KeyOf(person, ct);
        shape.Rewrite(node, (plain, isText) => key is null ? null : Encrypt(isText ? plain.GetValue<string>() : plain.ToJsonString(), key));
        return node.ToJsonString(EventJson.Options);
    }

    public static async ValueTask<object> Read(string json, Type type, IPersonKeys persons, CancellationToken ct)
    {
        var shape = Shapes.GetOrAdd(type, Shape.Of);
        if (!shape.HasPersonal) return JsonSerializer.Deserialize(json, type, EventJson.Options)!;
        var node = JsonNode.Parse(json)!;
        var key = shape.PersonIn(node) is { } person ? await persons.ExistingKeyOf(person, ct) : null;
        shape.Rewrite(node, (stored, isText) => Plain(stored, isText, key));
        return node.Deserialize(type, EventJson.Options)!;
    }

    /// <summary>Encrypts one text under a person's key.</summary>
    public static string Encrypt(string text, byte[] key) => Prefix + Convert.ToBase64String(KeyRing.Seal(0, key, Encoding.UTF8.GetBytes(text)));

    public static bool IsEncrypted(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Null when the key is gone; a text that was never encrypted is returned as it is.</summary>
    public static string? Decrypt(string text, byte[]? key)
    {
        if (!IsEncrypted(text)) return text;
        if (key is null) return null;
        // Somebody may have written a text that only looks encrypted.
        var sealedBytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text[Prefix.Length..], sealedBytes, out var length) || length < KeyRing.SmallestSealed) return text;
        try
        {
            return Encoding.UTF8.GetString(KeyRing.Unseal(key, sealedBytes.AsSpan(0, length)));
        }
        catch (AuthenticationTagMismatchException)
        {
            return text;
        }
    }

    /// <summary>Encrypts a value of any kind, so that <see cref="DecryptValue"/> gives it back as it would stand in JSON.</summary>
    public static string EncryptValue(object value, byte[] key) => Encrypt(JsonSerializer.Serialize(value, value.GetType(), EventJson.Options), key);

    /// <summary>A value as <see cref="EncryptValue"/> left it, plain; whatever is not encrypted is returned as it is. Null when the key is gone.</summary>
    public static JsonNode? DecryptValue(JsonNode? value, byte[]? key)
    {
        if (value is not JsonValue stored || !stored.TryGetValue<string>(out var text) || !IsEncrypted(text)) return value?.DeepClone();
        var plain = Decrypt(text, key);
        return plain is null || plain == text ? plain : JsonNode.Parse(plain);
    }

    // What was stored before it was personal is not encrypted and is left as it is.
    private static JsonNode? Plain(JsonValue stored, bool isText, byte[]? key)
    {
        if (!stored.TryGetValue<string>(out var text) || !IsEncrypted(text)) return stored.DeepClone();
        var plain = Decrypt(text, key);
        return plain is null || isText ? plain : JsonNode.Parse(plain);
    }

    /// <summary>Where the personal values of a type are, found once.</summary>
    private sealed class Shape
    {
        private readonly List<(string Name, bool IsText)> _personal = [];
        private readonly List<(string Name, Shape Shape)> _nested = [];
        private PropertyInfo? _person;

        public bool HasPersonal => _personal.Count > 0 || _nested.Count > 0;

        public static Shape Of(Type type)
        {
            var shape = new Shape();
            foreach (var property in type.GetProperties())
            {
                if (Has<PersonKeyAttribute>(type, property)) shape._person = property;
                if (Has<PersonalAttribute>(type, property)) shape._personal.Add((JsonName(property), property.PropertyType == typeof(string)));
                else if (NestedRecord(property.PropertyType) is { } inner && inner != type && Of(inner) is { HasPersonal: true } nested)
                    shape._nested.Add((JsonName(property), nested));
            }

            return shape;
        }

        public Guid? PersonOf(object value) => (Guid?)_person?.GetValue(value);

        public Guid? PersonIn(JsonNode node) => _person is null ? null : node[JsonName(_person)]?.GetValue<Guid>();

        public void Rewrite(JsonNode? node, Func<JsonValue, bool, JsonNode?> rewrite)
        {
            if (node is JsonArray array)
            {
                foreach (var item in array) Rewrite(item, rewrite);
                return;
            }

            if (node is not JsonObject record) return;
            foreach (var (name, isText) in _personal)
            {
                if (record[name] is JsonValue value) record[name] = rewrite(value, isText);
            }

            foreach (var (name, shape) in _nested) shape.Rewrite(record[name], rewrite);
        }

        // Attributes on the parameters of a positional record stay on the parameters unless they are aimed at the property.
        private static bool Has<TAttribute>(Type type, PropertyInfo property)
            where TAttribute : Attribute =>
            property.IsDefined(typeof(TAttribute))
            || type.GetConstructors().SelectMany(c => c.GetParameters()).Any(p => p.Name == property.Name && p.IsDefined(typeof(TAttribute)));

        private static Type? NestedRecord(Type type)
        {
            var element = type.IsGenericType && type.GetGenericArguments() is [var single] ? single : type;
            return element.Namespace?.StartsWith("System", StringComparison.Ordinal) == false && element is { IsEnum: false, IsPrimitive: false } ? element : null;
        }

        private static string JsonName(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);
    }
}
