using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application;

/// <summary>Hides a customer; an administrator can restore it.</summary>
internal sealed record DeleteCustomer(Guid Id) : ICommand<CustomerReply>;

internal sealed class DeleteCustomerValidator : AbstractValidator<DeleteCustomer>
{
    public DeleteCustomerValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DeleteCustomerHandler(CustomersDbContext db, TimeProvider time) : ICommandHandler<DeleteCustomer, CustomerReply>
{
    public async Task<CustomerReply> Handle(DeleteCustomer command, CancellationToken ct)
    {
        var customer = await db.ForChange<Customer, CustomerId>(new CustomerId(command.Id), ct);
        customer.Delete(time.GetUtcNow());
        return new CustomerReply(customer.Id.Value, customer.Code, customer.Version);
    }
}
