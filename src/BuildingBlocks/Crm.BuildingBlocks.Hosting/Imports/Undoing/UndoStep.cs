using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;

namespace Crm.BuildingBlocks.Hosting.Imports.Undoing;

/// <summary>Takes some records back in one transaction and says of each what became of it.</summary>
internal sealed class UndoStep(IRevertible target, ModuleDbContext db)
{
    public async Task<IReadOnlyList<TakenBack>> Take(IReadOnlyList<ImportImage> images, CancellationToken ct)
    {
        var present = await target.Images([.. images.Select(i => i.RecordId)], ct);
        var made = images.Where(i => i.Before is null).Select(i => i.RecordId).ToList();
        var inUse = made.Count == 0 ? new HashSet<Guid>() : await target.InUse(made, ct);
        var taken = new List<TakenBack>(images.Count);
        foreach (var image in images) taken.Add(await Take(image, present.GetValueOrDefault(image.RecordId), inUse.Contains(image.RecordId), ct));
        return taken;
    }

    private async Task<TakenBack> Take(ImportImage image, JsonObject? now, bool isInUse, CancellationToken ct)
    {
        if (now is null) return Left(image, ImportRules.UndoMissing);
        var isUntouched = ImageLedger.HashOf(now) == image.AfterHash;
        try
        {
            if (image.Before is not null) return await Restore(image, now, ct);
            if (!isUntouched) return Left(image, ImportRules.UndoChanged);
            if (isInUse) return Left(image, ImportRules.UndoInUse);
            await target.Remove(image.RecordId, ct);
            return new TakenBack(image, UndoOutcome.Removed);
        }
        catch (Refusal refusal) when (!db.ChangeTracker.HasChanges())
        {
            var (code, text, values, field) = RefusedWork.Describe(refusal);
            return new TakenBack(image, UndoOutcome.Left, new ImportFault(image.Line, field, null, code, text, values));
        }
    }

    private async Task<TakenBack> Restore(ImportImage image, JsonObject now, CancellationToken ct)
    {
        var (wanted, kept) = new ThreeWay(target.PartMembers).Undo(Parsed(image.Before!), Parsed(image.After!), now);
        if (!JsonNode.DeepEquals(wanted, now)) await target.TakeBack(image.RecordId, wanted, ct);
        if (kept.Count == 0) return new TakenBack(image, UndoOutcome.Reverted);
        var outcome = JsonNode.DeepEquals(wanted, now) ? UndoOutcome.Left : UndoOutcome.Partly;
        var rule = ImportRules.UndoFieldsChanged;
        return new TakenBack(image, outcome, new ImportFault(image.Line, FaultValues.Shorten(string.Join(", ", kept.Distinct())), image.RecordId.ToString(), rule.Code, rule.Text, []));
    }

    private static TakenBack Left(ImportImage image, Rule why) =>
        new(image, UndoOutcome.Left, new ImportFault(image.Line, null, image.RecordId.ToString(), why.Code, why.Text, []));

    private static JsonObject Parsed(string image) => JsonNode.Parse(image)!.AsObject();
}
