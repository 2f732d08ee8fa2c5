using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Quality;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Quality;

/// <summary>Looks for what can be corrected in some customers. Nothing is changed before somebody has approved it.</summary>
internal sealed record StartCleansing : ICommand<OperationId>
{
    public const string Kind = "customers.cleanse-propose";

    /// <summary>Which customers: <c>filter[...]</c> and <c>q</c> as behind the question mark of their list; empty: all.</summary>
    public string Query { get; init; } = "";

    /// <summary>Of corrections; empty: all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];
}

/// <summary>Approves proposals, or rejects them: those that are named, or all of a kind, or all.</summary>
internal sealed record DecideProposals : ICommand<ProposalsDecided>
{
    [JsonIgnore]
    public Guid CleansingId { get; init; }

    [JsonIgnore]
    public bool IsApproved { get; init; }

    public IReadOnlyList<Guid> Ids { get; init; } = [];

    public string? Kind { get; init; }
}

/// <param name="Count">Proposals that were decided now.</param>
internal sealed record ProposalsDecided(int Count);

/// <summary>Makes the corrections that were approved.</summary>
internal sealed record ApplyCleansing(Guid Id) : ICommand<OperationId>
{
    public const string Kind = "customers.cleanse-apply";
}

/// <summary>Takes the corrections back; what somebody has changed since stays.</summary>
internal sealed record UndoCleansing(Guid Id) : ICommand<OperationId>
{
    public const string Kind = "customers.cleanse-undo";
}

/// <summary>Input of the operations.</summary>
internal sealed record CleansingRequest(Guid Id);

internal sealed class StartCleansingValidator : AbstractValidator<StartCleansing>
{
    private const int LongestQuery = 2000;

    private static readonly string Names = string.Join(", ", CustomerFixes.Kinds.Keys);
    private static readonly Phrase Known = new($"Known kinds, each once: {Names}.", $"可用的类型（各一次）：{Names}。");

    public StartCleansingValidator()
    {
        RuleFor(c => c.Query).NotNull().MaximumLength(LongestQuery);
        RuleFor(c => c.Kinds).NotNull().Must(kinds => kinds is null || (kinds.Distinct().Count() == kinds.Count && kinds.All(CustomerFixes.Kinds.ContainsKey))).WithPhrase(Known);
    }
}

internal sealed class DecideProposalsValidator : AbstractValidator<DecideProposals>
{
    private const int MostIds = 1000;

    public DecideProposalsValidator()
    {
        RuleFor(c => c.CleansingId).NotEmpty();
        RuleFor(c => c.Ids).NotNull();
        RuleFor(c => c.Ids.Count).LessThanOrEqualTo(MostIds).OverridePropertyName("Ids");
        RuleFor(c => c.Kind).MaximumLength(40);
    }
}

internal sealed class ApplyCleansingValidator : AbstractValidator<ApplyCleansing>
{
    public ApplyCleansingValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class UndoCleansingValidator : AbstractValidator<UndoCleansing>
{
    public UndoCleansingValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class StartCleansingHandler(CustomersDbContext db, CallerContext caller, OperationStarter starter) : ICommandHandler<StartCleansing, OperationId>
{
    public async Task<OperationId> Handle(StartCleansing command, CancellationToken ct)
    {
        var cleansing = new Cleansing(command.Kinds.Count > 0 ? command.Kinds : [.. CustomerFixes.Kinds.Keys], command.Query.TrimStart('?'), caller.Caller.Id, db.Time.GetUtcNow());
        db.Add(cleansing);
        var operation = await starter.Start(db, StartCleansing.Kind, new CleansingRequest(cleansing.Key), ct);
        cleansing.Work(CleansingState.Proposing, operation.Value);
        return operation;
    }
}

internal sealed class DecideProposalsHandler(CustomersDbContext db) : ICommandHandler<DecideProposals, ProposalsDecided>
{
    public async Task<ProposalsDecided> Handle(DecideProposals command, CancellationToken ct)
    {
        var cleansing = await db.ForChange<Cleansing, CleansingId>(new CleansingId(command.CleansingId), ct);
        cleansing.Require(CleansingState.Proposed, CleansingState.Applied);
        var (id, ids, wanted) = (cleansing.Id, command.Ids.ToList(), command.IsApproved ? ProposalState.Approved : ProposalState.Rejected);
        var undecided = db.Set<CleansingProposal>().Where(p => p.CleansingId == id && (p.State == ProposalState.Proposed || p.State == ProposalState.Approved || p.State == ProposalState.Rejected));
        if (ids.Count > 0) undecided = undecided.Where(p => EF.Parameter(ids).Contains(p.Id));
        if (command.Kind is { } kind) undecided = undecided.Where(p => p.Kind == kind);
        var count = await undecided.Where(p => p.State != wanted).ExecuteUpdateAsync(set => set.SetProperty(p => p.State, wanted), ct);
        db.AddAuditEntry(command.IsApproved ? "customers.approve-corrections" : "customers.reject-corrections", "cleansing", command.CleansingId, new { count, command.Kind });
        return new ProposalsDecided(count);
    }
}

internal sealed class ApplyCleansingHandler(CustomersDbContext db, OperationStarter starter) : ICommandHandler<ApplyCleansing, OperationId>
{
    public async Task<OperationId> Handle(ApplyCleansing command, CancellationToken ct)
    {
        var cleansing = await db.ForChange<Cleansing, CleansingId>(new CleansingId(command.Id), ct);
        cleansing.Require(CleansingState.Proposed, CleansingState.Applied);
        var id = cleansing.Id;
        if (!await db.Set<CleansingProposal>().AnyAsync(p => p.CleansingId == id && p.State == ProposalState.Approved, ct)) throw CleansingRules.NothingApproved.Broken();
        var operation = await starter.Start(db, ApplyCleansing.Kind, new CleansingRequest(command.Id), ct);
        cleansing.Work(CleansingState.Applying, operation.Value);
        return operation;
    }
}

internal sealed class UndoCleansingHandler(CustomersDbContext db, OperationStarter starter) : ICommandHandler<UndoCleansing, OperationId>
{
    public async Task<OperationId> Handle(UndoCleansing command, CancellationToken ct)
    {
        var cleansing = await db.ForChange<Cleansing, CleansingId>(new CleansingId(command.Id), ct);
        cleansing.Require(CleansingState.Applied);
        var operation = await starter.Start(db, UndoCleansing.Kind, new CleansingRequest(command.Id), ct);
        cleansing.Work(CleansingState.Undoing, operation.Value);
        return operation;
    }
}
