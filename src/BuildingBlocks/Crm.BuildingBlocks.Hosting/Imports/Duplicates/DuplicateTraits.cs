using System.Reflection;

namespace Crm.BuildingBlocks.Hosting.Imports.Duplicates;

/// <summary>What a target recognises records by.</summary>
internal sealed record DuplicateTraits(IReadOnlyList<string> All, IReadOnlyList<string> Unique)
{
    private static readonly DuplicateTraits None = new([], []);

    public static DuplicateTraits Of(Type target, Type row)
    {
        if (!typeof(IRecognisesDuplicates<>).MakeGenericType(row).IsAssignableFrom(target)) return None;
        return (DuplicateTraits)typeof(DuplicateTraits).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(target, row).Invoke(null, null)!;
    }

    private static DuplicateTraits Read<TTarget, TRow>()
        where TTarget : IRecognisesDuplicates<TRow>
        where TRow : class => new(TTarget.Traits, TTarget.UniqueTraits);
}
