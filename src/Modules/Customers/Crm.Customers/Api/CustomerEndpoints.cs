using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Crm.BuildingBlocks.Hosting.Attachments;
using Crm.BuildingBlocks.Hosting.Audit;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application;
using Crm.Customers.Application.Listing;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api;

internal static class CustomerEndpoints
{
    private const string Resource = CustomerInput.Resource;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var customers = routes.MapGroup("/customers").WithTags("Customers");
        customers.MapGet("/", Search).WithList(CustomerList.Basic).Requires(CustomersPermissions.Read);
        customers.MapGet("/{id:guid}", Get).Requires(CustomersPermissions.Read);
        customers.MapPost("/", Register).Requires(CustomersPermissions.Write);
        customers.MapPost("/batch", Batch).Requires(CustomersPermissions.Write);
        customers.MapPut("/{id:guid}", Change).Requires(CustomersPermissions.Write);
        customers.MapPatch("/{id:guid}", Patch).Requires(CustomersPermissions.Write);
        customers.MapPut("/by-ref/{system}/{externalId}", PutByRef).Requires(CustomersPermissions.Write).WithoutIfMatch();
        customers.MapDelete("/{id:guid}", Delete).Requires(CustomersPermissions.Delete);
        customers.MapHistory<CustomersDbContext, Customer>(CustomersPermissions.Read, One, personOf: c => c.Key);
        customers.MapAttachments<CustomersDbContext, Customer>(CustomersPermissions.Read, CustomersPermissions.Write, One, personOf: c => c.Key);
    }

    public static void MapAdmin(IEndpointRouteBuilder routes) =>
        routes.MapPost("/customers/{id:guid}/restore", Restore).WithTags("Customers").Requires(CustomersPermissions.Restore);

    private static async Task<PageOf<CustomerRow>> Search(ListRequest request, CustomersDbContext db, CancellationToken ct) =>
        await (await CustomerList.For(request, db, ct)).Page(db.Customers, request, ct);

    private static async Task<OneOf<CustomerView>> Get(Guid id, OneRequest request, HttpResponse response, CustomersDbContext db, CancellationToken ct)
    {
        var customer = await FindSurvivor(db, id, ct);
        if (customer.Key != id) response.Headers.ContentLocation = $"/api/v1/customers/customers/{customer.Key}";
        return request.Answer(Resource, CustomerView.Of(customer), customer.Version);
    }

    private static async Task<Created<CustomerReply>> Register(
        RegisterCustomer command, ICommandHandler<RegisterCustomer, CustomerReply> handler, CancellationToken ct)
    {
        var reply = await handler.Handle(command, ct);
        return TypedResults.Created($"/api/v1/customers/customers/{reply.Id}", reply);
    }

    private static Task<BatchResult<CustomerReply>> Batch(
        BatchRequest<RegisterCustomer> batch, BatchRunner runner, ICommandHandler<RegisterCustomer, CustomerReply> handler, CancellationToken ct) =>
        runner.Run(batch, handler, ct);

    private static async Task<Ok<CustomerReply>> Change(
        Guid id, CustomerInput customer, ICommandHandler<ChangeCustomer, CustomerReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ChangeCustomer(id, customer), ct));

    private static async Task<Ok<CustomerReply>> Patch(
        Guid id, MergePatch patch, UnseenFields unseen, CustomersDbContext db, ICommandHandler<ChangeCustomer, CustomerReply> handler, CancellationToken ct)
    {
        var input = unseen.Patched(Resource, patch, CustomerInput.Of(await Find(db, id, ct)));
        return TypedResults.Ok(await handler.Handle(new ChangeCustomer(id, input), ct));
    }

    private static async Task<Results<Ok<PutCustomerReply>, Created<PutCustomerReply>>> PutByRef(
        string system, string externalId, CustomerInput customer, ICommandHandler<PutCustomerByRef, PutCustomerReply> handler, CancellationToken ct)
    {
        var reply = await handler.Handle(new PutCustomerByRef(system, externalId, customer), ct);
        return reply.WasCreated ? TypedResults.Created($"/api/v1/customers/customers/{reply.Id}", reply) : TypedResults.Ok(reply);
    }

    private static async Task<NoContent> Delete(Guid id, ICommandHandler<DeleteCustomer, CustomerReply> handler, CancellationToken ct)
    {
        await handler.Handle(new DeleteCustomer(id), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<CustomerReply>> Restore(Guid id, ICommandHandler<RestoreCustomer, CustomerReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new RestoreCustomer(id), ct));

    // The id of one that was merged leads on for ever.
    private static async Task<Customer> FindSurvivor(CustomersDbContext db, Guid id, CancellationToken ct)
    {
        var key = new CustomerId(id);
        var survivor = await db.LedCustomers.Where(l => l.Id == key).Select(l => l.SurvivorId ?? l.Id).ToListAsync(ct);
        return await Find(db, survivor.Count == 0 ? id : survivor[0].Value, ct);
    }

    private static async Task<Customer> Find(CustomersDbContext db, Guid id, CancellationToken ct) =>
        await One(db, id).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new ResourceNotFound("customer", id.ToString());

    private static IQueryable<Customer> One(CustomersDbContext db, Guid id)
    {
        var key = new CustomerId(id);
        return db.Customers.IgnoreQueryFilters([ModuleDbContext.MergedFilter]).AsSplitQuery().Where(c => c.Id == key);
    }
}
