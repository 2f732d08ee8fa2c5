using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Tests.Platform;

/// <summary>A module with one thing that belongs to somebody, to see what callers reach of it.</summary>
public sealed class NotesModule : IModule
{
    public string Name => "notes";

    public void Describe(ModuleBuilder module) => module.Database<NotesDbContext>().Handlers().Permissions<NotesPermissions>();

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/notes", (NotesDbContext db) => db.Notes.OrderBy(n => n.Text).Select(n => n.Text).ToListAsync()).Requires(NotesPermissions.Read);
        routes.MapGet("/notes/{id:guid}", async (Guid id, NotesDbContext db) =>
            await db.Notes.AnyAsync(n => n.Id == new NoteId(id)) ? Results.Ok() : Results.NotFound()).Requires(NotesPermissions.Read);
        routes.MapPost("/notes", async (WriteNote note, ICommandHandler<WriteNote, NoteReply> handler, CancellationToken ct) =>
            await handler.Handle(note, ct)).Requires(NotesPermissions.Write);
        routes.MapGet("/me", (CallerContext context) => new Me(
            context.Caller.Name, context.Caller.Kind, context.Language, context.Caller.UnitId, context.Caller.Masks, context.Caller.TimeZone)).Requires(NotesPermissions.Read);
        routes.MapGet("/open", () => "hello").AllowEverybody();
    }
}

public sealed record Me(string Name, CallerKind Kind, Language Language, Guid? UnitId, IReadOnlyDictionary<string, FieldMask> Masks, string TimeZone);

public sealed class NotesPermissions
{
    public static readonly Permission Read = new("notes.notes.read", new Phrase("Read notes", "查看"), IsScoped: true);
    public static readonly Permission Write = new("notes.notes.write", new Phrase("Write notes", "编写"), IsScoped: true);
    public static readonly Permission Configure = new("notes.rules.configure", new Phrase("Set rules", "设置规则"));
    public static readonly Permission ReadRules = new("notes.rules.read", new Phrase("See rules", "查看规则"));
}

public readonly record struct NoteId(Guid Value) : ITypedId;

public sealed class Note : AggregateRoot, IOwned
{
    private Note(NoteId id, string text)
    {
        Id = id;
        Text = text;
    }

    public NoteId Id { get; private init; }

    public override Guid Key => Id.Value;

    [Personal]
    public string Text { get; private set; }

    public Guid? OwnerId { get; private init; }

    public Guid? UnitId { get; private init; }

    public static Note Write(string text, Guid? owner, Guid? unit)
    {
        var note = new Note(new NoteId(Guid.CreateVersion7()), text) { OwnerId = owner, UnitId = unit };
        note.Raise(new NoteWasWritten());
        return note;
    }
}

public sealed record NoteWasWritten : DomainEvent;

public sealed record WriteNote(string Text) : ICommand<NoteReply>;

public sealed record NoteReply(Guid Id);

internal sealed class WriteNoteValidator : AbstractValidator<WriteNote>
{
    public WriteNoteValidator() => RuleFor(c => c.Text).NotEmpty();
}

internal sealed class WriteNoteHandler(NotesDbContext db, CallerContext caller) : ICommandHandler<WriteNote, NoteReply>
{
    public Task<NoteReply> Handle(WriteNote command, CancellationToken ct)
    {
        var note = Note.Write(command.Text, caller.Caller.Id, caller.Caller.UnitId);
        db.Notes.Add(note);
        return Task.FromResult(new NoteReply(note.Id.Value));
    }
}

public abstract class NotesDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public DbSet<Note> Notes => Set<Note>();

    protected override void Map(ModelBuilder model) => model.Entity<Note>(note => note.ToTable("Notes").HasKey(n => n.Id));
}

public sealed class SqliteNotesDbContext(DbContextOptions<SqliteNotesDbContext> options) : NotesDbContext(options);

public sealed class PostgresNotesDbContext(DbContextOptions<PostgresNotesDbContext> options) : NotesDbContext(options);

public sealed class SqlServerNotesDbContext(DbContextOptions<SqlServerNotesDbContext> options) : NotesDbContext(options);
