using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application;

/// <summary>Brings a deleted customer back.</summary>
internal sealed record RestoreCustomer(Guid Id) : ICommand<CustomerReply>;

internal sealed class RestoreCustomerValidator : AbstractValidator<RestoreCustomer>
{
    public RestoreCustomerValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class RestoreCustomerHandler(CustomersDbContext db) : ICommandHandler<RestoreCustomer, CustomerReply>
{
    public async Task<CustomerReply> Handle(RestoreCustomer command, CancellationToken ct)
    {
        var customer = await db.ForRestore<Customer, CustomerId>(new CustomerId(command.Id), ct);
        customer.Restore();
        return new CustomerReply(customer.Id.Value, customer.Code, customer.Version);
    }
}
