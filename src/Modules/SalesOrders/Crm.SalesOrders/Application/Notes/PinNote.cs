using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Notes;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Notes;

/// <summary>Makes a note one of those to be seen first, or one among the others.</summary>
internal sealed record PinNote(Guid OrderId, Guid Id, bool IsPinned) : ICommand<NoteSaved>;

internal sealed class PinNoteValidator : AbstractValidator<PinNote>
{
    public PinNoteValidator()
    {
        RuleFor(c => c.OrderId).NotEmpty();
        RuleFor(c => c.Id).NotEmpty();
    }
}

internal sealed class PinNoteHandler(SalesOrdersDbContext db) : ICommandHandler<PinNote, NoteSaved>
{
    public async Task<NoteSaved> Handle(PinNote command, CancellationToken ct)
    {
        var (order, key) = (new OrderId(command.OrderId), new OrderNoteId(command.Id));
        // A draft that was thrown away is found with its notes by nobody.
        if (!await db.OrderNotes.AnyAsync(n => n.Id == key && n.OrderId == order && db.Orders.Any(o => o.Id == order), ct))
            throw new ResourceNotFound("order-note", command.Id.ToString());
        var note = await db.ForChange<OrderNote, OrderNoteId>(key, ct);
        note.Pin(command.IsPinned);
        return NoteSaved.Of(note);
    }
}
