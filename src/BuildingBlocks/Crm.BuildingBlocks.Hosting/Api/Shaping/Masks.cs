namespace Crm.BuildingBlocks.Hosting.Api.Shaping;

/// <summary>The fields of one resource that a caller does not see in full.</summary>
internal sealed class Masks
{
    public static readonly Masks None = new([]);

    private readonly Dictionary<string, FieldMask> _fields;

    private Masks(Dictionary<string, FieldMask> fields) => _fields = fields;

    public IReadOnlyDictionary<string, FieldMask> Fields => _fields;

    /// <param name="caller">Who reads.</param>
    /// <param name="resource">As masks name it.</param>
    /// <param name="row">The type it is shown as; copies of other resources in it are masked like their originals.</param>
    public static Masks Of(Caller caller, string resource, Type row)
    {
        if (caller.Masks.Count == 0) return None;
        var prefix = $"{resource}.";
        var fields = caller.Masks.Where(m => m.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(m => m.Key[prefix.Length..], m => m.Value);
        foreach (var (path, original) in FieldPaths.CopiesIn(row))
        {
            if (OfField(caller, original) is not { } mask) continue;
            fields[path] = fields.TryGetValue(path, out var own) ? Stricter(own, mask) : mask;
        }

        return new Masks(fields);
    }

    /// <summary>How a field is masked of which a copy is shown alone; null when it is not.</summary>
    /// <param name="caller">Who reads.</param>
    /// <param name="field">With its resource, such as <c>customers.addresses.city</c>.</param>
    public static FieldMask? OfField(Caller caller, string field)
    {
        if (caller.Masks.TryGetValue(field, out var mask)) return mask;
        // Of a whole that is shortened its parts are not shown, and a whole that is shown would show its masked parts.
        return caller.Masks.Keys.Any(m => AreRelated(m, field)) ? FieldMask.Omit : null;
    }

    /// <summary>The field itself, or what it is part of or made of, is masked: comparing it would tell what is not shown.</summary>
    public bool Cover(string field) => _fields.Count > 0 && _fields.Keys.Any(m => m == field || AreRelated(m, field));

    private static bool AreRelated(string one, string other) =>
        one.StartsWith($"{other}.", StringComparison.Ordinal) || other.StartsWith($"{one}.", StringComparison.Ordinal);

    private static FieldMask Stricter(FieldMask one, FieldMask other) => one == FieldMask.Omit ? one : other;
}
