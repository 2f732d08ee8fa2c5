using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Processes;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Processes;

/// <summary>What an administrator says about a process. A draft may be anything; what is wrong with it is said by its check.</summary>
internal abstract record ProcessWords
{
    public required Phrase Names { get; init; }

    /// <summary>Whether a customer may be in it several times at once.</summary>
    public bool AllowsSeveral { get; init; }

    public required ProcessGraph Graph { get; init; }

    public ProcessContent ToContent() => new(Names, AllowsSeveral, Graph);
}

/// <summary>Drafts the next version of a process, or the first of a new one.</summary>
internal sealed record DraftProcess : ProcessWords, ICommand<ProcessDefinitionSaved>
{
    /// <summary>The same for all versions.</summary>
    public required string Code { get; init; }
}

/// <summary>Replaces a draft.</summary>
internal sealed record ChangeProcessDraft : ProcessWords, ICommand<ProcessDefinitionSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>What came of a command on a definition.</summary>
internal sealed record ProcessDefinitionSaved(Guid Id, string Code, int Number, DefinitionState State, int Version)
{
    public static ProcessDefinitionSaved Of(ProcessDefinition d) => new(d.Key, d.Code, d.Number, d.State, d.Version);
}

internal abstract class ProcessWordsValidator<TWords> : AbstractValidator<TWords>
    where TWords : ProcessWords
{
    private const int MostNodes = 100;
    private const int MostTransitions = 400;
    private const int MostFields = 100;
    private const int LongestLimit = 24 * 365;

    protected ProcessWordsValidator()
    {
        RuleFor(c => c.Names).AreNames();
        RuleFor(c => c.Graph).NotNull();
        When(c => c.Graph is not null, () =>
        {
            RuleFor(c => c.Graph.Nodes).NotNull().Must(n => n is null || n.Count <= MostNodes);
            RuleFor(c => c.Graph.Transitions).NotNull().Must(t => t is null || t.Count <= MostTransitions);
            RuleFor(c => c.Graph.Fields).NotNull().Must(f => f is null || f.Count <= MostFields);
            RuleForEach(c => c.Graph.Nodes).NotNull().ChildRules(node =>
            {
                node.RuleFor(n => n.Key).IsPlainCode();
                node.RuleFor(n => n.Kind).IsInEnum();
                node.RuleFor(n => n.Names).AreNames();
            });
            RuleForEach(c => c.Graph.Transitions).NotNull().ChildRules(way =>
            {
                way.RuleFor(t => t.Key).IsPlainCode();
                way.RuleFor(t => t.From).NotEmpty();
                way.RuleFor(t => t.To).NotEmpty();
                way.RuleFor(t => t.Names).AreNames();
                way.RuleFor(t => t.LimitHours).InclusiveBetween(1, LongestLimit);
                way.RuleFor(t => t.LimitWorkingDays).InclusiveBetween(1, LongestLimit / 24);
                way.RuleForEach(t => t.RequiredFields).NotEmpty();
            });
            RuleForEach(c => c.Graph.Fields).NotNull().ChildRules(field =>
            {
                field.RuleFor(f => f.Key).Must(key => key is { Length: > 0 and <= 40 } && key.All(char.IsAsciiLetterOrDigit)).WithPhrase(FieldKey);
                field.RuleFor(f => f.Names).AreNames();
                field.RuleFor(f => f.Kind).IsInEnum().NotEqual(FieldKind.Texts).WithPhrase(OneValue);
            });
        });
    }

    private static readonly Phrase FieldKey = new("1 to 40 letters and digits are expected.", "应为 1 至 40 个字母和数字。");
    private static readonly Phrase OneValue = new("A field holds one value: a text, number, date, or yes or no.", "字段只能保存一个值：文本、数字、日期或是/否。");
}

internal sealed class DraftProcessValidator : ProcessWordsValidator<DraftProcess>
{
    public DraftProcessValidator() => RuleFor(c => c.Code).IsPlainCode();
}

internal sealed class ChangeProcessDraftValidator : ProcessWordsValidator<ChangeProcessDraft>;

internal sealed class DraftProcessHandler(CustomersDbContext db) : ICommandHandler<DraftProcess, ProcessDefinitionSaved>
{
    public async Task<ProcessDefinitionSaved> Handle(DraftProcess command, CancellationToken ct)
    {
        var versions = await db.ProcessDefinitions.Where(d => d.Code == command.Code).Select(d => new { d.Number, d.State }).ToListAsync(ct);
        if (versions.Exists(v => v.State == DefinitionState.Draft)) throw ProcessRules.DraftThere.Broken(command.Code);
        var definition = ProcessDefinition.Draft(command.Code, versions.Select(v => v.Number).DefaultIfEmpty(0).Max() + 1, command.ToContent());
        db.ProcessDefinitions.Add(definition);
        return ProcessDefinitionSaved.Of(definition);
    }
}

internal sealed class ChangeProcessDraftHandler(CustomersDbContext db) : ICommandHandler<ChangeProcessDraft, ProcessDefinitionSaved>
{
    public async Task<ProcessDefinitionSaved> Handle(ChangeProcessDraft command, CancellationToken ct)
    {
        var definition = await db.ForChange<ProcessDefinition, ProcessDefinitionId>(new ProcessDefinitionId(command.Id), ct);
        definition.Change(command.ToContent());
        return ProcessDefinitionSaved.Of(definition);
    }
}
