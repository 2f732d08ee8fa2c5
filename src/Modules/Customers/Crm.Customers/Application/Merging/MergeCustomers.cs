using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Figures;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;
using Crm.Customers.Domain.Merging;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Merging;

/// <summary>Others are the same as this customer: it takes what they know and they lead to it from now on.</summary>
/// <param name="Others">Which, with the versions they were seen at.</param>
/// <param name="Fields">Field to the id of the customer whose value it takes; else the survivor's, or where it has none that of the others.</param>
/// <param name="DryRun">Only shows what would become of the survivor.</param>
internal sealed record MergeCustomers(IReadOnlyList<MergedCustomer> Others, IReadOnlyDictionary<string, Guid>? Fields = null, bool DryRun = false) : ICommand<MergeReply>
{
    [JsonIgnore]
    public Guid SurvivorId { get; init; }
}

internal sealed record MergedCustomer(Guid Id, int Version);

/// <param name="SurvivorId">That goes on.</param>
/// <param name="Version">Of it now.</param>
internal sealed record MergeReply(Guid SurvivorId, int Version);

internal sealed class MergeCustomersValidator : AbstractValidator<MergeCustomers>
{
    private const int Most = 20;

    public MergeCustomersValidator()
    {
        RuleFor(c => c.Others).NotEmpty();
        RuleFor(c => c.Others.Count).LessThanOrEqualTo(Most).OverridePropertyName("Others");
    }
}

internal sealed class MergeCustomersHandler(CustomersDbContext db, FigureCount figures, CallerContext caller, TimeProvider time) : ICommandHandler<MergeCustomers, MergeReply>
{
    public async Task<MergeReply> Handle(MergeCustomers command, CancellationToken ct)
    {
        var survivor = await db.ForChange<Customer, CustomerId>(new CustomerId(command.SurvivorId), ct);
        var others = await db.OthersOf(survivor, command, ct);
        var work = new MergeWork(db, new MergePlan(command.Fields ?? new Dictionary<string, Guid>()));
        await work.Require(survivor, others, ct);
        var at = await NextAfterLast(survivor, ct);
        foreach (var other in others)
        {
            var taken = CustomerImage.Written(await db.ImageOf(other, ct));
            var before = CustomerImage.Written(await db.ImageOf(survivor, ct));
            await work.Unite(survivor, other, ct);
            await LeadOn(other, survivor, ct);
            db.Add(Merge.Make(survivor.Id, other.Id, (before, CustomerImage.Written(await db.ImageOf(survivor, ct)), taken), caller.Caller.Id, at));
            at = at.AddMicroseconds(1);
            await Confirm(CustomerPair.Of(survivor.Id, other.Id), ct);
        }

        await db.KeepFormerNames(survivor, others, ct);
        await db.KeepSearchTokens(survivor, ct);
        // What the one has of the other stands in the history of the other, and goes with it when that one is erased.
        db.AuditWithoutPersonalValues(survivor);
        await db.SaveChangesAsync(ct);
        await figures.Run([survivor.Id], ct);
        return new MergeReply(survivor.Id.Value, survivor.Version);
    }

    // Merges into one survivor are undone from the last: each has a moment of its own, also within one command or by a clock that went back.
    private async Task<DateTimeOffset> NextAfterLast(Customer survivor, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var last = await db.Set<Merge>().Where(m => m.SurvivorId == survivor.Id).OrderByDescending(m => m.MergedAt).Select(m => (DateTimeOffset?)m.MergedAt).FirstOrDefaultAsync(ct);
        return last >= now ? last.Value.AddMicroseconds(1) : now;
    }

    private async Task LeadOn(Customer other, Customer survivor, CancellationToken ct)
    {
        other.LeadTo(survivor.Id, survivor.Id);
        foreach (var follower in await db.LedTo(other.Id, ct)) follower.Follow(survivor.Id);
    }

    private async Task Confirm(CustomerPair pair, CancellationToken ct)
    {
        var candidate = await db.Set<DuplicateCandidate>().SingleOrDefaultAsync(c => c.FirstId == pair.First && c.SecondId == pair.Second, ct);
        candidate?.Confirm(caller.Caller.Id, time.GetUtcNow());
    }
}
