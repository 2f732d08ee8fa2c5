using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Tags;

/// <summary>A tag of a customer as it is looked for: the customer says it as it was written, and here it stands as people mean it.</summary>
internal sealed class CustomerTag
{
    public const int Longest = CustomerLimits.Text;

    public required CustomerId CustomerId { get; init; }

    /// <summary>Case, accents and width folded away.</summary>
    public required string Folded { get; init; }

    /// <summary>As it was written.</summary>
    [PersonalInCopies]
    public required string Text { get; init; }

    public static string Fold(string tag)
    {
        var folded = Folding.Fold(tag);
        return folded.Length <= Longest ? folded : folded[..Longest];
    }
}
