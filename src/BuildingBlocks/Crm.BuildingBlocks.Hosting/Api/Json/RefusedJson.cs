using System.Text.Json;

namespace Crm.BuildingBlocks.Hosting.Api.Json;

/// <summary>A value that a converter of ours refuses, with the reason that the caller is to read. The serializer adds the path.</summary>
internal sealed class RefusedJson(Phrase reason, params object?[] values) : JsonException(reason.English)
{
    public Phrase Reason { get; } = reason;

    public object?[] Values { get; } = values;

    /// <summary>Where in the value that was read, when it is not the value itself.</summary>
    public IReadOnlyList<string> Below { get; init; } = [];
}
