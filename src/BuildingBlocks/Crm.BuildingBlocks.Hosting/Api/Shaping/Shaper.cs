using Crm.BuildingBlocks.Hosting.Api.Lists;

namespace Crm.BuildingBlocks.Hosting.Api.Shaping;

/// <summary>Makes the shape of one resource for one caller from <c>fields</c> and the caller's masks.</summary>
internal static class Shaper
{
    public const string Parameter = "fields";

    /// <param name="type">Of the rows.</param>
    /// <param name="masks">What the caller does not see in full.</param>
    /// <param name="fields">Dotted names; empty for all.</param>
    public static ShapeNode Shape(Type type, Masks masks, IEnumerable<string> fields)
    {
        var shape = new ShapeNode();
        foreach (var (field, mask) in masks.Fields) shape.Hide(field.Split('.'), mask);
        var known = FieldPaths.Of(type);
        foreach (var field in fields)
        {
            if (!known.Knows(field) || IsOmitted(masks, field))
                throw new InvalidInput(Parameter, ListPhrases.UnknownField, field, string.Join(", ", known.Where(k => !IsOmitted(masks, k))));
            shape.Choose(field.Split('.'));
        }

        return shape;
    }

    private static bool IsOmitted(Masks masks, string field) =>
        masks.Fields.Any(m => m.Value == FieldMask.Omit && (m.Key == field || field.StartsWith($"{m.Key}.", StringComparison.Ordinal)));
}
