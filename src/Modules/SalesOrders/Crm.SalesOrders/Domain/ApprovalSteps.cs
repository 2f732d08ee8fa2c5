using System.Collections.Frozen;

namespace Crm.SalesOrders.Domain;

/// <summary>Who has to agree, one after the other.</summary>
internal sealed record ApprovalSteps(IReadOnlyList<ApprovalStep> Steps)
{
    /// <summary>One step that anybody with the permission may decide.</summary>
    public static readonly ApprovalSteps Anybody = new([new ApprovalStep([])]);

    /// <summary>Whether as many different persons can agree as there are steps that name theirs: nobody agrees twice.</summary>
    public bool CanBeWalked
    {
        get
        {
            var stepOf = new Dictionary<Guid, int>();
            return Steps.Index().All(step => step.Item.Persons.Count == 0 || Seats(step.Index, []));

            // Whoever is taken by another step is free if that step finds somebody else.
            bool Seats(int step, HashSet<Guid> asked) => Steps[step].Persons.Any(person =>
            {
                if (!asked.Add(person) || (stepOf.TryGetValue(person, out var other) && !Seats(other, asked))) return false;
                stepOf[person] = step;
                return true;
            });
        }
    }

    public bool Equals(ApprovalSteps? other) => other is not null && Steps.SequenceEqual(other.Steps);

    public override int GetHashCode() => Steps.Count;
}

/// <param name="Approvers">Users who may decide it; empty: everybody with the permission to approve.</param>
/// <param name="Deputies">Users who may decide it in their place.</param>
/// <param name="EscalateAfterHours">When it has waited for so many hours, more users may decide it.</param>
/// <param name="EscalateTo">Those users; empty: everybody with the permission to approve.</param>
internal sealed record ApprovalStep(
    IReadOnlyList<Guid> Approvers, IReadOnlyList<Guid>? Deputies = null, int? EscalateAfterHours = null, IReadOnlyList<Guid>? EscalateTo = null)
{
    /// <summary>Everybody who may ever decide it; empty: everybody with the permission to approve.</summary>
    public IReadOnlySet<Guid> Persons => Approvers.Count == 0 || (EscalateAfterHours is not null && EscalateTo is not { Count: > 0 })
        ? FrozenSet<Guid>.Empty
        : Approvers.Concat(Deputies ?? []).Concat(EscalateAfterHours is null ? [] : EscalateTo!).ToHashSet();

    public bool MayDecide(Guid caller, TimeSpan waited) =>
        Approvers.Count == 0 || Approvers.Contains(caller) || Deputies?.Contains(caller) == true || (IsEscalated(waited) && (EscalateTo is not { Count: > 0 } || EscalateTo.Contains(caller)));

    public bool Equals(ApprovalStep? other) => other is not null && EscalateAfterHours == other.EscalateAfterHours
        && Approvers.SequenceEqual(other.Approvers) && Same(Deputies, other.Deputies) && Same(EscalateTo, other.EscalateTo);

    public override int GetHashCode() => HashCode.Combine(Approvers.Count, EscalateAfterHours);

    private static bool Same(IReadOnlyList<Guid>? one, IReadOnlyList<Guid>? other) => (one ?? []).SequenceEqual(other ?? []);

    private bool IsEscalated(TimeSpan waited) => EscalateAfterHours is { } hours && waited >= TimeSpan.FromHours(hours);
}
