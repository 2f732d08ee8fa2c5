using Crm.BuildingBlocks;
using Crm.Customers.Domain.Figures;
using Crm.SalesOrders.Contracts;

namespace Crm.Customers.Application.Consumers;

/// <summary>The time line of an order as it follows from what Sales Orders knows of it now, where its events were not heard.</summary>
internal static class OrderAccountState
{
    /// <summary>Whether an account and its lines say all of it: then nothing is written anew, because lines that were heard know more.</summary>
    public static bool IsSaidBy(this OrderAccountV1 told, OrderAccount account, IReadOnlyList<CustomerTransaction> lines) =>
        told.IsSold == account.OrderedOn is not null && (!told.IsSold || account.Owed == told.Owed) && told.Unsaid(lines).Count == 0;

    /// <summary>Documents that no line stands for. Credits are no documents: what is owed says whether all of them are known.</summary>
    public static IReadOnlyList<OrderAccountEntryV1> Unsaid(this OrderAccountV1 told, IReadOnlyList<CustomerTransaction> lines) =>
        [.. told.Entries.Where(e => e.Kind is not ("credit" or "writeOff" or "change") && lines.All(l => l.DocumentId != e.DocumentId))];

    /// <summary>The lines of a new account, the earliest first.</summary>
    public static IEnumerable<CustomerTransaction> Lines(this OrderAccountV1 told, OrderAccount account, OrderFacts facts, Recorded now, Func<DateTimeOffset, DateOnly> dayOf)
    {
        var changes = told.Entries.Where(e => e.Kind == "change").ToList();
        var first = facts with { Gross = facts.Gross - changes.Sum(c => c.Amount ?? 0m) };
        if (told.IsSold) yield return account.Confirm(first.Gross == facts.Gross ? facts : InProportion(facts, first.Gross), now);
        var gross = first.Gross;
        foreach (var entry in told.Entries.OrderBy(e => e.On ?? dayOf(e.RecordedAt ?? now.At)).ThenBy(e => e.RecordedAt))
        {
            var at = now with { At = entry.RecordedAt ?? now.At, Today = entry.On ?? dayOf(entry.RecordedAt ?? now.At) };
            if (entry.Kind == "change") gross += entry.Amount ?? 0m;
            if (Line(account, entry, facts, gross, at, told.IsSold) is { } line) yield return line;
        }

        if (told.IsSold && account.Owe(told.Owed, TransactionKind.Credit, told.OrderId, now.Today, now) is { } rest) yield return rest;
    }

    private static CustomerTransaction? Line(OrderAccount account, OrderAccountEntryV1 entry, OrderFacts facts, decimal gross, Recorded at, bool isSold) => entry.Kind switch
    {
        "change" => isSold ? account.Change(gross == facts.Gross ? facts : InProportion(facts, gross), entry.DocumentId, at) : null,
        "credit" => isSold ? account.Owe(account.Owed - entry.Amount!.Value, TransactionKind.Credit, entry.DocumentId, at.Today, at) : null,
        "writeOff" => isSold
            ? account.Owe(account.Owed - entry.Amount!.Value, entry.Amount < 0m ? TransactionKind.Recovery : TransactionKind.WriteOff, entry.DocumentId, at.Today, at)
            : null,
        _ => account.Add(entry.Document(at.Today), at),
    };

    public static OrderDocument Document(this OrderAccountEntryV1 entry, DateOnly on) => entry.Kind switch
    {
        "payment" => new(TransactionKind.Payment, entry.DocumentId, on, entry.Amount, entry.Amount!.Value),
        "chargeBack" => new(TransactionKind.ChargeBack, entry.DocumentId, on, entry.Amount, -entry.Amount!.Value),
        "refund" => new(TransactionKind.Refund, entry.DocumentId, on, entry.Amount, -entry.Amount!.Value),
        "delivery" => new(TransactionKind.Delivery, entry.DocumentId, on),
        "return" => new(TransactionKind.Return, entry.DocumentId, on),
        "invoice" => new(TransactionKind.Invoice, entry.DocumentId, on, entry.Amount, Number: entry.Number),
        "creditNote" => new(TransactionKind.CreditNote, entry.DocumentId, on, entry.Amount, Number: entry.Number),
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Kind, "Unknown kind of entry."),
    };

    // Of what the order was before it changed only the gross is known; net and margin are taken to have been as much of it as they are now.
    private static OrderFacts InProportion(OrderFacts facts, decimal gross) => facts.Gross == 0m
        ? facts with { Gross = gross }
        : facts with
        {
            Gross = gross,
            Net = Currencies.Round(facts.Net * gross / facts.Gross, facts.Currency),
            Margin = facts.Margin is { } margin ? Currencies.Round(margin * gross / facts.Gross, facts.Currency) : null,
        };
}
