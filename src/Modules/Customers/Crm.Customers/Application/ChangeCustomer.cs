using Crm.BuildingBlocks.Hosting.Pipeline;
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

internal sealed class ChangeCustomerHandler(CustomersDbContext db) : ICommandHandler<ChangeCustomer, CustomerReply>
{
    public async Task<CustomerReply> Handle(ChangeCustomer command, CancellationToken ct)
    {
        var customer = await db.ForChange<Customer, CustomerId>(new CustomerId(command.Id), ct);
        var details = command.Customer.Details(command.Customer.Code?.Trim() ?? customer.Code);
        await db.RequireUnique(details, customer.Id, ct);
        customer.Change(details, command.Customer.OwnerId ?? customer.OwnerId, command.Customer.UnitId ?? customer.UnitId);
        await db.KeepSearchTokens(customer, ct);
        return new CustomerReply(customer.Id.Value, customer.Code, customer.Version);
    }
}
