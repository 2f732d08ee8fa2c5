using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>Who may agree to prices below the floor.</summary>
internal static class PriceAuthority
{
    /// <summary>How traces name what a binding order says already: it was judged when it became binding, and floors may have been raised since.</summary>
    public const string TheOrder = "order";

    /// <summary>How lines and traces name the caller; null: they may not. By the id, because names of people are not kept beside what they did.</summary>
    public static string? Of(Caller caller) => caller.ScopeOf(SalesOrdersPermissions.OverridePrices.Name) > RowScope.None ? caller.Id.ToString() : null;

    /// <summary>Whoever may agree and does not say why has allowed nothing.</summary>
    public static string? Given(string? authority, string? reason) => reason is null ? null : authority;
}
