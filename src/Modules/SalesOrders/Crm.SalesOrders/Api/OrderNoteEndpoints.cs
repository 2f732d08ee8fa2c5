using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Notes;
using Crm.SalesOrders.Domain.Notes;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.SalesOrders.Api;

/// <summary>What people and the system had to say about an order.</summary>
internal static class OrderNoteEndpoints
{
    private static readonly ListSpec<OrderNote, OrderNoteRow> List = new ListSpec<OrderNote, OrderNoteRow>("order-notes")
        .Field("writtenAt", n => n.WrittenAt)
        .Field("isPinned", n => n.IsPinned, sortable: false)
        .Field("isAutomatic", n => n.IsAutomatic, sortable: false)
        .Field("writtenBy", n => n.WrittenBy, sortable: false)
        .DefaultSort("-writtenAt")
        .Key(n => n.Id)
        .Select(n => new OrderNoteRow(n.Id.Value, n.Text, n.TextInChinese, n.IsAutomatic, n.IsPinned, n.WrittenBy, n.WrittenAt, n.Version))
        .Expand("author", row => row.WrittenBy, Authors);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var notes = routes.MapGroup("/orders/{id:guid}/notes").WithTags("Orders");
        notes.MapGet("/", Search).WithList(List).WithSummary("Notes on an order, the newest first; expand=author names who wrote them").Requires(SalesOrdersPermissions.ReadOrders);
        notes.MapPost("/", Write).WithSummary("Write a note; its words stay as they are").Requires(NotePermissions.Write);
        notes.MapPost("/{noteId:guid}/pin", Pin).Requires(NotePermissions.Write);
        notes.MapPost("/{noteId:guid}/unpin", Unpin).Requires(NotePermissions.Write);
    }

    private static async Task<PageOf<OrderNoteRow>> Search(Guid id, ListRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var order = (await OrderReads.Find(db, id, ct)).Order.Id;
        return await List.Page(db.OrderNotes.Where(n => n.OrderId == order), request, ct);
    }

    private static async Task<Created<NoteSaved>> Write(Guid id, WriteNote command, ICommandHandler<WriteNote, NoteSaved> handler, CancellationToken ct) =>
        TypedResults.Created($"/api/v1/sales-orders/orders/{id}/notes", await handler.Handle(command with { OrderId = id }, ct));

    private static async Task<Ok<NoteSaved>> Pin(Guid id, Guid noteId, ICommandHandler<PinNote, NoteSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new PinNote(id, noteId, IsPinned: true), ct));

    private static async Task<Ok<NoteSaved>> Unpin(Guid id, Guid noteId, ICommandHandler<PinNote, NoteSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new PinNote(id, noteId, IsPinned: false), ct));

    private static async Task<IReadOnlyDictionary<Guid, NoteAuthor>> Authors(IServiceProvider services, IReadOnlyList<Guid> keys, CancellationToken ct) =>
        await services.GetRequiredService<SalesOrdersDbContext>().PersonCopies.AsNoTracking().Where(p => keys.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => new NoteAuthor(p.Id, p.Name), ct);
}

/// <param name="Text">As it was written, in English where the system wrote it; null once the customer was erased.</param>
/// <param name="TextInChinese">Where the system wrote it.</param>
/// <param name="IsAutomatic">The system wrote it.</param>
/// <param name="IsPinned">To be seen first.</param>
/// <param name="WrittenBy">A user or an app.</param>
internal sealed record OrderNoteRow(
    Guid Id, string? Text, string? TextInChinese, bool IsAutomatic, bool IsPinned, Guid WrittenBy, DateTimeOffset WrittenAt, int Version);

/// <param name="Name">Null once the person was erased.</param>
internal sealed record NoteAuthor(Guid Id, string? Name);
