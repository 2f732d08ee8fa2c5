using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace Crm.BuildingBlocks.Hosting.Api.OpenApi;

/// <summary>
/// Schema names of module and full nested type name: by the type's own name alone, two modules' nested <c>Line</c> would collapse
/// into one wrong schema.
/// </summary>
public static class SchemaNames
{
    public static string? Of(JsonTypeInfo type) => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is null ? null : Name(type.Type);

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Name(inner);
        var own = type.IsGenericType ? type.Name[..type.Name.IndexOf('`')] + "Of" + string.Join("And", type.GetGenericArguments().Select(Name)) : type.Name;
        var nested = type.IsNested ? Name(type.DeclaringType!) + own : own;
        return type.IsNested || type.IsGenericType ? nested : Owner(type) + nested;
    }

    // Crm.SalesOrders.Application -> SalesOrders; what belongs to everybody has no prefix.
    private static string Owner(Type type)
    {
        var parts = type.Namespace?.Split('.') ?? [];
        return parts is ["Crm", var module, ..] && module is not ("BuildingBlocks" or "Host") ? module : "";
    }
}
