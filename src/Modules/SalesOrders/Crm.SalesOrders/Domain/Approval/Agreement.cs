namespace Crm.SalesOrders.Domain.Approval;

/// <summary>How those who have to agree do so, step after step: the same for the confirmation of an order and for a change of it.</summary>
internal static class Agreement
{
    /// <summary>Agrees to every step that the caller may decide.</summary>
    /// <returns>The holds whose steps they were.</returns>
    public static IReadOnlyList<Hold> Agree(this List<Hold> holds, Guid? askedBy, Guid caller, string? note, DateTimeOffset now)
    {
        if (caller == askedBy) throw SalesOrdersRules.OwnApproval.Broken();
        var mine = holds.FindAll(h => h.MayDecide(caller, now));
        if (mine.Count == 0) throw SalesOrdersRules.NotYourApproval.Broken(holds.OpenWords());
        foreach (var hold in mine) hold.Agree(caller, note, now);
        return mine;
    }

    /// <summary>Refuses for all who would have to agree; who may decide a step may.</summary>
    public static void Refuse(this List<Hold> holds, Guid caller, string reason, DateTimeOffset now)
    {
        if (!holds.Exists(h => h.MayRefuse(caller, now))) throw SalesOrdersRules.NotYourApproval.Broken(holds.OpenWords());
        holds.End(caller, reason, now);
    }

    /// <summary>Nobody is asked any more.</summary>
    public static void End(this List<Hold> holds, Guid caller, string reason, DateTimeOffset now)
    {
        foreach (var hold in holds.Where(h => h.IsOpen)) hold.Release(caller, reason, now);
    }

    /// <summary>Why those who are still asked are.</summary>
    public static string OpenWords(this IEnumerable<Hold> holds) => string.Join(", ", holds.Where(h => h.IsOpen).Select(h => h.Words));
}
