using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.Planning.Application;
using Crm.Planning.Application.Consumers;
using Crm.SalesOrders.Contracts;
using Microsoft.AspNetCore.Routing;

namespace Crm.Planning;

// Fiscal calendars, credits and what has been reached.
public sealed partial class PlanningModule
{
    private static void DescribeAttainment(ModuleBuilder module) => module
        .ConsumesInBatches<CountOrders>("planning.order-credits", typeof(OrderConfirmedV1), typeof(OrderChangedV1), typeof(OrderCancelledV1))
        .Operation<RebuildFigures>(FiguresRebuild.Kind);

    private static void MapAttainment(IEndpointRouteBuilder routes)
    {
    }

    private static void MapAttainmentAdmin(IEndpointRouteBuilder routes)
    {
    }
}
