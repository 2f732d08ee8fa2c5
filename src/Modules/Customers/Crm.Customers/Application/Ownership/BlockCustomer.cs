using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application.Ownership;

/// <summary>Lets nothing more be sold to a customer, or lets it order again.</summary>
internal sealed record BlockCustomer(Guid Id, bool IsBlocked, string Reason) : ICommand<CustomerReply>;

internal sealed class BlockCustomerValidator : AbstractValidator<BlockCustomer>
{
    public BlockCustomerValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(CustomerLimits.Reason);
    }
}

internal sealed class BlockCustomerHandler(CustomersDbContext db) : ICommandHandler<BlockCustomer, CustomerReply>
{
    public async Task<CustomerReply> Handle(BlockCustomer command, CancellationToken ct)
    {
        var customer = await db.ForChange<Customer, CustomerId>(new CustomerId(command.Id), ct);
        if (command.IsBlocked) customer.Block(command.Reason);
        else customer.Unblock(command.Reason);
        return new CustomerReply(customer.Id.Value, customer.Code, customer.Version);
    }
}
