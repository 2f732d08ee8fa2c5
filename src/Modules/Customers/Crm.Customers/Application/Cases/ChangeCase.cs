using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Cases;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application.Cases;

/// <summary>Replaces what is said of a case; another kind or priority may promise another deadline.</summary>
internal sealed record ChangeCase(Guid Id, CaseInput Case) : ICommand<CaseSaved>;

/// <summary>Names who sees to a case, or puts it into the queue of a unit.</summary>
internal sealed record AssignCase : ICommand<CaseSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Left out: nobody yet, it lies in the queue.</summary>
    public Guid? AssigneeId { get; init; }

    /// <summary>Left out, as it was.</summary>
    public Guid? UnitId { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Takes a case one step further.</summary>
/// <param name="Words">What is to be said: the solution where it is solved, the reason everywhere else.</param>
internal sealed record TakeCaseStep(Guid Id, CaseStep Step, string? Words) : ICommand<CaseSaved>;

/// <summary>What the customer thinks of how the case was seen to; said once.</summary>
internal sealed record RateCase : ICommand<CaseSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>From 1 to 5.</summary>
    public required int Rating { get; init; }

    public string? Comment { get; init; }
}

internal sealed class ChangeCaseValidator : AbstractValidator<ChangeCase>
{
    public ChangeCaseValidator() => RuleFor(c => c.Case).SetValidator(new CaseInputValidator<CaseInput>()).OverridePropertyName("");
}

internal sealed class AssignCaseValidator : AbstractValidator<AssignCase>
{
    public AssignCaseValidator() => RuleFor(c => c.Reason).MaximumLength(CustomerLimits.Text);
}

internal sealed class TakeCaseStepValidator : AbstractValidator<TakeCaseStep>
{
    private static readonly Phrase Solution = new("Say what the solution is.", "请填写解决方案。");

    public TakeCaseStepValidator()
    {
        RuleFor(c => c.Words).MaximumLength(CustomerLimits.Note).OverridePropertyName("Reason").When(c => c.Step != CaseStep.Solve);
        RuleFor(c => c.Words).NotEmpty().WithPhrase(Solution).MaximumLength(CustomerLimits.Note).OverridePropertyName("Solution").When(c => c.Step == CaseStep.Solve);
    }
}

internal sealed class RateCaseValidator : AbstractValidator<RateCase>
{
    public RateCaseValidator()
    {
        RuleFor(c => c.Rating).InclusiveBetween(1, 5);
        RuleFor(c => c.Comment).MaximumLength(CustomerLimits.Note);
    }
}

internal sealed class ChangeCaseHandler(CustomersDbContext db, CaseDesk desk, UnseenFields unseen, TimeProvider time) : ICommandHandler<ChangeCase, CaseSaved>
{
    public async Task<CaseSaved> Handle(ChangeCase command, CancellationToken ct)
    {
        var changed = await db.ForChange<ServiceCase, ServiceCaseId>(new ServiceCaseId(command.Id), ct);
        var input = unseen.Keep(CaseInput.Resource, command.Case, CaseInput.Of(changed));
        if (input.ContactId != changed.ContactId) await db.RequireContact(changed.CustomerId, input.ContactId, ct);
        changed.Change(input.ToFacts(), await desk.Terms(input.Kind, input.Priority, ct), time.GetUtcNow());
        return CaseSaved.Of(changed);
    }
}

internal sealed class AssignCaseHandler(CustomersDbContext db, CaseDesk desk, CallerContext caller, TimeProvider time) : ICommandHandler<AssignCase, CaseSaved>
{
    public async Task<CaseSaved> Handle(AssignCase command, CancellationToken ct)
    {
        var assigned = await db.ForChange<ServiceCase, ServiceCaseId>(new ServiceCaseId(command.Id), ct);
        await desk.RequireOwner(command.AssigneeId, command.UnitId, ct, assigned);
        assigned.Assign(command.AssigneeId, command.UnitId ?? assigned.UnitId, command.Reason, caller.Caller.Id, time.GetUtcNow());
        return CaseSaved.Of(assigned);
    }
}

internal sealed class TakeCaseStepHandler(CustomersDbContext db, CaseDesk desk, CallerContext caller, TimeProvider time) : ICommandHandler<TakeCaseStep, CaseSaved>
{
    public async Task<CaseSaved> Handle(TakeCaseStep command, CancellationToken ct)
    {
        var stepping = await db.ForChange<ServiceCase, ServiceCaseId>(new ServiceCaseId(command.Id), ct);
        var (by, now, words) = (caller.Caller.Id, time.GetUtcNow(), command.Words);
        switch (command.Step)
        {
            case CaseStep.Start:
                stepping.Start(words, by, now);
                break;
            case CaseStep.Wait:
                stepping.Wait(await desk.Hours(stepping, ct), words, by, now);
                break;
            case CaseStep.Resume:
                stepping.Resume(await desk.Hours(stepping, ct), words, by, now);
                break;
            case CaseStep.Solve:
                stepping.Solve(words!, await desk.Hours(stepping, ct), by, now);
                break;
            case CaseStep.Close:
                stepping.Close(words, await desk.Hours(stepping, ct), by, now);
                break;
            case CaseStep.Reopen:
                stepping.Reopen(await desk.Terms(stepping.Kind, stepping.Priority, ct), words, by, now);
                break;
            default:
                throw new InvalidOperationException($"{command.Step} is a command of its own.");
        }

        return CaseSaved.Of(stepping);
    }
}

internal sealed class RateCaseHandler(CustomersDbContext db, TimeProvider time) : ICommandHandler<RateCase, CaseSaved>
{
    public async Task<CaseSaved> Handle(RateCase command, CancellationToken ct)
    {
        var rated = await db.ForChange<ServiceCase, ServiceCaseId>(new ServiceCaseId(command.Id), ct);
        rated.Rate(command.Rating, command.Comment, time.GetUtcNow());
        return CaseSaved.Of(rated);
    }
}
