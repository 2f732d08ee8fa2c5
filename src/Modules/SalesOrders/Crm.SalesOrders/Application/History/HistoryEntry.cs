using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Application.History;

/// <summary>One thing that happened to an order.</summary>
/// <param name="At">When it was committed.</param>
/// <param name="Kind">For programs.</param>
/// <param name="Text">For people, in both languages.</param>
/// <param name="By">Who did it.</param>
/// <param name="Amount">What it is about in money, tax included; of a change of the order the difference, negative where less is paid.</param>
/// <param name="Link">Where its document is read; null where the order itself says everything.</param>
internal sealed record HistoryEntry(DateTimeOffset At, HistoryKind Kind, Phrase Text, HistoryActor By, BuildingBlocks.Money? Amount, string? Link);

/// <param name="Id">Of the user or app; of nobody for what the system did by itself.</param>
/// <param name="Name">As it was then; null where the reader may not see it.</param>
internal sealed record HistoryActor(Guid Id, CallerKind Kind, string? Name);

/// <summary>What is told of one saved change, before it is put into words.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Amount">In the order's currency.</param>
/// <param name="Link">Where its document is read.</param>
/// <param name="Values">Fill the placeholders of the sentence.</param>
internal sealed record Happening(HistoryKind Kind, decimal? Amount = null, string? Link = null, params object?[] Values)
{
    public Phrase Text => new(Labels.Of(Kind).In(Language.English, Values), Labels.Of(Kind).In(Language.Chinese, Values));
}
