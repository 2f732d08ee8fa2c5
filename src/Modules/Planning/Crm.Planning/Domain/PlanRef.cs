namespace Crm.Planning.Domain;

/// <summary>The key of a plan in another system of the company; no two plans share one.</summary>
internal sealed class PlanRef
{
    /// <summary>Characters.</summary>
    public const int LongestSystem = 60;

    /// <inheritdoc cref="LongestSystem"/>
    public const int LongestId = 200;

    public PlanRef(string system, string refId) => (System, RefId) = (system, refId);

    public string System { get; private set; }

    public string RefId { get; private set; }

    public bool Is(PlanRef other) => (System, RefId) == (other.System, other.RefId);
}
