using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Crm.BuildingBlocks.Hosting.Attachments;

/// <summary>Hangs files on records, gives them out and takes them away, each with an audit entry in the same transaction.</summary>
internal sealed class AttachmentDesk(
    StoredFiles files, CallerContext caller, CommandContext command, KeyedWork keyed, Transactions transactions, IOptions<AttachmentOptions> options)
{
    private static readonly Phrase OneFile = new("Send one part called file.", "请发送一个名为 file 的部分。");
    private static readonly Phrase WrongType = new("Files of this type are not taken. Allowed are: {0}.", "不接受该类型的文件。允许的类型：{0}。");
    private static readonly Phrase NotWhatItSays = new("The content is not of the type {0}.", "内容与类型 {0} 不符。");
    private static readonly Rule TooMany = new("attachments.too-many", "A record takes at most {0} attachments.", "每条记录最多 {0} 个附件。");

    public async Task<AttachmentView> Add(ModuleDbContext db, string recordType, Guid record, Guid? person, HttpRequest request, CancellationToken ct)
    {
        var file = await Upload(db.Module, person, request, ct);
        var isKept = false;
        try
        {
            var added = await keyed.Run(db, token => Hang(db, recordType, record, file, token), ct);
            isKept = !command.WasReplayed;
            // The same request has the same file, so only the rest was worth remembering; and its name may be personal.
            return new AttachmentView(added.Id, file.Name, file.ContentType, file.Length, file.Sha256!, added.At, caller.Caller.Id);
        }
        finally
        {
            if (!isKept) await files.Discard(db.Module, [file.Id]);
        }
    }

    private async Task<Added> Hang(ModuleDbContext db, string recordType, Guid record, StoredFile file, CancellationToken ct)
    {
        if (await Of(db, recordType, record).CountAsync(ct) >= options.Value.MostPerRecord) throw TooMany.Broken(options.Value.MostPerRecord);
        await StoredFiles.Keep(db, file.Id, ct);
        var attachment = new Attachment
        {
            Id = Guid.CreateVersion7(db.Time.GetUtcNow()),
            RecordType = recordType,
            RecordId = record,
            FileId = file.Id,
            Name = file.Name,
            ContentType = file.ContentType,
            Length = file.Length,
            Sha256 = file.Sha256!,
            AddedAt = db.Time.GetUtcNow(),
            AddedBy = caller.Caller.Id,
        };
        db.Add(attachment);
        db.AddAuditEntry("attachments.add", recordType, record, new { attachment.Id, attachment.Length, attachment.Sha256 });
        return new Added(attachment.Id, attachment.AddedAt);
    }

    /// <summary>The plain content; that it was read is in the audit trail.</summary>
    public async Task<(Attachment Attachment, Stream Content)> Open(ModuleDbContext db, string recordType, Guid record, Guid id, CancellationToken ct)
    {
        var attachment = await Find(db, recordType, record, id, ct);
        var file = await db.Set<StoredFile>().AsNoTracking().SingleAsync(f => f.Id == attachment.FileId, ct);
        var content = await files.Open(db.Module, file, ct);
        await transactions.Run(db, _ =>
        {
            db.AddAuditEntry("attachments.read", recordType, record, new { id });
            return Task.FromResult(true);
        }, ct);
        return (attachment, content);
    }

    public Task Remove(ModuleDbContext db, string recordType, Guid record, Guid id, CancellationToken ct) => transactions.Run(db, async token =>
    {
        var attachment = await Find(db, recordType, record, id, token);
        db.Remove(attachment);
        await StoredFiles.GiveUp(db, [attachment.FileId], token);
        db.AddAuditEntry("attachments.remove", recordType, record, new { id });
        return true;
    }, ct);

    public static IQueryable<Attachment> Of(ModuleDbContext db, string recordType, Guid record) =>
        db.Set<Attachment>().AsNoTracking().Where(a => a.RecordType == recordType && a.RecordId == record);

    private static async Task<Attachment> Find(ModuleDbContext db, string recordType, Guid record, Guid id, CancellationToken ct) =>
        await Of(db, recordType, record).SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw new ResourceNotFound("attachment", id.ToString());

    private async Task<StoredFile> Upload(string module, Guid? person, HttpRequest request, CancellationToken ct)
    {
        StoredFile? file = null;
        try
        {
            await foreach (var part in MultipartParts.Of(request, command, ct))
            {
                if (part.Name != "file" || file is not null) throw new InvalidInput("file", OneFile);
                var type = ContentTypeOf(part.ContentType);
                file = await files.Save(module, new FileUpload(part.FileName ?? "file", type, person), part.Body, options.Value.MostBytes, ct);
                if (!await IsWhatItSays(module, file, ct)) throw new InvalidInput("file", NotWhatItSays, type);
            }
        }
        catch when (file is not null)
        {
            await files.Discard(module, [file.Id]);
            throw;
        }

        return file ?? throw new InvalidInput("file", OneFile);
    }

    private string ContentTypeOf(string? sent)
    {
        var allowed = options.Value.Types.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var type = MediaTypeHeaderValue.TryParse(sent, out var parsed) ? parsed.MediaType.Value!.ToLowerInvariant() : "";
        return allowed.Contains(type) ? type : throw new InvalidInput("file", WrongType, string.Join(", ", allowed));
    }

    private async Task<bool> IsWhatItSays(string module, StoredFile file, CancellationToken ct)
    {
        await using var content = await files.Open(module, file, ct);
        var head = new byte[FileSignatures.Length];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        return FileSignatures.Fit(file.ContentType, head.AsSpan(0, read));
    }

    private sealed record Added(Guid Id, DateTimeOffset At);
}
