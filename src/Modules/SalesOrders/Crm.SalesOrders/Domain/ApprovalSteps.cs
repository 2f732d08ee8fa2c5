namespace Crm.SalesOrders.Domain;

/// <summary>Who has to agree, one after the other.</summary>
internal sealed record ApprovalSteps(IReadOnlyList<ApprovalStep> Steps)
{
    /// <summary>One step that anybody with the permission may decide.</summary>
    public static readonly ApprovalSteps Anybody = new([new ApprovalStep([])]);

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
    public bool MayDecide(Guid caller, TimeSpan waited) =>
        Approvers.Count == 0 || Approvers.Contains(caller) || Deputies?.Contains(caller) == true || (IsEscalated(waited) && (EscalateTo is not { Count: > 0 } || EscalateTo.Contains(caller)));

    public bool Equals(ApprovalStep? other) => other is not null && EscalateAfterHours == other.EscalateAfterHours
        && Approvers.SequenceEqual(other.Approvers) && Same(Deputies, other.Deputies) && Same(EscalateTo, other.EscalateTo);

    public override int GetHashCode() => HashCode.Combine(Approvers.Count, EscalateAfterHours);

    private static bool Same(IReadOnlyList<Guid>? one, IReadOnlyList<Guid>? other) => (one ?? []).SequenceEqual(other ?? []);

    private bool IsEscalated(TimeSpan waited) => EscalateAfterHours is { } hours && waited >= TimeSpan.FromHours(hours);
}
