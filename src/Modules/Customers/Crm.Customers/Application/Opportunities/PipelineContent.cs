using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Opportunities;

/// <summary>What an administrator says about a pipeline.</summary>
internal abstract record PipelineContent
{
    public required Phrase Names { get; init; }

    /// <summary>Whether it takes new opportunities.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Opportunities that name none are in this one; the one before is the usual one no more.</summary>
    public bool IsDefault { get; init; }

    /// <summary>In order.</summary>
    public required IReadOnlyList<Stage> Stages { get; init; }

    /// <param name="Code">Opportunities name it by this.</param>
    /// <param name="Names">As it is shown to people.</param>
    /// <param name="Probability">Of winning, a fraction from 0 to 1.</param>
    /// <param name="Category">What a forecast counts opportunities in it as.</param>
    internal sealed record Stage(string Code, Phrase Names, decimal Probability, ForecastCategory Category)
    {
        public static Stage Of(PipelineStage s) => new(s.Code, new Phrase(s.Name, s.NameChinese), s.Probability, s.Category);
    }

    public PipelineFacts ToFacts() =>
        new(Names, IsActive, IsDefault, [.. Stages.Select(s => new PipelineStage(s.Code, s.Names.English, s.Names.Chinese, s.Probability, s.Category))]);
}

/// <summary>Lays a pipeline.</summary>
internal sealed record LayPipeline : PipelineContent, ICommand<PipelineSaved>
{
    /// <summary>Never changes.</summary>
    public required string Code { get; init; }
}

/// <summary>Replaces what is said of a pipeline. Opportunities keep the probability with which they came to their stage.</summary>
internal sealed record ChangePipeline : PipelineContent, ICommand<PipelineSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }
}

/// <summary>What came of a command on a pipeline.</summary>
internal sealed record PipelineSaved(Guid Id, string Code, int Version)
{
    public static PipelineSaved Of(Pipeline p) => new(p.Key, p.Code, p.Version);
}

internal abstract class PipelineContentValidator<TContent> : AbstractValidator<TContent>
    where TContent : PipelineContent
{
    private const int MostStages = 50;

    private static readonly Phrase Twice = new("Is given twice.", "重复。");
    private static readonly Phrase NotClosed = new("What is closed is in no stage: a stage is pipeline, best case or commit.", "已成交不属于任何阶段：请选择商机储备、最佳情况或承诺。");

    protected PipelineContentValidator()
    {
        RuleFor(c => c.Names).AreNames();
        RuleFor(c => c.Stages).NotEmpty().Must(stages => stages is null || stages.Count <= MostStages);
        RuleFor(c => c.Stages).Must(stages => stages is null || stages.OfType<PipelineContent.Stage>().Select(s => s.Code).Distinct().Count() == stages.Count).WithPhrase(Twice);
        RuleForEach(c => c.Stages).NotNull().ChildRules(stage =>
        {
            stage.RuleFor(s => s.Code).IsPlainCode();
            stage.RuleFor(s => s.Names).AreNames();
            stage.RuleFor(s => s.Probability).InclusiveBetween(0m, 1m).PrecisionScale(5, 4, ignoreTrailingZeros: true);
            stage.RuleFor(s => s.Category).IsInEnum().NotEqual(ForecastCategory.Closed).WithPhrase(NotClosed);
        });
    }
}

internal sealed class LayPipelineValidator : PipelineContentValidator<LayPipeline>
{
    public LayPipelineValidator() => RuleFor(c => c.Code).IsPlainCode();
}

internal sealed class ChangePipelineValidator : PipelineContentValidator<ChangePipeline>;

internal sealed class LayPipelineHandler(CustomersDbContext db) : ICommandHandler<LayPipeline, PipelineSaved>
{
    public async Task<PipelineSaved> Handle(LayPipeline command, CancellationToken ct)
    {
        if (await db.Pipelines.AnyAsync(p => p.Code == command.Code, ct)) throw OpportunityRules.PipelineTaken.Broken(command.Code);
        var facts = command.ToFacts();
        if (facts.IsDefault) await db.TakeTurns(self: null, facts, ct);
        var pipeline = Pipeline.Lay(command.Code, facts);
        db.Pipelines.Add(pipeline);
        return PipelineSaved.Of(pipeline);
    }
}

internal sealed class ChangePipelineHandler(CustomersDbContext db) : ICommandHandler<ChangePipeline, PipelineSaved>
{
    public async Task<PipelineSaved> Handle(ChangePipeline command, CancellationToken ct)
    {
        var pipeline = await db.ForChange<Pipeline, PipelineId>(new PipelineId(command.Id), ct);
        var facts = command.ToFacts();
        await db.TakeTurns(pipeline, facts, ct);
        var gone = pipeline.Stages.Select(s => s.Code).Except(facts.Stages.Select(s => s.Code)).ToList();
        // Whoever comes into a stage holds the pipeline, too.
        if (gone.Count > 0) await db.HeldPipeline(pipeline.Id, ct);
        if (await db.AllOpportunities().Where(o => o.PipelineId == pipeline.Id && EF.Parameter(gone).Contains(o.Stage) && o.State == OpportunityState.Open)
            .Select(o => o.Stage).OrderBy(s => s).FirstOrDefaultAsync(ct) is { } used) throw OpportunityRules.StageInUse.Broken(used);

        pipeline.Change(facts);
        return PipelineSaved.Of(pipeline);
    }
}

internal static class PipelineTurns
{
    /// <summary>There is always one usual pipeline, and it takes opportunities.</summary>
    public static async Task TakeTurns(this CustomersDbContext db, Pipeline? self, PipelineFacts facts, CancellationToken ct)
    {
        if (facts.IsDefault ? !facts.IsActive : self?.IsDefault == true) throw OpportunityRules.DefaultNeeded.Broken();
        if (!facts.IsDefault) return;
        foreach (var other in await db.Pipelines.Where(p => p.IsDefault && (self == null || p.Id != self.Id)).ToListAsync(ct)) other.StepBack();
    }
}
