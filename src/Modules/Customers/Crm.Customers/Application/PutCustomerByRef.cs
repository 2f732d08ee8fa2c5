using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application;

/// <summary>Creates or changes the customer that another system knows by a key of its own.</summary>
internal sealed record PutCustomerByRef(string System, string ExternalId, CustomerInput Customer) : ICommand<PutCustomerReply>;

/// <param name="Id">The customer.</param>
/// <param name="Code">Its number.</param>
/// <param name="Version">Its version now.</param>
/// <param name="WasCreated">Whether there was none before.</param>
internal sealed record PutCustomerReply(Guid Id, string Code, int Version, bool WasCreated);

internal sealed class PutCustomerByRefValidator : AbstractValidator<PutCustomerByRef>
{
    public PutCustomerByRefValidator(TimeProvider time)
    {
        RuleFor(c => c.System).NotEmpty().MaximumLength(60);
        RuleFor(c => c.ExternalId).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Customer).SetValidator(new CustomerInputValidator<CustomerInput>(time)).OverridePropertyName("");
    }
}

internal sealed class PutCustomerByRefHandler(
    CustomersDbContext db, ICommandHandler<RegisterCustomer, CustomerReply> register, ICommandHandler<ChangeCustomer, CustomerReply> change)
    : ICommandHandler<PutCustomerByRef, PutCustomerReply>
{
    public async Task<PutCustomerReply> Handle(PutCustomerByRef command, CancellationToken ct)
    {
        var input = WithReference(command);
        if (await Known(command, ct) is { } known) return await Change(known, input, ct);
        try
        {
            var registered = await register.Handle(RegisterCustomer.From(input), ct);
            return new PutCustomerReply(registered.Id, registered.Code, registered.Version, WasCreated: true);
        }
        catch (RuleBroken)
        {
            // A twin may have committed between the look and the registration, which then finds its own key taken.
            if (await Known(command, ct) is { } twin) return await Change(twin, input, ct);
            throw;
        }
    }

    private Task<CustomerId?> Known(PutCustomerByRef command, CancellationToken ct) => db.Customers
        .Where(c => c.ExternalRefs.Any(r => r.System == command.System && r.ExternalId == command.ExternalId))
        .Select(c => (CustomerId?)c.Id).SingleOrDefaultAsync(ct);

    private async Task<PutCustomerReply> Change(CustomerId id, CustomerInput input, CancellationToken ct)
    {
        // Whoever else writes to the same key waits here; all of them reading the same version would let one win and try again and again.
        await db.Dialect.Locked<Customer, CustomerId>(db, nameof(Customer.Id), [id]).Select(c => c.Id).ToListAsync(ct);
        var changed = await change.Handle(new ChangeCustomer(id.Value, input), ct);
        return new PutCustomerReply(changed.Id, changed.Code, changed.Version, WasCreated: false);
    }

    private static CustomerInput WithReference(PutCustomerByRef command)
    {
        var own = new ExternalRefInput(command.System, command.ExternalId);
        return command.Customer.ExternalRefs.Contains(own)
            ? command.Customer
            : command.Customer with { ExternalRefs = [.. command.Customer.ExternalRefs, own] };
    }
}
