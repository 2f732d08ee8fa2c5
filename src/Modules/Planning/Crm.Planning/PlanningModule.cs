using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.Planning;
using Crm.Planning.Api;
using Crm.Planning.Application;
using Crm.Planning.Application.Consumers;
using Crm.Planning.Persistence;
using Crm.Platform.Contracts;
using Crm.SalesOrders.Contracts;
using Microsoft.AspNetCore.Routing;

[assembly: CrmModule(typeof(PlanningModule))]

namespace Crm.Planning;

/// <summary>What the company wants to sell, and how far it has got.</summary>
public sealed class PlanningModule : IModule
{
    public string Name => "planning";

    public void Describe(ModuleBuilder module) => module
        .Database<PlanningDbContext>()
        .Handlers()
        .Publishes<PlanningPublishedEvents>()
        .Republishes<PlanningState>()
        .ConsumesInBatches<CountOrders>("planning.order-credits", typeof(OrderConfirmedV1), typeof(OrderChangedV1), typeof(OrderCancelledV1))
        .Consumes<UserChangedV1, KeepPersonCopy>("planning.person-copy")
        .Consumes<PersonErasureRequestedV1, KeepPersonCopy>("planning.person-copy")
        .Operation<RebuildFigures>(FiguresRebuild.Kind)
        .Permissions<PlanningPermissions>();

    public void MapEndpoints(IEndpointRouteBuilder routes) => PlanEndpoints.Map(routes);

    public void MapAdminEndpoints(IEndpointRouteBuilder routes) => PlanEndpoints.MapAdmin(routes);
}
