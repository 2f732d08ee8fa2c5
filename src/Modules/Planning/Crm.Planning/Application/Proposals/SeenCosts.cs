using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Shaping;

namespace Crm.Planning.Application.Proposals;

/// <summary>A price that follows from a cost tells the cost, and so do its floor and its margin.</summary>
internal static class SeenCosts
{
    private const string CostField = "products.cost";

    /// <summary>Refuses whoever is not shown what products cost.</summary>
    public static void RequireSeenCosts(this Caller caller)
    {
        if (MaskedText.IsHidden(caller, CostField)) throw UnseenFields.Masked.Broken(CostField);
    }
}
