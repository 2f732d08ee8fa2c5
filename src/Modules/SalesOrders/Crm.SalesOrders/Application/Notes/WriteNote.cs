using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Notes;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Notes;

/// <summary>Writes a note on an order. Its words stay as they are: who is wrong writes another.</summary>
internal sealed record WriteNote : ICommand<NoteSaved>
{
    [JsonIgnore]
    public Guid OrderId { get; init; }

    public required string Text { get; init; }

    /// <summary>To be seen first.</summary>
    public bool IsPinned { get; init; }
}

internal sealed record NoteSaved(Guid Id, Guid OrderId, bool IsPinned, int Version)
{
    public static NoteSaved Of(OrderNote note) => new(note.Key, note.OrderId.Value, note.IsPinned, note.Version);
}

internal sealed class WriteNoteValidator : AbstractValidator<WriteNote>
{
    public WriteNoteValidator()
    {
        RuleFor(c => c.OrderId).NotEmpty();
        RuleFor(c => c.Text).NotEmpty().MaximumLength(OrderNote.LongestText);
    }
}

internal sealed class WriteNoteHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<WriteNote, NoteSaved>
{
    public async Task<NoteSaved> Handle(WriteNote command, CancellationToken ct)
    {
        var key = new OrderId(command.OrderId);
        var order = await db.Orders.AsNoTracking().IgnoreAutoIncludes().SingleOrDefaultAsync(o => o.Id == key, ct)
            ?? throw new ResourceNotFound("order", command.OrderId.ToString());
        var note = OrderNote.Write(order, command.Text, command.IsPinned, caller.Caller.Id, time.GetUtcNow());
        db.OrderNotes.Add(note);
        return NoteSaved.Of(note);
    }
}
