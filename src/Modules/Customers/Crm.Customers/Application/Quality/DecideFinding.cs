using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Quality;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Quality;

/// <summary>Says that what was found is right as it is.</summary>
internal sealed record DismissFinding : ICommand<FindingSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required string Reason { get; init; }
}

/// <summary>Takes a dismissal back.</summary>
internal sealed record ReopenFinding(Guid Id) : ICommand<FindingSaved>;

/// <summary>Changes the customer as the finding proposes, by the command that everybody else changes it with.</summary>
internal sealed record AcceptProposal(Guid Id) : ICommand<CustomerReply>;

/// <summary>What came of a decision about a finding.</summary>
internal sealed record FindingSaved(Guid Id, QualityFindingState State, int Version)
{
    public static FindingSaved Of(QualityFinding finding) => new(finding.Key, finding.State, finding.Version);
}

internal sealed class DismissFindingValidator : AbstractValidator<DismissFinding>
{
    private const int LongestReason = 500;

    public DismissFindingValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(LongestReason);
    }
}

internal sealed class ReopenFindingValidator : AbstractValidator<ReopenFinding>
{
    public ReopenFindingValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class AcceptProposalValidator : AbstractValidator<AcceptProposal>
{
    public AcceptProposalValidator() => RuleFor(c => c.Id).NotEmpty();
}

/// <summary>A finding of a customer that the caller sees.</summary>
internal static class VisibleFindings
{
    public static async Task<QualityFinding> FindingForChange(this CustomersDbContext db, Guid id, CancellationToken ct)
    {
        var finding = await db.ForChange<QualityFinding, QualityFindingId>(new QualityFindingId(id), ct);
        return await db.SeesCustomer(finding.SubjectId, ct) ? finding : throw new ResourceNotFound("quality-finding", id.ToString());
    }

    public static Task<bool> SeesCustomer(this CustomersDbContext db, Guid customer, CancellationToken ct)
    {
        var key = new CustomerId(customer);
        return db.Customers.AnyAsync(c => c.Id == key, ct);
    }
}

internal sealed class DismissFindingHandler(CustomersDbContext db, CustomerQuality quality, CallerContext caller, TimeProvider time) : ICommandHandler<DismissFinding, FindingSaved>
{
    public async Task<FindingSaved> Handle(DismissFinding command, CancellationToken ct)
    {
        var finding = await db.FindingForChange(command.Id, ct);
        finding.Dismiss(command.Reason, caller.Caller.Id, time.GetUtcNow());
        await quality.Check([finding.SubjectId], await quality.Rules(ct), ct);
        return FindingSaved.Of(finding);
    }
}

internal sealed class ReopenFindingHandler(CustomersDbContext db, CustomerQuality quality) : ICommandHandler<ReopenFinding, FindingSaved>
{
    public async Task<FindingSaved> Handle(ReopenFinding command, CancellationToken ct)
    {
        var finding = await db.FindingForChange(command.Id, ct);
        finding.Reopen();
        await quality.Check([finding.SubjectId], await quality.Rules(ct), ct);
        return FindingSaved.Of(finding);
    }
}

internal sealed class AcceptProposalHandler(
    CustomersDbContext db, CustomerQuality quality, ICommandHandler<ChangeCustomer, CustomerReply> change, CallerContext caller, TimeProvider time)
    : ICommandHandler<AcceptProposal, CustomerReply>
{
    public async Task<CustomerReply> Handle(AcceptProposal command, CancellationToken ct)
    {
        // An If-Match names the version of the customer: that is what changes.
        var id = new QualityFindingId(command.Id);
        var finding = await db.Set<QualityFinding>().SingleOrDefaultAsync(f => f.Id == id, ct);
        if (finding is null || !await db.SeesCustomer(finding.SubjectId, ct)) throw new ResourceNotFound("quality-finding", command.Id.ToString());
        var proposal = finding.Accept(caller.Caller.Id, time.GetUtcNow());
        var (basis, rules) = (finding.Basis, await quality.Rules(ct));
        await quality.Check([finding.SubjectId], rules, ct);
        if (db.Entry(finding).State == EntityState.Deleted || finding.Basis != basis) throw QualityProblems.DataChanged.Broken();
        var customer = new CustomerId(finding.SubjectId);
        var present = CustomerInput.Of(await db.Customers.AsNoTracking().AsSplitQuery().SingleAsync(c => c.Id == customer, ct));
        var saved = await change.Handle(new ChangeCustomer(finding.SubjectId, CustomerFixes.Apply(present, CustomerFixes.Of(present, [proposal.Kind]))), ct);
        await quality.Check([finding.SubjectId], rules, ct);
        return saved;
    }
}
