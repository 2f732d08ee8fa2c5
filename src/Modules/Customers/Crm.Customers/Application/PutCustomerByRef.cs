using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application;

/// <summary>
/// Creates or changes the customer that another system knows by a key of its own; one that was deleted is brought back. A system says nothing
/// of the keys by which the customer is known elsewhere, so those stay.
/// </summary>
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
    CustomersDbContext db,
    ICommandHandler<RegisterCustomer, CustomerReply> register,
    ICommandHandler<ChangeCustomer, CustomerReply> change,
    ICommandHandler<RestoreCustomer, CustomerReply> restore)
    : ICommandHandler<PutCustomerByRef, PutCustomerReply>
{
    public Task<PutCustomerReply> Handle(PutCustomerByRef command, CancellationToken ct)
    {
        var input = command.Customer with { ExternalRefs = [.. command.Customer.ExternalRefs.Append(new ExternalRefInput(command.System, command.ExternalId)).Distinct()] };
        return db.ByReference(() => Known(command, ct), () => Register(input, ct), known => Change(known!.Value, input, ct));
    }

    private async Task<PutCustomerReply> Register(CustomerInput input, CancellationToken ct)
    {
        var registered = await register.Handle(RegisterCustomer.From(await WithFreeCode(input, ct), OnDuplicates.Note), ct);
        return new PutCustomerReply(registered.Id, registered.Code, registered.Version, WasCreated: true);
    }

    private Task<CustomerId?> Known(PutCustomerByRef command, CancellationToken ct) => db.Customers.IgnoreQueryFilters([ModuleDbContext.DeletedFilter])
        .Where(c => c.ExternalRefs.Any(r => r.System == command.System && r.ExternalId == command.ExternalId))
        .Select(c => (CustomerId?)c.Id).SingleOrDefaultAsync(ct);

    private async Task<PutCustomerReply> Change(CustomerId id, CustomerInput input, CancellationToken ct)
    {
        // Whoever else writes to the same key waits here; all of them reading the same version would let one win and try again and again.
        await db.Dialect.Locked<Customer, CustomerId>(db, nameof(Customer.Id), [id]).Select(c => c.Id).ToListAsync(ct);
        if (!await db.Customers.AnyAsync(c => c.Id == id, ct)) await restore.Handle(new RestoreCustomer(id.Value), ct);
        var changed = await change.Handle(new ChangeCustomer(id.Value, await AsKnown(id, input, ct)), ct);
        return new PutCustomerReply(changed.Id, changed.Code, changed.Version, WasCreated: false);
    }

    private async Task<CustomerInput> AsKnown(CustomerId id, CustomerInput input, CancellationToken ct)
    {
        // What a merge brought together is one customer that several systems know, and one system by several keys.
        var refs = await db.Customers.AsNoTracking().Where(c => c.Id == id).SelectMany(c => c.ExternalRefs)
            .Select(r => new ExternalRefInput(r.System, r.ExternalId)).ToListAsync(ct);
        return await db.WithCodeOfFamily(id, input with { ExternalRefs = [.. refs.Union(input.ExternalRefs)] }, ct);
    }

    // The code of an erased person stays with the books. The system that goes on sending it would else be refused for ever.
    private async Task<CustomerInput> WithFreeCode(CustomerInput input, CancellationToken ct)
    {
        var code = input.Code?.Trim();
        var isOfErased = code is not null && await db.Customers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter, ModuleDbContext.DeletedFilter, ModuleDbContext.MergedFilter])
            .AnyAsync(c => c.Code == code && c.Name == "", ct);
        return isOfErased ? input with { Code = null } : input;
    }
}
