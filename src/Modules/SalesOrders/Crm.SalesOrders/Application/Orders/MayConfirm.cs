using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>For commands that confirm an order by the way: what endpoints ask for is the right to place it.</summary>
internal static class MayConfirm
{
    /// <param name="context">Who acts.</param>
    /// <param name="ownerId">Whose order it is or will be.</param>
    /// <param name="unitId">Of which unit.</param>
    /// <exception cref="NotAllowed">The caller's permission to confirm does not reach such an order.</exception>
    public static void RequireMayConfirm(this CallerContext context, Guid? ownerId, Guid? unitId)
    {
        var caller = context.Caller;
        var permission = SalesOrdersPermissions.ConfirmOrders.Name;
        if (!caller.Reaches(caller.ScopeOf(permission), ownerId, unitId)) throw new NotAllowed(permission);
    }
}
