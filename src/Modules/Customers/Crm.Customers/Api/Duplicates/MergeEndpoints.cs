using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application;
using Crm.Customers.Application.Duplicates;
using Crm.Customers.Application.Merging;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Merging;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Duplicates;

/// <summary>Making one customer of several, and taking it back.</summary>
internal static class MergeEndpoints
{
    private static readonly ListSpec<Merge, MergeRow> List = new ListSpec<Merge, MergeRow>("customer-merges")
        .Field("mergedAt", m => m.MergedAt)
        .DefaultSort("-mergedAt")
        .Key(m => m.Id)
        .Select(m => new MergeRow(m.Id.Value, m.SurvivorId.Value, m.MergedId.Value, m.MergedAt, m.MergedBy, m.UndoneAt, m.UndoneBy));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var customer = routes.MapGroup("/customers/{id:guid}").WithTags("Duplicates");
        customer.MapPost("/merge", Merge).WithSummary("Others are the same: answers the survivor as it is, or with dryRun would be").Requires(DuplicatesPermissions.Merge);
        customer.MapPost("/unmerge", Unmerge).WithSummary("By the id of the customer that was merged; If-Match is of the survivor").Requires(DuplicatesPermissions.Merge);
        customer.MapGet("/merges", Merges).WithList(List).WithSummary("What was merged into it, and what it was merged into").Requires(CustomersPermissions.Read);
    }

    private static async Task<OneOf<CustomerView>> Merge(
        Guid id, MergeCustomers merge, OneRequest request, CommandContext command, CustomersDbContext db, IValidator<MergeCustomers> validator,
        ICommandHandler<MergeCustomers, MergeReply> handler, CancellationToken ct)
    {
        if (command.ExpectedVersion is null) throw new PreconditionRequired();
        merge = merge with { SurvivorId = id };
        var survivor = merge.DryRun ? await Rehearsed(merge, validator, db, ct) : await Done(merge, handler, db, ct);
        return request.Answer(CustomerInput.Resource, CustomerView.Of(survivor), survivor.Version, isCoveredByVersion: false);
    }

    private static async Task<Customer> Done(MergeCustomers merge, ICommandHandler<MergeCustomers, MergeReply> handler, CustomersDbContext db, CancellationToken ct)
    {
        await handler.Handle(merge, ct);
        db.ChangeTracker.Clear();
        var key = new CustomerId(merge.SurvivorId);
        return await db.Customers.AsNoTracking().AsSplitQuery().SingleAsync(c => c.Id == key, ct);
    }

    // Everything as it would be done, in a transaction that sees one moment and writes nothing.
    private static async Task<Customer> Rehearsed(MergeCustomers merge, IValidator<MergeCustomers> validator, CustomersDbContext db, CancellationToken ct)
    {
        await validator.Require(merge, ct);
        await using var read = await db.Dialect.BeginRead(db, ct);
        var survivor = await db.ForChange<Customer, CustomerId>(new CustomerId(merge.SurvivorId), ct);
        var others = await db.OthersOf(survivor, merge, ct);
        var work = new MergeWork(db, new MergePlan(merge.Fields ?? new Dictionary<string, Guid>()));
        await work.Require(survivor, others, ct);
        foreach (var other in others) await work.Unite(survivor, other, ct);
        return survivor;
    }

    private static async Task<Ok<UnmergeReply>> Unmerge(Guid id, ICommandHandler<UnmergeCustomer, UnmergeReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new UnmergeCustomer(id), ct));

    private static async Task<PageOf<MergeRow>> Merges(Guid id, ListRequest request, CustomersDbContext db, CancellationToken ct)
    {
        var key = new CustomerId(id);
        await db.SeenFamilyOf(id, ct);
        return await List.Page(db.Set<Merge>().Where(m => m.SurvivorId == key || m.MergedId == key), request, ct);
    }
}

/// <param name="SurvivorId">That went on.</param>
/// <param name="MergedId">That leads to it.</param>
/// <param name="UndoneAt">When it was taken back; null: it was not.</param>
internal sealed record MergeRow(Guid Id, Guid SurvivorId, Guid MergedId, DateTimeOffset MergedAt, Guid MergedBy, DateTimeOffset? UndoneAt, Guid? UndoneBy);
