using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Opportunities;

/// <summary>Adds a reason for winning or losing.</summary>
internal sealed record MakeOutcomeReason : ICommand<OutcomeReasonSaved>
{
    /// <summary>Won or lost.</summary>
    public required OpportunityState Outcome { get; init; }

    /// <summary>Never changes.</summary>
    public required string Code { get; init; }

    public required Phrase Names { get; init; }

    public bool IsActive { get; init; } = true;
}

/// <summary>Replaces how a reason is called. One that is not to be given any more is made inactive.</summary>
internal sealed record ChangeOutcomeReason : ICommand<OutcomeReasonSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required Phrase Names { get; init; }

    public bool IsActive { get; init; } = true;
}

/// <summary>What came of a command on a reason.</summary>
internal sealed record OutcomeReasonSaved(Guid Id, string Code, int Version)
{
    public static OutcomeReasonSaved Of(OutcomeReason r) => new(r.Key, r.Code, r.Version);
}

internal sealed class MakeOutcomeReasonValidator : AbstractValidator<MakeOutcomeReason>
{
    private static readonly Phrase WonOrLost = new("Give won or lost.", "请填写 won 或 lost。");

    public MakeOutcomeReasonValidator()
    {
        RuleFor(c => c.Outcome).IsInEnum().NotEqual(OpportunityState.Open).WithPhrase(WonOrLost);
        RuleFor(c => c.Code).IsPlainCode();
        RuleFor(c => c.Names).AreNames();
    }
}

internal sealed class ChangeOutcomeReasonValidator : AbstractValidator<ChangeOutcomeReason>
{
    public ChangeOutcomeReasonValidator() => RuleFor(c => c.Names).AreNames();
}

internal sealed class MakeOutcomeReasonHandler(CustomersDbContext db) : ICommandHandler<MakeOutcomeReason, OutcomeReasonSaved>
{
    public async Task<OutcomeReasonSaved> Handle(MakeOutcomeReason command, CancellationToken ct)
    {
        if (await db.OutcomeReasons.AnyAsync(r => r.Outcome == command.Outcome && r.Code == command.Code, ct)) throw OpportunityRules.ReasonTaken.Broken(command.Code);
        var reason = OutcomeReason.Make(command.Outcome, command.Code, command.Names, command.IsActive);
        db.OutcomeReasons.Add(reason);
        return OutcomeReasonSaved.Of(reason);
    }
}

internal sealed class ChangeOutcomeReasonHandler(CustomersDbContext db) : ICommandHandler<ChangeOutcomeReason, OutcomeReasonSaved>
{
    public async Task<OutcomeReasonSaved> Handle(ChangeOutcomeReason command, CancellationToken ct)
    {
        var reason = await db.ForChange<OutcomeReason, OutcomeReasonId>(new OutcomeReasonId(command.Id), ct);
        reason.Change(command.Names, command.IsActive);
        return OutcomeReasonSaved.Of(reason);
    }
}
