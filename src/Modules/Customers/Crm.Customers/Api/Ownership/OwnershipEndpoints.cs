using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application;
using Crm.Customers.Application.Ownership;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Crm.Customers.Api.Ownership;

/// <summary>Who looks after customers, and to whom nothing is sold.</summary>
internal static class OwnershipEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var customers = routes.MapGroup("/customers").WithTags("Customers");
        customers.MapPost("/{id:guid}/hand-over", HandOver).Requires(CustomersPermissions.Write);
        customers.MapPost("/{id:guid}/block", Block).Requires(CustomersPermissions.Write);
        customers.MapPost("/{id:guid}/unblock", Unblock).Requires(CustomersPermissions.Write);
        routes.MapPost("/hand-overs", HandOverAll).WithTags("Customers").WithSummary("Hands over all customers that a filter finds, or counts them").Requires(OwnershipPermissions.Oversee);
    }

    private static async Task<Ok<CustomerReply>> HandOver(Guid id, HandOverCustomer command, ICommandHandler<HandOverCustomer, CustomerReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<CustomerReply>> Block(Guid id, BlockingInput why, ICommandHandler<BlockCustomer, CustomerReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new BlockCustomer(id, IsBlocked: true, why.Reason), ct));

    private static async Task<Ok<CustomerReply>> Unblock(Guid id, BlockingInput why, ICommandHandler<BlockCustomer, CustomerReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new BlockCustomer(id, IsBlocked: false, why.Reason), ct));

    private static async Task<AcceptedOperation> HandOverAll(HandOverCustomers command, ICommandHandler<HandOverCustomers, OperationId> handler, CancellationToken ct) =>
        Operations.Accepted(await handler.Handle(command, ct));
}

/// <param name="Reason">Told to those who hear of it, and kept in the history.</param>
internal sealed record BlockingInput(string Reason);
