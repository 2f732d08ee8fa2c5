using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Opportunities;

/// <summary>The stages that opportunities go through, in order.</summary>
internal sealed class Pipeline : AggregateRoot
{
    private Pipeline()
    {
    }

    public PipelineId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Code { get; private set; } = "";

    /// <summary>In English.</summary>
    public string Name { get; private set; } = "";

    public string NameChinese { get; private set; } = "";

    /// <summary>Takes new opportunities.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Opportunities that name none are in this one.</summary>
    public bool IsDefault { get; private set; }

    /// <summary>In order; at least one.</summary>
    public IReadOnlyList<PipelineStage> Stages { get; private set; } = [];

    public static Pipeline Lay(string code, PipelineFacts facts)
    {
        var pipeline = new Pipeline { Id = new PipelineId(Guid.CreateVersion7()), Code = code };
        pipeline.Take(facts);
        pipeline.Raise(new PipelineWasLaid());
        return pipeline;
    }

    /// <summary>Opportunities keep the probability with which they came to their stage.</summary>
    public void Change(PipelineFacts facts)
    {
        Take(facts);
        Raise(new PipelineWasChanged());
    }

    /// <summary>Another one is the default.</summary>
    public void StepBack()
    {
        IsDefault = false;
        Raise(new PipelineWasChanged());
    }

    public PipelineStage Stage(string code) => Stages.FirstOrDefault(s => s.Code == code) ?? throw OpportunityRules.StageUnknown.Broken(code, Code);

    private void Take(PipelineFacts facts) =>
        (Name, NameChinese, IsActive, IsDefault, Stages) = (facts.Names.English, facts.Names.Chinese, facts.IsActive, facts.IsDefault, facts.Stages);
}

/// <summary>What may be said of a pipeline.</summary>
internal sealed record PipelineFacts(Phrase Names, bool IsActive, bool IsDefault, IReadOnlyList<PipelineStage> Stages);

internal sealed record PipelineWasLaid : DomainEvent;

internal sealed record PipelineWasChanged : DomainEvent;
