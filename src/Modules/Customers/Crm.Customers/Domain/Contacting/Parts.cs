namespace Crm.Customers.Domain.Contacting;

/// <summary>What a record has several of, said anew as a whole.</summary>
internal static class Parts
{
    /// <summary>
    /// What says the same stays the same row, so that the change history shows what really changed. Which part is the primary one is said
    /// of the row, and is no part of what it says: a caller who names none would otherwise exchange the row with every change.
    /// </summary>
    public static void Replace<TPart, TWanted>(
        List<TPart> present, IReadOnlyList<TWanted> wanted, Func<TPart, TWanted, bool> same, Action<TPart, TWanted> takeRest, Func<TWanted, TPart> make)
    {
        present.RemoveAll(p => !wanted.Any(w => same(p, w)));
        foreach (var part in wanted)
        {
            if (present.Find(p => same(p, part)) is { } known) takeRest(known, part);
            else present.Add(make(part));
        }
    }

    /// <summary>The last that was said to be it, or the first.</summary>
    public static void MakeOnePrimary<TPart>(List<TPart> parts, Func<TPart, bool> isPrimary, Action<TPart, bool> set)
    {
        var primary = Math.Max(parts.FindLastIndex(p => isPrimary(p)), 0);
        for (var i = 0; i < parts.Count; i++)
        {
            if (isPrimary(parts[i]) != (i == primary)) set(parts[i], i == primary);
        }
    }
}
