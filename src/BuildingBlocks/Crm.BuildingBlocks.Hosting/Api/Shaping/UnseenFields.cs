using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Api.Writing;

namespace Crm.BuildingBlocks.Hosting.Api.Shaping;

/// <summary>
/// What a caller does not see in full it cannot overwrite: a masked field that a write leaves out, or sends as the caller reads it, stays as
/// it is, and any other value is refused, the true one too, since it would confirm a guess.
/// </summary>
/// <remarks>Lists with masked members keep their length and order for such a caller. What is not there yet can be written freely.</remarks>
public sealed class UnseenFields(CallerContext caller)
{
    public static readonly Rule Masked = new(
        "access.field-masked", "Your role does not show {0} in full, so it cannot be changed: leave it out, or send it as you read it.",
        "您的角色无法完整查看 {0}，因此不能修改：请省略该字段，或按读取到的内容原样发送。");

    // A patch and a file start from the present state and are held against it at once; the handler behind them must not take that for a guess.
    private bool _isChecked;

    /// <summary>A write that replaces what is there.</summary>
    /// <param name="resource">Names the resource in masks, as its list does.</param>
    /// <param name="wanted">As sent.</param>
    /// <param name="present">What is there, as the body that would write it.</param>
    /// <exception cref="RuleBroken">It changes what the caller does not see.</exception>
    public T Keep<T>(string resource, T wanted, T present)
        where T : notnull
    {
        var masks = Masks.Of(caller.Caller, resource, typeof(T));
        if (masks.Fields.Count == 0 || _isChecked) return wanted;
        var state = ToJson(wanted);
        Restore(masks, state, ToJson(present), TypeOf<T>());
        return Read<T>(state);
    }

    /// <summary>What is there with a merge patch applied to it, as far as the caller sees it.</summary>
    /// <inheritdoc cref="Keep{T}"/>
    public T Patched<T>(string resource, MergePatch patch, T present)
        where T : notnull
    {
        var masks = Masks.Of(caller.Caller, resource, typeof(T));
        if (masks.Fields.Count == 0) return patch.Apply(present);
        var truth = ToJson(present);
        var state = ToJson(present);
        foreach (var (field, mask) in masks.Fields) MaskedJson.Hide(state, field.Split('.'), mask);
        patch.Merge(state, TypeOf<T>());
        Restore(masks, state, truth, TypeOf<T>());
        _isChecked = true;
        return Read<T>(state);
    }

    /// <summary>What was made of the present state by something else than a request, such as a row of a file.</summary>
    /// <inheritdoc cref="Keep{T}"/>
    public void RequireUnchanged<T>(string resource, T wanted, T present)
        where T : notnull
    {
        var masks = Masks.Of(caller.Caller, resource, typeof(T));
        if (masks.Fields.Count == 0) return;
        _isChecked = true;
        var (state, truth) = (ToJson(wanted), ToJson(present));
        foreach (var field in masks.Fields.Keys)
        {
            if (MaskedJson.Differ(state, truth, field.Split('.'))) throw Masked.Broken(field);
        }
    }

    private static void Restore(Masks masks, JsonObject state, JsonObject truth, JsonTypeInfo type)
    {
        foreach (var (field, mask) in masks.Fields)
        {
            if (!MaskedJson.Restore(state, truth, type, field.Split('.'), mask)) throw Masked.Broken(field);
        }
    }

    private static JsonTypeInfo TypeOf<T>() => CrmJson.Options.GetTypeInfo(typeof(T));

    private static JsonObject ToJson<T>(T value) => JsonSerializer.SerializeToNode(value, CrmJson.Options)!.AsObject();

    private static T Read<T>(JsonObject state) => JsonErrors.Read<T>(JsonSerializer.SerializeToElement(state));
}
