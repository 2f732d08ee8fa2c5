using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

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
        var id = new CustomerId(command.Id);
        var customer = await db.Customers.IgnoreQueryFilters([ModuleDbContext.DeletedFilter]).AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, ct)
            ?? throw new ResourceNotFound("customer", command.Id.ToString());
        db.CheckExpectedVersion(customer);
        customer.Restore();
        return new CustomerReply(customer.Id.Value, customer.Code, customer.Version);
    }
}
