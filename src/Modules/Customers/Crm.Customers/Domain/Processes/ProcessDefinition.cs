using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Processes;

/// <summary>One version of a way of working. What is published never changes; what is to be done otherwise is a new version.</summary>
internal sealed class ProcessDefinition : AggregateRoot
{
    private ProcessDefinition()
    {
    }

    public ProcessDefinitionId Id { get; private set; }

    public override Guid Key => Id.Value;

    /// <summary>The same for all versions.</summary>
    public string Code { get; private set; } = "";

    /// <summary>1 for the first version.</summary>
    public int Number { get; private set; }

    /// <summary>In English.</summary>
    public string Name { get; private set; } = "";

    public string NameChinese { get; private set; } = "";

    /// <summary>A customer may be in it several times at once.</summary>
    public bool AllowsSeveral { get; private set; }

    public DefinitionState State { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public ProcessGraph Graph { get; private set; } = ProcessGraph.Empty;

    public Phrase Names => new(Name, NameChinese);

    public static ProcessDefinition Draft(string code, int number, ProcessContent content)
    {
        var definition = new ProcessDefinition { Id = new ProcessDefinitionId(Guid.CreateVersion7()), Code = code, Number = number };
        definition.Take(content);
        definition.Raise(new ProcessWasDefined());
        return definition;
    }

    public void Change(ProcessContent content)
    {
        if (State != DefinitionState.Draft) throw ProcessRules.NotDraft.Broken();
        Take(content);
        Raise(new ProcessWasDefined());
    }

    /// <summary>Asked for only where nothing is wrong with the graph.</summary>
    public void Publish(DateTimeOffset now)
    {
        if (State != DefinitionState.Draft) throw ProcessRules.NotDraft.Broken();
        (State, PublishedAt) = (DefinitionState.Published, now);
        Raise(new ProcessWasPublished());
    }

    /// <summary>Nothing new begins by it; what has begun goes on.</summary>
    public void Retire()
    {
        if (State != DefinitionState.Published) throw ProcessRules.NotPublished.Broken();
        State = DefinitionState.Retired;
        Raise(new ProcessWasRetired());
    }

    private void Take(ProcessContent content) =>
        (Name, NameChinese, AllowsSeveral, Graph) = (content.Names.English, content.Names.Chinese, content.AllowsSeveral, content.Graph);
}

/// <summary>What may be said of a draft.</summary>
internal sealed record ProcessContent(Phrase Names, bool AllowsSeveral, ProcessGraph Graph);

internal sealed record ProcessWasDefined : DomainEvent;

internal sealed record ProcessWasPublished : DomainEvent;

internal sealed record ProcessWasRetired : DomainEvent;
