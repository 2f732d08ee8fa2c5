using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Notes;

internal readonly record struct OrderNoteId(Guid Value) : ITypedId;

/// <summary>
/// What somebody had to say about an order. Its words never change: who is wrong writes another. They go when the customer is erased.
/// </summary>
/// <remarks>Not a part of the order, so that writing one never gets in the way of who works on the order.</remarks>
internal sealed class OrderNote : AggregateRoot, IOfOrder
{
    public const int LongestText = 4000;

    private OrderNote()
    {
    }

    public OrderNoteId Id { get; private set; }

    public override Guid Key => Id.Value;

    public OrderId OrderId { get; private set; }

    [PersonKey]
    public Guid CustomerId { get; private set; }

    /// <summary>As it was written; what the system wrote, in English.</summary>
    [PersonalInCopies]
    public string? Text { get; private set; }

    /// <summary>Of what the system wrote.</summary>
    [PersonalInCopies]
    public string? TextInChinese { get; private set; }

    public bool IsAutomatic { get; private set; }

    public Guid WrittenBy { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Is to be seen first.</summary>
    public bool IsPinned { get; private set; }

    public static OrderNote Write(Order order, string text, bool isPinned, Guid by, DateTimeOffset now) => New(order, text, null, isPinned, by, now);

    public static OrderNote WriteAutomatically(Order order, Phrase text, Guid by, DateTimeOffset now) =>
        New(order, text.English, text.Chinese, isPinned: true, by, now);

    public void Pin(bool isPinned)
    {
        if (IsPinned == isPinned) return;
        IsPinned = isPinned;
        Raise(new OrderNoteWasPinned());
    }

    private static OrderNote New(Order order, string text, string? chinese, bool isPinned, Guid by, DateTimeOffset now)
    {
        var note = new OrderNote { Id = new OrderNoteId(Guid.CreateVersion7(now)), OrderId = order.Id, CustomerId = order.CustomerId };
        (note.Text, note.TextInChinese, note.IsAutomatic) = (text, chinese, chinese is not null);
        (note.IsPinned, note.WrittenBy, note.WrittenAt) = (isPinned, by, now);
        note.Raise(new OrderNoteWasWritten());
        return note;
    }
}

internal sealed record OrderNoteWasWritten : DomainEvent;

internal sealed record OrderNoteWasPinned : DomainEvent;
