using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Quality;

namespace Crm.SalesOrders.Application.Quality;

/// <summary>What would mend a product, and how people are told.</summary>
internal static class ProductProposals
{
    /// <summary>Values: the category, how many products have it, of how many.</summary>
    public const string CategoryOfSupplier = "category-of-supplier";

    /// <inheritdoc cref="CategoryOfSupplier"/>
    public const string CategoryOfLike = "category-of-like";

    /// <summary>Values: the cost.</summary>
    public const string CurrentCost = "current-cost";

    /// <summary>Values: the cost.</summary>
    public const string LastReceipt = "last-receipt";

    /// <summary>Values: the SKU of the product that stays.</summary>
    public const string Deactivate = "deactivate";

    private static readonly Dictionary<string, Phrase> Texts = new()
    {
        [CategoryOfSupplier] = new("Put it into {0}, like {1} of {2} products of its supplier.", "归入类别 {0}：其供应商的 {2} 个产品中有 {1} 个属于该类别。"),
        [CategoryOfLike] = new("Put it into {0}, like {1} of {2} products of a like name.", "归入类别 {0}：名称相近的 {2} 个产品中有 {1} 个属于该类别。"),
        [CurrentCost] = new("Take its current cost, which follows from receipts, as the standard cost.", "以收货得出的当前成本作为标准成本。"),
        [LastReceipt] = new("Take what the last receipt cost as the standard cost.", "以最近一次收货的成本作为标准成本。"),
        [Deactivate] = new("Sell {0} alone and deactivate this one.", "只销售 {0}，并停用此产品。"),
    };

    public static bool IsOfCost(string? kind) => kind is CurrentCost or LastReceipt;

    /// <summary>For people, without a cost: not everybody may see it.</summary>
    public static Phrase? Explain(string? kind, IReadOnlyList<string> values)
    {
        if (kind is null) return null;
        object[] filled = [.. values];
        return new Phrase(Texts[kind].In(Language.English, filled), Texts[kind].In(Language.Chinese, filled));
    }
}
