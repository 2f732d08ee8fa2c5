using System.Collections.Frozen;

namespace Crm.Pricing;

/// <summary>Ids as the language of prices writes them: lower case with hyphens, such as <c>0193e0d4-7c1a-7b3e-9f50-2f4b1c6d8e90</c>.</summary>
internal static class Ids
{
    private const string Form = "D";

    public static bool IsId(string text) => Guid.TryParseExact(text, Form, out var id) && id.ToString(Form) == text;

    /// <summary>What is no id means nobody.</summary>
    public static FrozenSet<Guid> Of(IReadOnlyList<string> texts) =>
        texts.Select(t => Guid.TryParseExact(t, Form, out var id) ? id : (Guid?)null).OfType<Guid>().ToFrozenSet();
}
