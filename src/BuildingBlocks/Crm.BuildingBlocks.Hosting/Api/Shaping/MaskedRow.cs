using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Api.Json;

namespace Crm.BuildingBlocks.Hosting.Api.Shaping;

/// <summary>A record as its reader gets it, for files that are written outside of a request.</summary>
public static class MaskedRow
{
    /// <param name="caller">Who reads.</param>
    /// <param name="resource">As masks name it.</param>
    /// <param name="row">In full.</param>
    public static JsonObject Of<TRow>(Caller caller, string resource, TRow row)
        where TRow : notnull
    {
        var shown = JsonSerializer.SerializeToNode(row, CrmJson.Options)!.AsObject();
        foreach (var (field, mask) in Masks.Of(caller, resource, typeof(TRow)).Fields) MaskedJson.Hide(shown, field.Split('.'), mask);
        return shown;
    }
}
