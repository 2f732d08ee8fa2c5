using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Merging;

internal readonly record struct MergeId(Guid Value) : ITypedId;

internal sealed record CustomerWasMerged(CustomerId Survivor) : DomainEvent;

internal sealed record CustomerWasUnmerged(CustomerId Survivor) : DomainEvent;

internal sealed record MergeWasMade : DomainEvent;

internal sealed record MergeWasUndone : DomainEvent;

internal sealed record MergeWasErased : DomainEvent;

/// <summary>That one customer was found to be another one, with what is needed to take it back.</summary>
internal sealed class Merge : AggregateRoot
{
    private Merge()
    {
    }

    public MergeId Id { get; private set; }

    public override Guid Key => Id.Value;

    public CustomerId SurvivorId { get; private set; }

    public CustomerId MergedId { get; private set; }

    /// <summary>The survivor as it was; null once one of the two was erased.</summary>
    [Personal]
    public string? Before { get; private set; }

    /// <summary>The survivor as the merge left it.</summary>
    [Personal]
    public string? After { get; private set; }

    /// <summary>The merged one as it was.</summary>
    [Personal]
    public string? Taken { get; private set; }

    public DateTimeOffset MergedAt { get; private set; }

    public Guid MergedBy { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public Guid? UndoneBy { get; private set; }

    /// <param name="survivor">Goes on.</param>
    /// <param name="merged">Leads to it.</param>
    /// <param name="images">Of the survivor before and after, and of the merged one before.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="now">Now.</param>
    public static Merge Make(CustomerId survivor, CustomerId merged, (string Before, string After, string Taken) images, Guid by, DateTimeOffset now)
    {
        var merge = new Merge
        {
            Id = new MergeId(Guid.CreateVersion7(now)),
            SurvivorId = survivor,
            MergedId = merged,
            Before = images.Before,
            After = images.After,
            Taken = images.Taken,
            MergedAt = now,
            MergedBy = by,
        };
        merge.Raise(new MergeWasMade());
        return merge;
    }

    public void Undo(Guid by, DateTimeOffset now)
    {
        (UndoneAt, UndoneBy) = (now, by);
        Erase();
        Raise(new MergeWasUndone());
    }

    /// <summary>Keeps that it happened and nothing of what the customers were.</summary>
    public void Erase()
    {
        if (Before is null) return;
        (Before, After, Taken) = (null, null, null);
        Raise(new MergeWasErased());
    }
}
