namespace Crm.SalesOrders.Application.History;

/// <summary>What a save of the order itself says of its life. Payments, refunds and other documents speak for themselves.</summary>
internal static class OrderHappenings
{
    private const string State = "state";
    private const string Draft = "draft";
    private const string Pending = "pendingApproval";

    public static IEnumerable<Happening> Of(SavedChange change) =>
    [
        .. change.IsNew("number") ? Beginning(change) : Wording(change),
        .. Holds(change),
        .. Moves(change),
        .. Fulfilment(change),
        .. Rest(change),
    ];

    private static IEnumerable<Happening> Beginning(SavedChange change)
    {
        if (change.After("opportunityId") is not null) yield return new Happening(HistoryKind.DraftedForOpportunity, change.NumberAfter("gross"));
        else if (change.After(State) == Draft) yield return new Happening(HistoryKind.Drafted, change.NumberAfter("gross"));
        if (change.After("revision") is "1") yield return Quoted(change);
    }

    private static IEnumerable<Happening> Wording(SavedChange change)
    {
        if (change.Has("revision")) yield return Quoted(change);
        else if (change.Action is nameof(Orders.ChangeDraft) or nameof(Orders.UpsertOrder) && !change.Has(State))
            yield return new Happening(HistoryKind.DraftChanged, change.Difference("gross"));
        if (change.Has("deletedAt")) yield return new Happening(change.After("deletedAt") is null ? HistoryKind.DraftRestored : HistoryKind.DraftDeleted);
    }

    private static Happening Quoted(SavedChange change) => new(HistoryKind.Quoted, change.NumberAfter("gross"), Link: null, change.After("revision"));

    private static IEnumerable<Happening> Holds(SavedChange change)
    {
        foreach (var hold in change.PartsWith("holds", "kind").Where(id => change.After($"holds[{id}].kind") == "manual"))
            yield return new Happening(HistoryKind.Held, Link: Link(change, "holds"));
        var agreed = change.PartsWith("holds", "stepsDone").Where(id => !change.IsNew($"holds[{id}].stepsDone")).ToHashSet(StringComparer.Ordinal);
        if (agreed.Count > 0 && change.Before(State) != Pending) yield return new Happening(HistoryKind.ApprovalStepAgreed, Link: Link(change, "holds"));
        // What is refused with the whole approval is told by that.
        foreach (var hold in change.PartsWith("holds", "releasedAt").Where(id => !agreed.Contains(id) && change.Before(State) != Pending))
            yield return new Happening(HistoryKind.Released, Link: Link(change, "holds"));
        if (change.After("isCreditAllowed") == "true" && agreed.Count == 0) yield return new Happening(HistoryKind.CreditAllowed);
    }

    private static IEnumerable<Happening> Moves(SavedChange change)
    {
        if (!change.Has(State)) yield break;
        var (before, after) = (change.Before(State), change.After(State));
        if (before == Pending && (after is "submitted" or "confirmed")) yield return new Happening(HistoryKind.Approved);
        switch (after)
        {
            case "submitted" when before != Pending:
                yield return new Happening(HistoryKind.Submitted);
                break;
            case Pending:
                yield return new Happening(HistoryKind.ApprovalAsked, Link: Link(change, "holds"));
                break;
            case Draft when before == Pending:
                yield return new Happening(HistoryKind.ApprovalRefused);
                break;
            case Draft when before == "submitted":
                yield return new Happening(HistoryKind.Withdrawn);
                break;
            case "confirmed":
                yield return before == "completed" ? new Happening(HistoryKind.Reopened) : new Happening(HistoryKind.Confirmed, change.NumberAfter("gross"));
                break;
            case "cancelled":
                yield return new Happening(HistoryKind.Cancelled);
                break;
            case "expired":
                yield return new Happening(HistoryKind.Expired);
                break;
        }
    }

    private static IEnumerable<Happening> Fulfilment(SavedChange change)
    {
        foreach (var id in change.PartsWith("shipments", "shippedOn"))
        {
            var units = change.SumWithin($"shipments[{id}].lines[", "quantity");
            yield return new Happening(HistoryKind.Shipped, Link: PackingList(change, id), Values: [units, change.After($"shipments[{id}].carrier") ?? "-"]);
        }

        foreach (var id in change.PartsWith("shipments", "deliveredOn").Where(id => change.After($"shipments[{id}].deliveredOn") is not null))
            yield return new Happening(HistoryKind.Delivered, Link: PackingList(change, id), Values: [change.After($"shipments[{id}].deliveredOn")]);
        foreach (var id in change.PartsWith("shipments", "lostOn").Where(id => change.After($"shipments[{id}].lostOn") is not null))
            yield return new Happening(HistoryKind.Lost, Link: PackingList(change, id), Values: [change.After($"shipments[{id}].lostOn")]);
        foreach (var id in change.PartsWith("acceptances", "acceptedOn"))
            yield return new Happening(HistoryKind.ServiceAccepted, Values: [change.SumWithin($"acceptances[{id}].lines[", "quantity")]);
    }

    private static IEnumerable<Happening> Rest(SavedChange change)
    {
        foreach (var given in change.PartsWith("writeOffs", "amount").Select(id => change.NumberAfter($"writeOffs[{id}].amount")))
            yield return new Happening(given < 0m ? HistoryKind.Recovered : HistoryKind.WrittenOff, -given);
        if (change.After(State) == "completed") yield return new Happening(HistoryKind.Completed);
        if (change.After("isToldSettled") == "true") yield return new Happening(HistoryKind.Settled);
        if (change.Has("archivedAt")) yield return new Happening(change.After("archivedAt") is null ? HistoryKind.Unarchived : HistoryKind.Archived);
    }

    private static string Link(SavedChange change, string part) => $"/api/v1/sales-orders/orders/{change.RecordId}/{part}";

    private static string PackingList(SavedChange change, string shipment) => Link(change, $"shipments/{shipment}/packing-list/html");
}
