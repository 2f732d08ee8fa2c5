using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Processes;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Processes;

/// <summary>A customer begins a process, in its published version.</summary>
internal sealed record StartProcess : ICommand<ProcessSaved>
{
    public required Guid CustomerId { get; init; }

    /// <summary>Code of the definition.</summary>
    public required string Process { get; init; }

    /// <summary>Of Sales Orders, where it is known already; otherwise the first order of which the process hears becomes its own.</summary>
    public Guid? OrderId { get; init; }
}

/// <summary>Takes a process further.</summary>
internal sealed record AdvanceProcess : ICommand<ProcessSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Key of the transition.</summary>
    public required string Transition { get; init; }

    /// <summary>What is written down, by the keys of the fields: dates as 2026-03-02, numbers with a point, true or false.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    public string? Note { get; init; }
}

/// <summary>Says which order a process is about.</summary>
internal sealed record BindProcess : ICommand<ProcessSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required Guid OrderId { get; init; }
}

/// <summary>Ends a process before its end.</summary>
internal sealed record CancelProcess : ICommand<ProcessSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required string Reason { get; init; }
}

/// <param name="Id">The process.</param>
/// <param name="Version">Its version.</param>
/// <param name="State">Whether it goes on.</param>
/// <param name="Node">Where it is.</param>
internal sealed record ProcessSaved(Guid Id, int Version, ProcessState State, string Node)
{
    public static ProcessSaved Of(SalesProcess p) => new(p.Key, p.Version, p.State, p.Node);
}

internal sealed class StartProcessValidator : AbstractValidator<StartProcess>
{
    public StartProcessValidator()
    {
        RuleFor(c => c.CustomerId).NotEmpty();
        RuleFor(c => c.Process).NotEmpty().MaximumLength(CustomerLimits.Code);
        RuleFor(c => c.OrderId).NotEqual(Guid.Empty);
    }
}

internal sealed class AdvanceProcessValidator : AbstractValidator<AdvanceProcess>
{
    private const int MostValues = 100;

    private static readonly Phrase TooLong = new($"At most {MostValues} values of at most {CustomerLimits.Note} characters.", $"最多 {MostValues} 个值，每个最多 {CustomerLimits.Note} 个字符。");

    public AdvanceProcessValidator()
    {
        RuleFor(c => c.Transition).NotEmpty().MaximumLength(CustomerLimits.Code);
        RuleFor(c => c.Note).MaximumLength(CustomerLimits.Note);
        RuleFor(c => c.Values).NotNull().Must(v => v is null || (v.Count <= MostValues && v.Values.All(x => x is { Length: <= CustomerLimits.Note }))).WithPhrase(TooLong);
    }
}

internal sealed class BindProcessValidator : AbstractValidator<BindProcess>
{
    public BindProcessValidator() => RuleFor(c => c.OrderId).NotEmpty();
}

internal sealed class CancelProcessValidator : AbstractValidator<CancelProcess>
{
    public CancelProcessValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(CustomerLimits.Note);
}

internal sealed class StartProcessHandler(CustomersDbContext db, ProcessWalks walks, TimeProvider time) : ICommandHandler<StartProcess, ProcessSaved>
{
    public async Task<ProcessSaved> Handle(StartProcess command, CancellationToken ct)
    {
        var customer = await db.SurvivorOf(command.CustomerId, ct);
        await walks.TakeTurn(customer, ct);
        var definition = await db.ProcessDefinitions.SingleOrDefaultAsync(d => d.Code == command.Process && d.State == DefinitionState.Published, ct)
            ?? throw ProcessRules.Unknown.Broken(command.Process);
        var family = await db.FamilyOf(customer.Value, ct);
        var others = db.Processes.IgnoreQueryFilters().Where(p => p.Code == definition.Code);
        if (!definition.AllowsSeveral && await others.AnyAsync(p => p.State == ProcessState.Open && family.Contains(p.CustomerId), ct))
            throw ProcessRules.AlreadyOpen.Broken(definition.Code);
        if (command.OrderId is { } order) await walks.RequireFree(order, definition.Code, customer, self: null, ct);
        var around = await walks.Around(customer, definition.Code, self: null, command.OrderId, time.GetUtcNow(), ct);
        var process = SalesProcess.Start(definition, customer, command.OrderId, around);
        db.Add(process);
        return ProcessSaved.Of(process);
    }
}

internal sealed class AdvanceProcessHandler(ProcessWalks walks) : ICommandHandler<AdvanceProcess, ProcessSaved>
{
    public async Task<ProcessSaved> Handle(AdvanceProcess command, CancellationToken ct)
    {
        var process = await walks.ForChange(command.Id, ct);
        process.Take(await walks.GraphOf(process, ct), command.Transition, command.Values, command.Note, await walks.Around(process, ct));
        await walks.GoOn(process, ct);
        return ProcessSaved.Of(process);
    }
}

internal sealed class BindProcessHandler(ProcessWalks walks) : ICommandHandler<BindProcess, ProcessSaved>
{
    public async Task<ProcessSaved> Handle(BindProcess command, CancellationToken ct)
    {
        var process = await walks.ForChange(command.Id, ct);
        await walks.RequireFree(command.OrderId, process.Code, process.CustomerId, process.Id, ct);
        process.Bind(command.OrderId, (await walks.Around(process, ct)).Facts);
        await walks.GoOn(process, ct);
        return ProcessSaved.Of(process);
    }
}

internal sealed class CancelProcessHandler(ProcessWalks walks, CallerContext caller, TimeProvider time) : ICommandHandler<CancelProcess, ProcessSaved>
{
    public async Task<ProcessSaved> Handle(CancelProcess command, CancellationToken ct)
    {
        var process = await walks.ForChange(command.Id, ct);
        process.Cancel(command.Reason, caller.Caller.Id, time.GetUtcNow());
        return ProcessSaved.Of(process);
    }
}
