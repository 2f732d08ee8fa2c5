using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Crm.SalesOrders.Api;

/// <summary>The life of an order as it is obeyed: a table for programs, a picture for people.</summary>
internal static class OrderLifeEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var life = routes.MapGroup("/order-life").WithTags("Orders");
        life.MapGet("/", Table).WithSummary("Every transition with its states and guards").Requires(SalesOrdersPermissions.ReadOrders);
        life.MapGet("/picture", Picture).WithSummary("The states as a picture (SVG)").Produces<string>(StatusCodes.Status200OK, "image/svg+xml").Requires(SalesOrdersPermissions.ReadOrders);
    }

    private static Ok<IReadOnlyList<LifeTransitionView>> Table(CallerContext caller) =>
        TypedResults.Ok<IReadOnlyList<LifeTransitionView>>(
        [
            .. OrderLife.Transitions.Select(t => LifeTransitionView.Of(t, caller.Language)),
            .. OrderLife.Followings.Select(f => LifeTransitionView.Of(f, caller.Language)),
        ]);

    private static ContentHttpResult Picture(CallerContext caller) => TypedResults.Content(OrderLifePicture.Draw(caller.Language), "image/svg+xml");
}

/// <param name="Action">What is done; absent where it is nobody's action but follows from what was done.</param>
/// <param name="Name">In the caller's language.</param>
/// <param name="From">In which states it can be.</param>
/// <param name="To">The states it may lead to; empty when it leaves the state as it is.</param>
/// <param name="Guards">What must hold beside the state.</param>
internal sealed record LifeTransitionView(OrderAction? Action, string Name, IReadOnlyList<OrderState> From, IReadOnlyList<OrderState> To, IReadOnlyList<GuardView> Guards)
{
    public static LifeTransitionView Of(Transition t, Language language) => new(
        t.Action, Labels.Of(t.Action).In(language), t.From, t.To, [.. t.Guards.Select(g => new GuardView(g.Name, g.Meaning.In(language)))]);

    public static LifeTransitionView Of(Following f, Language language) => new(Action: null, f.Because.In(language), [f.From], [f.To], []);
}

/// <param name="Name">Stable.</param>
/// <param name="Meaning">In the caller's language.</param>
internal sealed record GuardView(string Name, string Meaning);
