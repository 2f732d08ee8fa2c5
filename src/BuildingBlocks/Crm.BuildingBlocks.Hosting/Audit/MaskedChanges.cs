namespace Crm.BuildingBlocks.Hosting.Audit;

/// <summary>What a caller may read of changes in the audit trail.</summary>
public static class MaskedChanges
{
    /// <summary>
    /// Whether a mask of the caller may be meant. A mask names resource and path, a change the path within the aggregate: where any part of
    /// the two is the same the change is left out, for saying too little costs a look elsewhere, saying too much cannot be taken back.
    /// </summary>
    /// <param name="caller">Who reads.</param>
    /// <param name="path">Of the change, such as <c>lines[id].unitPrice.amount</c>.</param>
    public static bool Hides(Caller caller, string path)
    {
        if (caller.Masks.Count == 0) return false;
        var parts = path.Split('.').Select(part => part.Split('[')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return caller.Masks.Keys.Any(mask => mask.Split('.').Skip(1).Any(parts.Contains));
    }
}
