namespace Crm.BuildingBlocks.Hosting.Api.Shaping;

/// <summary>The fields of one resource that a caller does not see in full.</summary>
internal sealed class Masks
{
    public static readonly Masks None = new([]);

    private readonly Dictionary<string, FieldMask> _fields;

    private Masks(Dictionary<string, FieldMask> fields) => _fields = fields;

    public IReadOnlyDictionary<string, FieldMask> Fields => _fields;

    public static Masks Of(Caller caller, string resource)
    {
        if (caller.Masks.Count == 0) return None;
        var prefix = $"{resource}.";
        return new Masks(caller.Masks.Where(m => m.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(m => m.Key[prefix.Length..], m => m.Value));
    }

    /// <summary>The field itself, or what it is part of or made of, is masked: comparing it would tell what is not shown.</summary>
    public bool Cover(string field) => _fields.Count > 0
        && _fields.Keys.Any(m => m == field || field.StartsWith($"{m}.", StringComparison.Ordinal) || m.StartsWith($"{field}.", StringComparison.Ordinal));
}
