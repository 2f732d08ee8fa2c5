using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Territories;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application.Ownership;

/// <summary>To whom customers come.</summary>
internal abstract record HandOverInput
{
    /// <summary>The user; left out, it stays.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>The org unit; left out, it stays.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>The territory; left out, it stays.</summary>
    public Guid? TerritoryId { get; init; }

    /// <summary>Told to those who hear of it, and kept in the history.</summary>
    public required string Reason { get; init; }
}

/// <summary>Gives a customer to another user, org unit or territory.</summary>
internal sealed record HandOverCustomer : HandOverInput, ICommand<CustomerReply>
{
    [JsonIgnore]
    public Guid Id { get; init; }
}

internal abstract class HandOverInputValidator<TInput> : AbstractValidator<TInput>
    where TInput : HandOverInput
{
    protected HandOverInputValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(CustomerLimits.Reason);
}

internal sealed class HandOverCustomerValidator : HandOverInputValidator<HandOverCustomer>
{
    private static readonly Phrase ToSomebody = new("An owner, a unit or a territory is expected.", "请至少指定负责人、部门或区域之一。");

    public HandOverCustomerValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c).Must(c => (c.OwnerId ?? c.UnitId ?? c.TerritoryId) is not null).WithPhrase(ToSomebody).OverridePropertyName("");
    }
}

internal sealed class HandOverCustomerHandler(CustomersDbContext db, KnownOwners owners) : ICommandHandler<HandOverCustomer, CustomerReply>
{
    public async Task<CustomerReply> Handle(HandOverCustomer command, CancellationToken ct)
    {
        var customer = await db.ForChange<Customer, CustomerId>(new CustomerId(command.Id), ct);
        await db.RequireTerritory(command.TerritoryId, ct);
        await owners.Require(command.OwnerId, command.UnitId, ct, (customer.OwnerId, customer.UnitId));
        customer.HandOver(command.On(customer.Ownership), command.Reason, db.Time.GetUtcNow());
        return new CustomerReply(customer.Id.Value, customer.Code, customer.Version);
    }
}

internal static class HandOvers
{
    public static Domain.Ownership On(this HandOverInput input, Domain.Ownership present) =>
        new(input.OwnerId ?? present.OwnerId, input.UnitId ?? present.UnitId, input.TerritoryId ?? present.TerritoryId);
}

internal sealed class OwnershipPermissions
{
    public static readonly Permission Oversee = new("customers.ownership.oversee", new Phrase("Hand over many customers at once", "批量移交客户"), IsScoped: true);
}
