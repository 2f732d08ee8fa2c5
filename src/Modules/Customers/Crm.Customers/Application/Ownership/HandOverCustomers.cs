using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Listing;
using Crm.Customers.Application.Territories;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Pools;
using Crm.Customers.Domain.Territories;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace Crm.Customers.Application.Ownership;

/// <summary>Gives all customers that a filter finds to another user, org unit or territory.</summary>
internal sealed record HandOverCustomers : HandOverInput, ICommand<OperationId>
{
    /// <summary>As in the address of the list: <c>{ "filter[industry]": "tea", "q": "hut" }</c>.</summary>
    public required IReadOnlyDictionary<string, string> Filter { get; init; }

    /// <summary>Each comes to the territory that it fits best; one that fits none stays where it is.</summary>
    public bool ToBestTerritory { get; init; }

    /// <summary>Only counts.</summary>
    public bool DryRun { get; init; }
}

internal sealed class HandOverCustomersValidator : HandOverInputValidator<HandOverCustomers>
{
    private static readonly Phrase ToSomebody = new("An owner, a unit or a territory is expected.", "请至少指定负责人、部门或区域之一。");
    private static readonly Phrase OnlyFilters = new("At least one filter[...] or q is expected, and nothing else.", "应至少包含一个 filter[...] 或 q，且不能有其他参数。");
    private static readonly Phrase OneOrTheOther = new("Name a territory, or let each customer come to the one that it fits best.", "请指定区域，或按规则自动分配，二者选一。");

    public HandOverCustomersValidator()
    {
        RuleFor(c => c.Filter).Must(f => f is { Count: > 0 } && f.Keys.All(k => k == "q" || k.StartsWith("filter[", StringComparison.Ordinal))).WithPhrase(OnlyFilters);
        RuleFor(c => c.ToBestTerritory).Must((c, best) => !best || c.TerritoryId is null).WithPhrase(OneOrTheOther);
        RuleFor(c => c).Must(c => c.ToBestTerritory || (c.OwnerId ?? c.UnitId ?? c.TerritoryId) is not null).WithPhrase(ToSomebody).OverridePropertyName("");
    }
}

internal sealed class HandOverCustomersHandler(CustomersDbContext db, KnownOwners owners, OperationStarter starter, CallerContext caller, TimeProvider time, IServiceProvider services)
    : ICommandHandler<HandOverCustomers, OperationId>
{
    public async Task<OperationId> Handle(HandOverCustomers command, CancellationToken ct)
    {
        await db.RequireTerritory(command.TerritoryId, ct);
        await owners.Require(command.OwnerId, command.UnitId, ct);
        // What is wrong with the filter is said now and not by the operation.
        await HandOverWork.Found(command, db, new ListRequest(HandOverWork.QueryOf(command), caller.Caller, time, services), ct);
        return await starter.Start(db, HandOverWork.Kind, command, ct);
    }
}

/// <param name="Found">Customers that the filter found.</param>
/// <param name="HandedOver">Those that came, or in a dry run would come, to somebody else.</param>
internal sealed record HandOverResult(long Found, long HandedOver);

internal sealed class HandOverWork : IOperation<HandOverCustomers, HandOverResult>
{
    public const string Kind = "customers.hand-over";

    private const int AtOnce = 200;

    public static QueryCollection QueryOf(HandOverCustomers input) => new(input.Filter.ToDictionary(f => f.Key, f => new StringValues(f.Value)));

    /// <summary>The customers that the filter finds, as far as the caller sees them; those that were found to be others stay as they were.</summary>
    public static async Task<IQueryable<Customer>> Found(HandOverCustomers input, CustomersDbContext db, ListRequest request, CancellationToken ct) =>
        (await CustomerList.For(request, db, ct)).Matching(db.Customers.Where(c => c.SurvivorId == null && c.Name != ""), request);

    public async Task<HandOverResult> Run(HandOverCustomers input, OperationRun run, CancellationToken ct)
    {
        var mark = run.Checkpoint<Mark>() ?? new Mark(null, 0, IsDone: false);
        while (!mark.IsDone) mark = await Next(input, mark, run, ct);
        return new HandOverResult(run.Done, mark.HandedOver);
    }

    private static async Task<Mark> Next(HandOverCustomers input, Mark mark, OperationRun run, CancellationToken ct)
    {
        var next = mark;
        await run.Step(async step =>
        {
            var db = (CustomersDbContext)step.Db;
            var request = new ListRequest(QueryOf(input), step.Get<CallerContext>().Caller, db.Time, step.Services);
            var found = await Found(input, db, request, ct);
            step.Total ??= await found.LongCountAsync(ct);
            // By id, and not page by page: who is handed over may not be found by the same filter any more.
            var ids = await found.NextById<Customer, CustomerId>(mark.Last, AtOnce).Select(c => c.Id).ToListAsync(ct);
            var customers = await db.Customers.AsSplitQuery().Where(c => EF.Parameter(ids).Contains(c.Id)).ToListAsync(ct);
            var territories = input.ToBestTerritory ? await db.TerritoriesInTransaction(ct) : [];
            var handedOver = customers.LongCount(c => HandOver(c, input, territories, step, db.Time.GetUtcNow()));
            next = new Mark(ids.Count == 0 ? mark.Last : ids[^1].Value, mark.HandedOver + handedOver, ids.Count < AtOnce);
            (step.Done, step.Checkpoint) = (step.Done + ids.Count, next);
        }, ct);
        return next;
    }

    private static bool HandOver(Customer customer, HandOverCustomers input, IReadOnlyList<Territory> territories, OperationStep step, DateTimeOffset now)
    {
        var to = input.On(customer.Ownership);
        if (territories.BestFor(customer) is { } best) to = to with { TerritoryId = best.Id };
        if (to == customer.Ownership) return false;
        if (Hindrance(customer, to, step.Get<CallerContext>()) is { } rule)
        {
            step.Problem(rule.Code, rule.Text, value: customer.Code);
            return false;
        }

        return input.DryRun || customer.HandOver(to, input.Reason, now);
    }

    // One that would be refused when it is written would take all the others with it.
    private static Rule? Hindrance(Customer customer, Domain.Ownership to, CallerContext caller)
    {
        if (!customer.CanComeTo(to)) return PoolRules.ClaimFirst;
        var moves = !customer.IsPooled && (to.OwnerId, to.UnitId) != (customer.OwnerId, customer.UnitId);
        return moves && !caller.Caller.Reaches(caller.Scope, to.OwnerId, to.UnitId) ? OwnershipRules.OutOfReach : null;
    }

    /// <param name="Last">Id of the last customer that was looked at.</param>
    /// <param name="HandedOver">So far.</param>
    /// <param name="IsDone">All were looked at.</param>
    private sealed record Mark(Guid? Last, long HandedOver, bool IsDone);
}
