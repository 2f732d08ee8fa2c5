using System.Text.Json.Serialization.Metadata;

namespace Crm.BuildingBlocks.Hosting.Api.Json;

/// <summary>Refuses an object that has to say which kind it is and does not. The serializer takes that for a mistake of the program.</summary>
internal static class NamedKinds
{
    public static void Add(JsonTypeInfo type)
    {
        if (!type.Type.IsAbstract || type.PolymorphismOptions is not { } kinds) return;
        type.CreateObject = () => throw new RefusedJson(JsonPhrases.OneOf, Names(kinds)) { Below = [kinds.TypeDiscriminatorPropertyName] };
    }

    public static string Names(JsonPolymorphismOptions kinds) => string.Join(", ", kinds.DerivedTypes.Select(d => d.TypeDiscriminator));
}
