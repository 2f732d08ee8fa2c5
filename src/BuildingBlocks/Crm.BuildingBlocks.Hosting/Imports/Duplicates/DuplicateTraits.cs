using System.Reflection;
using Crm.BuildingBlocks.Hosting.Api.Shaping;

namespace Crm.BuildingBlocks.Hosting.Imports.Duplicates;

/// <summary>What a target recognises records by.</summary>
internal sealed record DuplicateTraits(IReadOnlyList<string> All, IReadOnlyList<string> Unique, Func<string, IReadOnlyList<string>> FieldsOf)
{
    private static readonly DuplicateTraits None = new([], [], _ => []);

    /// <summary>Those that tell the caller nothing that masks hide: whether a record agrees in a field says what is in it.</summary>
    public IReadOnlyList<string> ShownTo(Caller caller) => [.. All.Where(t => !FieldsOf(t).Any(f => MaskedText.IsHidden(caller, f)))];

    public static DuplicateTraits Of(Type target, Type row)
    {
        if (!typeof(IRecognisesDuplicates<>).MakeGenericType(row).IsAssignableFrom(target)) return None;
        return (DuplicateTraits)typeof(DuplicateTraits).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(target, row).Invoke(null, null)!;
    }

    private static DuplicateTraits Read<TTarget, TRow>()
        where TTarget : IRecognisesDuplicates<TRow>
        where TRow : class => new(TTarget.Traits, TTarget.UniqueTraits, TTarget.FieldsOf);
}
