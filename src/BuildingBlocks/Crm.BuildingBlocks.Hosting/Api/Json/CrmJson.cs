using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Crm.BuildingBlocks.Hosting.Api.Json;

/// <summary>The one way the system reads and writes JSON at its edge: camelCase, strict about everything it is given.</summary>
public static class CrmJson
{
    /// <summary>Objects and arrays inside each other; deeper input is refused.</summary>
    public const int MaxDepth = 32;

    public static readonly JsonSerializerOptions Options = Frozen();

    /// <summary>For writing JSON piece by piece, as <see cref="Options"/> would.</summary>
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For reading JSON into a document before its type is known, as strictly as <see cref="Options"/>.</summary>
    public static readonly JsonDocumentOptions DocumentOptions = new()
    {
        MaxDepth = MaxDepth,
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
        AllowDuplicateProperties = false,
    };

    /// <summary>Makes other options, such as those of the web framework, the same as <see cref="Options"/>.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        // People read this too, and Chinese names as escapes help nobody. It is never put into a page as it is.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = MaxDepth;
        options.AllowTrailingCommas = false;
        options.ReadCommentHandling = JsonCommentHandling.Disallow;
        options.AllowDuplicateProperties = false;
        // The order of properties means nothing, also of the one that says which kind an object is.
        options.AllowOutOfOrderMetadataProperties = true;
        options.Converters.Add(new EnumNames());
        options.Converters.Add(new WellFormedString());
        options.Converters.Add(new UtcInstant());
        options.Converters.Add(new FiniteDouble());
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(NoNullItems.Add).WithAddedModifier(NamedKinds.Add);
    }

    private static JsonSerializerOptions Frozen()
    {
        var options = new JsonSerializerOptions();
        Apply(options);
        options.MakeReadOnly();
        return options;
    }
}
