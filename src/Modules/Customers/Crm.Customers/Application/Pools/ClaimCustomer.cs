using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Pools;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Pools;

/// <summary>Takes a customer out of a pool for oneself.</summary>
internal sealed record ClaimCustomer : ICommand<CustomerReply>
{
    [JsonIgnore]
    public Guid PoolId { get; init; }

    public required Guid CustomerId { get; init; }
}

internal sealed class ClaimCustomerValidator : AbstractValidator<ClaimCustomer>
{
    public ClaimCustomerValidator() => RuleFor(c => c.CustomerId).NotEmpty();
}

internal sealed class ClaimCustomerHandler(CustomersDbContext db, CompanyDay days, CallerContext caller, TimeProvider time) : ICommandHandler<ClaimCustomer, CustomerReply>
{
    public async Task<CustomerReply> Handle(ClaimCustomer command, CancellationToken ct)
    {
        var (who, poolId, customerId) = (caller.Caller, new PoolId(command.PoolId), new CustomerId(command.CustomerId));
        var person = who.PersonId ?? throw PoolRules.NobodyClaims.Broken();
        var pool = await db.Pools.SingleOrDefaultAsync(p => p.Id == poolId, ct) ?? throw new ResourceNotFound("pool", command.PoolId.ToString());
        pool.Admit(who.UnitId, permission => who.ScopeOf(permission) != RowScope.None);
        (await LockClaims(poolId, person, ct)).Add(pool.DailyCap);
        // It belongs to nobody, so that nobody's scope reaches it.
        var customer = await db.Customers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).AsSplitQuery().SingleOrDefaultAsync(c => c.Id == customerId, ct)
            ?? throw new ResourceNotFound("customer", command.CustomerId.ToString());
        if (customer.PoolId != poolId) throw PoolRules.NotPooled.Broken();
        var now = time.GetUtcNow();
        customer.Claim(person, who.UnitId, now);
        foreach (var entry in await db.PoolEntries.Where(e => e.CustomerId == customerId && e.ClaimedAt == null).ToListAsync(ct)) entry.Claim(person, now);
        return new CustomerReply(customer.Key, customer.Code, customer.Version);
    }

    private async Task<PoolClaims> LockClaims(PoolId pool, Guid person, CancellationToken ct)
    {
        var key = PoolClaims.KeyOf(pool, person, await days.Today(ct));
        var claims = await db.Dialect.Locked<PoolClaims, string>(db, nameof(PoolClaims.Key), [key]).SingleOrDefaultAsync(ct);
        // Two first claims at once: the second one's save fails on the key, and its work is done again.
        if (claims is null) db.Add(claims = new PoolClaims { Key = key });
        return claims;
    }
}
