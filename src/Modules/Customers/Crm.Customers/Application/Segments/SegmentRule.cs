using System.Text.Json;
using System.Text.Json.Serialization;
using Crm.BuildingBlocks;

namespace Crm.Customers.Application.Segments;

/// <summary>A node of the rules of a segment: all or any of several, the opposite of one, or a condition.</summary>
internal sealed record SegmentRule
{
    /// <summary>Every one of them holds; none at all: everybody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SegmentRule>? All { get; init; }

    /// <summary>At least one of them holds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SegmentRule>? Any { get; init; }

    /// <summary>It does not hold.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SegmentRule? Not { get; init; }

    /// <summary>A field of the list of customers, such as <c>industry</c>, <c>tags</c>, <c>fields.tier</c>, <c>figures.lastOrderOn</c> or <c>rfm.segment</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }

    /// <summary>An operator of the list; left out, <c>eq</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Op { get; init; }

    /// <summary>As in a filter of the list; left out where the operator takes none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Value { get; init; }

    private static readonly JsonSerializerOptions Stored = new(JsonSerializerDefaults.Web);

    public string Write() => JsonSerializer.Serialize(this, Stored);

    public static SegmentRule Read(string stored) => JsonSerializer.Deserialize<SegmentRule>(stored, Stored)!;

    /// <summary>The node and all below it, each with its place such as <c>/all/0/not</c>; the root's is empty.</summary>
    public IEnumerable<(string Path, SegmentRule Rule)> Nodes(string path = "") =>
        Parts(path).SelectMany(p => p.Rule.Nodes(p.Path)).Prepend((path, this));

    private IEnumerable<(string Path, SegmentRule Rule)> Parts(string path) => this switch
    {
        { All: { } all } => all.Select((rule, i) => ($"{path}/all/{i}", rule)),
        { Any: { } any } => any.Select((rule, i) => ($"{path}/any/{i}", rule)),
        { Not: { } not } => [($"{path}/not", not)],
        _ => [],
    };
}

/// <summary>Whether a tree of rules can be read at all; what a condition says is checked by the list whose fields it names.</summary>
internal static class SegmentShape
{
    public const int MostNodes = 50;
    public const int Deepest = 8;

    private static readonly Phrase OneOfFour = new(
        "A node is exactly one of 'all', 'any', 'not', or a condition with 'field'.", "节点必须且只能是 all、any、not 之一，或带有 field 的条件。");

    private static readonly Phrase OnlyWithField = new("'op' and 'value' belong to a condition with 'field'.", "op 和 value 只能用于带有 field 的条件。");

    private static readonly Phrase NothingToChoose = new("At least one rule is expected.", "至少需要一条规则。");

    private static readonly Phrase TooMany = new("Rules have at most {0} nodes and {1} levels.", "规则最多 {0} 个节点、{1} 层。");

    /// <param name="rules">The root.</param>
    /// <param name="pointer">Where the root stands in the body.</param>
    /// <exception cref="InvalidInput">Names every node that is wrong.</exception>
    public static void Check(SegmentRule rules, string pointer)
    {
        var nodes = rules.Nodes(pointer).Take(MostNodes + 1).ToList();
        if (nodes.Count > MostNodes || nodes.Exists(n => n.Path.Split('/').Length - pointer.Split('/').Length > 2 * Deepest)) throw new InvalidInput(pointer, TooMany, MostNodes, Deepest);
        var errors = nodes.SelectMany(n => Faults(n.Rule, n.Path)).ToList();
        if (errors.Count > 0) throw new InvalidInput(errors);
    }

    private static IEnumerable<InputError> Faults(SegmentRule node, string path)
    {
        var kinds = new object?[] { node.All, node.Any, node.Not, node.Field }.Count(k => k is not null);
        if (kinds != 1) yield return new InputError(path, OneOfFour);
        if (node.Field is null && (node.Op is not null || node.Value is not null)) yield return new InputError(path, OnlyWithField);
        if (node.Any is { Count: 0 }) yield return new InputError($"{path}/any", NothingToChoose);
    }
}
