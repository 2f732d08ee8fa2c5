using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Fields;
using Crm.Customers.Application.Ownership;
using Crm.Customers.Application.Territories;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application;

/// <summary>Replaces all that may be said of a customer; an owner or unit that is left out stays.</summary>
internal sealed record ChangeCustomer(Guid Id, CustomerInput Customer) : ICommand<CustomerReply>;

internal sealed class ChangeCustomerValidator : AbstractValidator<ChangeCustomer>
{
    public ChangeCustomerValidator(TimeProvider time) =>
        RuleFor(c => c.Customer).SetValidator(new CustomerInputValidator<CustomerInput>(time)).OverridePropertyName("");
}

internal sealed class ChangeCustomerHandler(CustomersDbContext db, UnseenFields unseen, KnownOwners owners) : ICommandHandler<ChangeCustomer, CustomerReply>
{
    public async Task<CustomerReply> Handle(ChangeCustomer command, CancellationToken ct)
    {
        var customer = await db.ForChange<Customer, CustomerId>(new CustomerId(command.Id), ct);
        customer.RefuseIfGone();
        var input = unseen.Keep(CustomerInput.Resource, command.Customer, CustomerInput.Of(customer));
        var details = await db.WithFields(input.Details(input.Code?.Trim() ?? customer.Code), input.Fields, customer, ct);
        if (details.TerritoryId != customer.TerritoryId) await db.RequireTerritory(details.TerritoryId, ct);
        await owners.Require(input.OwnerId, input.UnitId, ct, (customer.OwnerId, customer.UnitId));
        await db.RequireUnique(details, customer.Id, ct);
        customer.Change(details, input.OwnerId ?? customer.OwnerId, input.UnitId ?? customer.UnitId, db.Time.GetUtcNow());
        await db.KeepSearchTokens(customer, ct);
        return new CustomerReply(customer.Id.Value, customer.Code, customer.Version);
    }
}
