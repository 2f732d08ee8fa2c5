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

/// <summary>Gives a customer that lies in a pool to somebody, whatever the pool says of claims.</summary>
internal sealed record AssignPooledCustomer : ICommand<CustomerReply>
{
    [JsonIgnore]
    public Guid PoolId { get; init; }

    public required Guid CustomerId { get; init; }

    /// <summary>The user who looks after it from now on, in the user's unit.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>In words.</summary>
    public string? Reason { get; init; }
}

internal sealed class ClaimCustomerValidator : AbstractValidator<ClaimCustomer>
{
    public ClaimCustomerValidator() => RuleFor(c => c.CustomerId).NotEmpty();
}

internal sealed class AssignPooledCustomerValidator : AbstractValidator<AssignPooledCustomer>
{
    public AssignPooledCustomerValidator()
    {
        RuleFor(c => c.CustomerId).NotEmpty();
        RuleFor(c => c.OwnerId).NotEmpty();
        RuleFor(c => c.Reason).MaximumLength(CustomerLimits.Note);
    }
}

internal sealed class ClaimCustomerHandler(CustomersDbContext db, CompanyDay days, CallerContext caller, TimeProvider time) : ICommandHandler<ClaimCustomer, CustomerReply>
{
    public async Task<CustomerReply> Handle(ClaimCustomer command, CancellationToken ct)
    {
        var (who, poolId) = (caller.Caller, new PoolId(command.PoolId));
        var person = who.PersonId ?? throw PoolRules.NobodyClaims.Broken();
        var pool = await db.Pools.SingleOrDefaultAsync(p => p.Id == poolId, ct) ?? throw new ResourceNotFound("pool", command.PoolId.ToString());
        if (!pool.IsActive) throw PoolRules.Closed.Broken();
        pool.Admit(who.UnitId, permission => who.ScopeOf(permission) != RowScope.None);
        var today = await days.Today(ct);
        (await LockClaims(poolId, person, today, ct)).Add(pool.DailyCap);
        var lying = await db.Lying(poolId, command.CustomerId, ct);
        if (lying.Entry is { } entry && entry.OwnerBefore == person) pool.RefuseTooEarly(await days.Of(entry.PooledAt, ct), today);
        return lying.GiveTo(person, who.UnitId, reason: null, time.GetUtcNow());
    }

    private async Task<PoolClaims> LockClaims(PoolId pool, Guid person, DateOnly today, CancellationToken ct)
    {
        var key = PoolClaims.KeyOf(pool, person, today);
        var claims = await db.Dialect.Locked<PoolClaims, string>(db, nameof(PoolClaims.Key), [key]).SingleOrDefaultAsync(ct);
        // Two first claims at once: the second one's save fails on the key, and its work is done again.
        if (claims is null) db.Add(claims = new PoolClaims { Key = key, Day = today });
        return claims;
    }
}

internal sealed class AssignPooledCustomerHandler(CustomersDbContext db, ICallers callers, TimeProvider time) : ICommandHandler<AssignPooledCustomer, CustomerReply>
{
    public async Task<CustomerReply> Handle(AssignPooledCustomer command, CancellationToken ct)
    {
        var lying = await db.Lying(new PoolId(command.PoolId), command.CustomerId, ct);
        var owner = await callers.OfUser(command.OwnerId, ct) ?? throw CustomersRules.PersonUnknown.Broken(command.OwnerId);
        return lying.GiveTo(owner.Id, owner.UnitId, command.Reason, time.GetUtcNow());
    }
}

/// <summary>A customer that lies in a pool, and how it came there.</summary>
/// <param name="Entry">The last time; null where nobody wrote it down.</param>
internal sealed record LyingCustomer(Customer Customer, PoolEntry? Entry)
{
    public CustomerReply GiveTo(Guid person, Guid? unit, string? reason, DateTimeOffset now)
    {
        Customer.Claim(person, unit ?? Entry?.UnitBefore, now, reason);
        Entry?.Claim(person, now);
        return new CustomerReply(Customer.Key, Customer.Code, Customer.Version);
    }
}

internal static class LyingCustomers
{
    /// <summary>To be given to somebody. It belongs to nobody, so that nobody's scope reaches it; who gets it must be within the caller's.</summary>
    public static async Task<LyingCustomer> Lying(this CustomersDbContext db, PoolId pool, Guid customer, CancellationToken ct)
    {
        var id = new CustomerId(customer);
        var found = await db.Customers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, ct)
            ?? throw new ResourceNotFound("customer", customer.ToString());
        if (found.PoolId != pool) throw PoolRules.NotPooled.Broken();
        return new LyingCustomer(found, await db.PoolEntries.Where(e => e.CustomerId == id && e.ClaimedAt == null).OrderByDescending(e => e.PooledAt).FirstOrDefaultAsync(ct));
    }
}
