using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>Who may agree to prices below the floor.</summary>
internal static class PriceAuthority
{
    /// <summary>How traces name what a binding order says already: it was judged when it became binding.</summary>
    public const string TheOrder = "order";

    /// <summary>How lines and traces name the caller; null: they may not. By the id, because names of people are not kept beside what they did.</summary>
    public static string? Of(Caller caller) => caller.ScopeOf(SalesOrdersPermissions.OverridePrices.Name) > RowScope.None ? caller.Id.ToString() : null;
}

/// <summary>What was decided before about who allowed something: the caller is not asked.</summary>
/// <param name="By">As traces name them; null: nobody.</param>
internal sealed record DecidedAuthority(string? By);
