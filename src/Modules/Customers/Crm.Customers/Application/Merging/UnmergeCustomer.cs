using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Figures;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;
using Crm.Customers.Domain.Merging;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Merging;

/// <summary>Takes a merge back: the customer is one of its own again, and the survivor as if it had never been merged, with what was changed since elsewhere.</summary>
internal sealed record UnmergeCustomer(Guid Id) : ICommand<UnmergeReply>;

/// <param name="Id">The customer that is one of its own again.</param>
/// <param name="Version">Of it now.</param>
/// <param name="SurvivorId">That it led to.</param>
/// <param name="SurvivorVersion">Of that one now.</param>
internal sealed record UnmergeReply(Guid Id, int Version, Guid SurvivorId, int SurvivorVersion);

internal sealed class UnmergeCustomerValidator : AbstractValidator<UnmergeCustomer>;

internal sealed class UnmergeCustomerHandler(CustomersDbContext db, FigureCount figures, CallerContext caller, TimeProvider time) : ICommandHandler<UnmergeCustomer, UnmergeReply>
{
    public async Task<UnmergeReply> Handle(UnmergeCustomer command, CancellationToken ct)
    {
        var merged = await Merged(command.Id, ct);
        var merge = await db.Set<Merge>().Where(m => m.MergedId == merged.Id && m.UndoneAt == null).OrderByDescending(m => m.MergedAt).FirstAsync(ct);
        var survivor = await db.ForChange<Customer, CustomerId>(merge.SurvivorId, ct);
        if (survivor.MergedIntoId is not null) throw MergingRules.LaterMergeFirst.Broken(survivor.Key);
        if (merged.IsErased || survivor.IsErased || merge.Before is null) throw CustomersRules.Erased.Broken();
        await RequireLast(merge, ct);
        await GiveBack(survivor, merged, merge, ct);
        await Free(survivor, merged, ct);
        merge.Undo(caller.Caller.Id, time.GetUtcNow());
        await Reopen(CustomerPair.Of(survivor.Id, merged.Id), ct);
        await db.KeepSearchTokens(survivor, ct);
        // What the one has of the other stands in the history of the other, and goes with it when that one is erased.
        db.AuditWithoutPersonalValues(survivor);
        await db.SaveChangesAsync(ct);
        await figures.Run([survivor.Id, merged.Id], ct);
        return new UnmergeReply(merged.Key, merged.Version, survivor.Key, survivor.Version);
    }

    private async Task<Customer> Merged(Guid id, CancellationToken ct)
    {
        var key = new CustomerId(id);
        var merged = await db.Customers.IgnoreQueryFilters([ModuleDbContext.MergedFilter]).AsSplitQuery().SingleOrDefaultAsync(c => c.Id == key, ct)
            ?? throw new ResourceNotFound("customer", id.ToString());
        return merged.MergedIntoId is null ? throw MergingRules.NotMerged.Broken() : merged;
    }

    // What both brought is written down as brought by the first: taken back with it, it would be gone though the later one says it, too.
    private async Task RequireLast(Merge merge, CancellationToken ct)
    {
        var last = await db.Set<Merge>().Where(m => m.SurvivorId == merge.SurvivorId && m.UndoneAt == null).OrderByDescending(m => m.MergedAt).FirstAsync(ct);
        if (last != merge) throw MergingRules.LastMergeFirst.Broken(last.MergedId.Value);
    }

    private async Task GiveBack(Customer survivor, Customer merged, Merge merge, CancellationToken ct)
    {
        var (image, changed) = MergeUndo.Of(CustomerImage.Read(merge.Before!), CustomerImage.Read(merge.After!), await db.ImageOf(survivor, ct));
        if (changed.Count > 0) throw MergingRules.ChangedSince.Broken(string.Join(", ", changed.Distinct()));
        await db.Rewrite(survivor, CustomerImage.Of(image), ct);
        var refs = CustomerImage.Of(CustomerImage.Read(merge.Taken!)).ExternalRefs;
        merged.StandAlone(refs.Select(r => new ExternalRef(r.System, r.Id)));
    }

    // Whoever was merged into it before goes with it.
    private async Task Free(Customer survivor, Customer merged, CancellationToken ct)
    {
        var led = await db.LedTo(survivor.Id, ct);
        var own = new HashSet<CustomerId> { merged.Id };
        while (led.Where(c => c.MergedIntoId is { } into && own.Contains(into) && !own.Contains(c.Id)).ToList() is { Count: > 0 } next) own.UnionWith(next.Select(c => c.Id));
        foreach (var follower in led.Where(c => c.Id != merged.Id && own.Contains(c.Id))) follower.Follow(merged.Id);
        await db.KeepFormerNames(survivor, [], ct);
    }

    private async Task Reopen(CustomerPair pair, CancellationToken ct)
    {
        var candidate = await db.Set<DuplicateCandidate>().SingleOrDefaultAsync(c => c.FirstId == pair.First && c.SecondId == pair.Second, ct);
        candidate?.Reopen();
    }
}
