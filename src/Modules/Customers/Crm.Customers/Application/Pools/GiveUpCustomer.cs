using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Pools;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Pools;

/// <summary>Puts a customer into a pool, for whoever claims it.</summary>
internal sealed record GiveUpCustomer : ICommand<CustomerReply>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Code of the pool.</summary>
    public required string Pool { get; init; }

    /// <summary>In words.</summary>
    public required string Reason { get; init; }
}

/// <summary>Says whether rules may take a customer from its owner.</summary>
internal sealed record ProtectCustomer : ICommand<CustomerReply>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required bool IsProtected { get; init; }
}

internal sealed class GiveUpCustomerValidator : AbstractValidator<GiveUpCustomer>
{
    public GiveUpCustomerValidator()
    {
        RuleFor(c => c.Pool).NotEmpty().MaximumLength(CustomerLimits.Code);
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(CustomerLimits.Note);
    }
}

internal sealed class ProtectCustomerValidator : AbstractValidator<ProtectCustomer>
{
    public ProtectCustomerValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class GiveUpCustomerHandler(CustomersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<GiveUpCustomer, CustomerReply>
{
    public async Task<CustomerReply> Handle(GiveUpCustomer command, CancellationToken ct)
    {
        var customer = await db.ForChange<Customer, CustomerId>(new CustomerId(command.Id), ct);
        var pool = await db.Pools.SingleOrDefaultAsync(p => p.Code == command.Pool && p.IsActive, ct) ?? throw PoolRules.Unknown.Broken(command.Pool);
        var (before, now) = (customer.Ownership, time.GetUtcNow());
        customer.GiveUp(pool.Id, now);
        db.PoolEntries.Add(PoolEntry.Of(customer, before, PooledBy.Hand, caller.Caller.Id, command.Reason, reasonChinese: null, now));
        return new CustomerReply(customer.Key, customer.Code, customer.Version);
    }
}

internal sealed class ProtectCustomerHandler(CustomersDbContext db) : ICommandHandler<ProtectCustomer, CustomerReply>
{
    public async Task<CustomerReply> Handle(ProtectCustomer command, CancellationToken ct)
    {
        var customer = await db.ForChange<Customer, CustomerId>(new CustomerId(command.Id), ct);
        customer.Protect(command.IsProtected);
        return new CustomerReply(customer.Key, customer.Code, customer.Version);
    }
}
