using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Duplicates;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Duplicates;

/// <summary>Two customers are not the same. It is not asked again until one of them changes.</summary>
/// <param name="Reason">In a few words.</param>
internal sealed record RejectCandidate(string Reason) : ICommand<CandidateReply>
{
    [System.Text.Json.Serialization.JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>Asks again.</summary>
internal sealed record ReopenCandidate(Guid Id) : ICommand<CandidateReply>;

internal sealed record CandidateReply(Guid Id, CandidateState State, int Version);

internal sealed class RejectCandidateValidator : AbstractValidator<RejectCandidate>
{
    public RejectCandidateValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(DuplicateCandidate.LongestReason);
}

internal sealed class ReopenCandidateValidator : AbstractValidator<ReopenCandidate>;

internal sealed class RejectCandidateHandler(CustomersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<RejectCandidate, CandidateReply>
{
    public async Task<CandidateReply> Handle(RejectCandidate command, CancellationToken ct)
    {
        var candidate = await db.ToDecide(command.Id, ct);
        candidate.Reject(command.Reason.Trim(), caller.Caller.Id, time.GetUtcNow());
        return new CandidateReply(candidate.Id.Value, candidate.State, candidate.Version);
    }
}

internal sealed class ReopenCandidateHandler(CustomersDbContext db) : ICommandHandler<ReopenCandidate, CandidateReply>
{
    public async Task<CandidateReply> Handle(ReopenCandidate command, CancellationToken ct)
    {
        var candidate = await db.ToDecide(command.Id, ct);
        if (candidate.State == CandidateState.Confirmed) throw DuplicatesRules.AlreadyMerged.Broken();
        candidate.Reopen();
        return new CandidateReply(candidate.Id.Value, candidate.State, candidate.Version);
    }
}

internal static class CandidateReading
{
    /// <summary>Those of which the caller sees one customer at least.</summary>
    public static IQueryable<DuplicateCandidate> Candidates(this CustomersDbContext db) =>
        db.Set<DuplicateCandidate>().Where(c => c.First != null || c.Second != null);

    /// <summary>Who decides must see both.</summary>
    public static async Task<DuplicateCandidate> ToDecide(this CustomersDbContext db, Guid id, CancellationToken ct)
    {
        var key = new DuplicateCandidateId(id);
        var candidate = await db.Candidates().Include(c => c.First).Include(c => c.Second).AsSplitQuery().SingleOrDefaultAsync(c => c.Id == key, ct)
            ?? throw new ResourceNotFound("duplicate-candidate", id.ToString());
        db.CheckExpectedVersion(candidate);
        if (candidate.First is null || candidate.Second is null) throw DuplicatesRules.CustomerHidden.Broken();
        return candidate;
    }
}
