using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Crm.BuildingBlocks.Hosting.Attachments;

public static class AttachmentEndpoints
{
    // Headers and boundaries around the file.
    private const int AroundTheFile = 64 * 1024;

    /// <summary>Adds <c>/{id}/attachments</c> to the routes of a resource.</summary>
    /// <param name="records">Grouped under the resource.</param>
    /// <param name="read">Permission to list and fetch.</param>
    /// <param name="write">Permission to add and remove.</param>
    /// <param name="one">The record with this id through the module's context, so that its scope filter decides who sees it.</param>
    /// <param name="personOf">Whose key encrypts the files of a record; null for those that are nobody's.</param>
    public static void MapAttachments<TContext, TAggregate>(
        this IEndpointRouteBuilder records, Permission read, Permission write, Func<TContext, Guid, IQueryable<TAggregate>> one, Func<TAggregate, Guid?>? personOf = null)
        where TContext : ModuleDbContext
        where TAggregate : AggregateRoot
    {
        var type = Names.RecordType(typeof(TAggregate));
        var limit = records.ServiceProvider.GetRequiredService<IOptions<AttachmentOptions>>().Value.MostBytes + AroundTheFile;
        var attachments = records.MapGroup("/{id:guid}/attachments").WithTags("Attachments");

        attachments.MapGet("/", async (Guid id, IServiceProvider services, CancellationToken ct) =>
        {
            var db = Database(services);
            await Demand(id, db, ct);
            var all = await AttachmentDesk.Of(db, type, id).OrderBy(a => a.AddedAt).ThenBy(a => a.Id).ToListAsync(ct);
            return TypedResults.Ok<IReadOnlyList<AttachmentView>>(all.ConvertAll(AttachmentView.Of));
        }).Requires(read);

        attachments.MapPost("/", async (Guid id, HttpRequest request, IServiceProvider services, AttachmentDesk desk, CancellationToken ct) =>
        {
            var db = Database(services);
            var record = await Demand(id, db, ct);
            var added = await desk.Add(db, type, id, personOf?.Invoke(record), request, ct);
            return TypedResults.Created($"{request.Path.Value!.TrimEnd('/')}/{added.Id}", added);
        }).Requires(write).Accepts<IFormFile>("multipart/form-data").WithMetadata(new TakesUpload(limit));

        attachments.MapGet("/{attachment:guid}", async (Guid id, Guid attachment, HttpResponse response, IServiceProvider services, AttachmentDesk desk, CancellationToken ct) =>
        {
            var db = Database(services);
            await Demand(id, db, ct);
            var (found, content) = await desk.Open(db, type, id, attachment, ct);
            return Download(found, content, response);
        }).Requires(read);

        attachments.MapDelete("/{attachment:guid}", async (Guid id, Guid attachment, IServiceProvider services, AttachmentDesk desk, CancellationToken ct) =>
        {
            var db = Database(services);
            await Demand(id, db, ct);
            await desk.Remove(db, type, id, attachment, ct);
            return TypedResults.NoContent();
        }).Requires(write).WithoutIfMatch();

        // Not a parameter of the handlers: the analyzer of route handlers fails on a type parameter there (dotnet/aspnetcore#56831).
        TContext Database(IServiceProvider services) => services.GetRequiredService<TContext>();

        async Task<TAggregate> Demand(Guid id, TContext db, CancellationToken ct) =>
            await one(db, id).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new ResourceNotFound(type, id.ToString());
    }

    /// <summary>Takes everything away that hangs on these records. Call it where a record is erased, in the same transaction.</summary>
    public static async Task EraseAttachments<TAggregate>(this ModuleDbContext db, IReadOnlyCollection<Guid> records, CancellationToken ct)
        where TAggregate : AggregateRoot
    {
        var type = Names.RecordType(typeof(TAggregate));
        var attachments = db.Set<Attachment>().Where(a => a.RecordType == type && records.Contains(a.RecordId));
        var files = await attachments.Select(a => a.FileId).ToListAsync(ct);
        await attachments.ExecuteDeleteAsync(ct);
        await StoredFiles.GiveUp(db, files, ct);
    }

    // Saved, never shown: what somebody uploaded must not run in the name of our own pages.
    private static FileStreamHttpResult Download(Attachment attachment, Stream content, HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        response.Headers.CacheControl = "private, no-store";
        return TypedResults.Stream(content, attachment.ContentType, attachment.Name, attachment.AddedAt);
    }
}

/// <param name="Id">Of the attachment.</param>
/// <param name="Name">Of the file.</param>
/// <param name="ContentType">One of those allowed.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">Of the content, in hexadecimal.</param>
/// <param name="AddedAt">When it was added.</param>
/// <param name="AddedBy">Who added it.</param>
public sealed record AttachmentView(Guid Id, string Name, string ContentType, long Length, string Sha256, DateTimeOffset AddedAt, Guid AddedBy)
{
    internal static AttachmentView Of(Attachment a) => new(a.Id, a.Name, a.ContentType, a.Length, a.Sha256, a.AddedAt, a.AddedBy);
}
