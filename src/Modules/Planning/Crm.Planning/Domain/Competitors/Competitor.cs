using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.Competitors;

internal readonly record struct CompetitorId(Guid Value) : ITypedId;

/// <summary>Somebody who sells what the company sells. Never deleted, since prices were seen there: archived, it gets no more of them.</summary>
internal sealed class Competitor : AggregateRoot
{
    private Competitor()
    {
    }

    public CompetitorId Id { get; private set; }

    public override Guid Key => Id.Value;

    /// <summary>Unique; never changes.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? Website { get; private set; }

    public string? Note { get; private set; }

    public bool IsArchived { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public static Competitor Create(string code, CompetitorTerms terms, DateTimeOffset now)
    {
        var competitor = new Competitor { Id = new CompetitorId(Guid.CreateVersion7()), Code = code, CreatedAt = now };
        competitor.Take(terms);
        competitor.Raise(new CompetitorWasCreated());
        return competitor;
    }

    public void Change(CompetitorTerms terms)
    {
        Take(terms);
        Raise(new CompetitorWasChanged());
    }

    private void Take(CompetitorTerms terms) =>
        (Name, Website, Note, IsArchived) = (terms.Name.Trim(), terms.Website, terms.Note, terms.IsArchived);
}

/// <summary>What may be said of a competitor besides its code.</summary>
internal sealed record CompetitorTerms(string Name, string? Website, string? Note, bool IsArchived);

internal sealed record CompetitorWasCreated : DomainEvent;

internal sealed record CompetitorWasChanged : DomainEvent;
