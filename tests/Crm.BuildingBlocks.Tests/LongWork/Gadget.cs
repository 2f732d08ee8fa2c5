using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Tests.LongWork;

internal readonly record struct GadgetId(Guid Value) : ITypedId;

internal enum GadgetKind
{
    Plain,
    Fancy,
}

/// <summary>Something that is imported.</summary>
internal sealed class Gadget : AggregateRoot
{
    private Gadget()
    {
    }

    public Gadget(string system, string externalId)
    {
        (Id, System, ExternalId) = (new GadgetId(Guid.CreateVersion7()), system, externalId);
        Raise(new GadgetWasMade());
    }

    public GadgetId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string System { get; private set; } = "";

    public string ExternalId { get; private set; } = "";

    public string Name { get; private set; } = "";

    public decimal Price { get; private set; }

    public DateOnly? MadeOn { get; private set; }

    public GadgetKind Kind { get; private set; }

    /// <summary>Parts as <c>name*count</c>, in the order of the second file.</summary>
    public string Parts { get; private set; } = "";

    /// <returns>Whether anything is different now.</returns>
    public bool Become(GadgetRow row)
    {
        var parts = string.Join(' ', row.Parts?.Select(p => $"{p.Part}*{p.Count}") ?? []);
        if ((Name, Price, MadeOn, Kind, Parts) == (row.Name, row.Price, row.MadeOn, row.Kind, parts)) return false;
        (Name, Price, MadeOn, Kind, Parts) = (row.Name, row.Price, row.MadeOn, row.Kind, parts);
        Raise(new GadgetWasChanged());
        return true;
    }
}

internal sealed record GadgetWasMade : DomainEvent;

internal sealed record GadgetWasChanged : DomainEvent;

internal sealed record GadgetRow(
    [ImportField("What it is called", "名称", MaxLength = 20)] string Name,
    [ImportField("Price without tax", "不含税价格")] decimal Price,
    DateOnly? MadeOn = null,
    GadgetKind Kind = GadgetKind.Plain,
    IReadOnlyList<GadgetPart>? Parts = null);

internal sealed record GadgetPart(string Part, int Count);

internal sealed class GadgetRowValidator : AbstractValidator<GadgetRow>
{
    public GadgetRowValidator() => RuleFor(g => g.Price).GreaterThanOrEqualTo(0);
}

/// <summary>Refuses some on its own, leaves others to the database: names are unique there.</summary>
internal sealed class GadgetImport(LongWorkDbContext db, StepHook hook) : IImportTarget<GadgetRow>
{
    public static readonly Rule Cursed = new("long-work.cursed", "{0} is cursed.", "{0} 被诅咒了。");

    public async Task Apply(IReadOnlyList<ImportRow<GadgetRow>> rows, ImportContext context, CancellationToken ct)
    {
        var ids = rows.Select(r => r.Ref.Id).ToList();
        var known = await db.Gadgets.Where(g => g.System == rows[0].Ref.System && EF.Parameter(ids).Contains(g.ExternalId)).ToDictionaryAsync(g => g.ExternalId, ct);
        foreach (var row in rows)
        {
            if (row.Value.Name == "cursed") row.Refuse(Cursed, row.Ref.Id);
            else if (row.Value.Name == "explosive") throw Cursed.Broken(row.Ref.Id);
            else Take(row, known.GetValueOrDefault(row.Ref.Id));
        }

        await hook.Before((int)rows[^1].Line, ct);
    }

    private void Take(ImportRow<GadgetRow> row, Gadget? gadget)
    {
        if (gadget is not null)
        {
            if (gadget.Become(row.Value)) row.Updated(gadget.Key);
            else row.Unchanged(gadget.Key);
            return;
        }

        gadget = new Gadget(row.Ref.System, row.Ref.Id);
        gadget.Become(row.Value);
        db.Gadgets.Add(gadget);
        row.Created(gadget.Key);
    }

    public static void Map(ModelBuilder model) => model.Entity<Gadget>(gadget =>
    {
        gadget.ToTable("Gadgets").HasKey(g => g.Id);
        gadget.Property(g => g.Id).ValueGeneratedNever();
        gadget.HasIndex(g => new { g.System, g.ExternalId }).IsUnique();
        gadget.HasIndex(g => g.Name).IsUnique();
        gadget.Property(g => g.Parts).IsLongText();
    });
}
