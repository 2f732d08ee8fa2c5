using Crm.BuildingBlocks.Hosting.Api.Lists;

namespace Crm.BuildingBlocks.Hosting.Api.OpenApi;

/// <summary>
/// Describes what of a resource is data rather than code, such as the fields that a company gave it: asked anew whenever the document is
/// made. A module registers it as a service.
/// </summary>
public interface IDescribesData
{
    /// <summary>Bodies and views that have the member.</summary>
    IReadOnlyCollection<Type> Types { get; }

    /// <summary>The member, as JSON has it, whose names are data.</summary>
    string Member { get; }

    /// <summary>A row of the list that is filtered by them.</summary>
    Type Row { get; }

    Task<DescribedData> Describe(CancellationToken ct);
}

/// <param name="List">The list as it is with all that is data.</param>
/// <param name="Members">What the member may hold.</param>
public sealed record DescribedData(ListMetadata List, IReadOnlyList<DescribedMember> Members);

/// <param name="Name">As JSON has it.</param>
/// <param name="Text">For people.</param>
/// <param name="Kind">Of the value; a choice is written as text.</param>
public sealed record DescribedMember(string Name, string Text, ValueKind Kind)
{
    /// <summary>Each value is a list.</summary>
    public bool IsMany { get; init; }

    public bool IsRetired { get; init; }

    /// <summary>Of a choice.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public int? MaxLength { get; init; }

    public string? Pattern { get; init; }
}
