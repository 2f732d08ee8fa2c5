using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Imports;

/// <summary>Takes customers from a file, each through the command that registers or changes one.</summary>
internal sealed class CustomerImport(
    CustomersDbContext db, UnseenFields unseen, ICommandHandler<RegisterCustomer, CustomerReply> register, ICommandHandler<ChangeCustomer, CustomerReply> change,
    ICommandHandler<RestoreCustomer, CustomerReply> restore)
    : IImportTarget<CustomerImportRow>
{
    // A customer that was deleted and comes in again is brought back, with its history.
    private IQueryable<Customer> All => db.Customers.IgnoreQueryFilters([ModuleDbContext.DeletedFilter]);

    public async Task Apply(IReadOnlyList<ImportRow<CustomerImportRow>> rows, ImportContext context, CancellationToken ct)
    {
        var known = await Known(rows, ct);
        foreach (var row in rows)
        {
            try
            {
                if (known.TryGetValue(row.Ref.Id, out var customer)) await Change(customer, row, ct);
                else await Register(row, ct);
            }
            catch (RuleBroken broken) when (!db.ChangeTracker.HasChanges())
            {
                // Refused before anything was done: the other rows need not be tried again.
                row.Refuse(broken.Rule, [.. broken.Values]);
            }

            context.ForgetSaved();
        }
    }

    private async Task<Dictionary<string, Customer>> Known(IReadOnlyList<ImportRow<CustomerImportRow>> rows, CancellationToken ct)
    {
        var system = rows[0].Ref.System;
        var keys = rows.Select(r => r.Ref.Id).ToList();
        var ids = await All.Where(c => c.ExternalRefs.Any(r => r.System == system && EF.Parameter(keys).Contains(r.ExternalId)))
            .Select(c => c.Id).ToListAsync(ct);
        if (ids.Count == 0) return [];

        // What is read here is what is changed below: nobody writes to these customers in between.
        await db.Dialect.Locked<Customer, CustomerId>(db, nameof(Customer.Id), ids).Select(c => c.Id).ToListAsync(ct);
        var customers = await All.AsNoTracking().AsSplitQuery().Where(c => EF.Parameter(ids).Contains(c.Id)).ToListAsync(ct);
        return customers.SelectMany(c => c.ExternalRefs.Where(r => r.System == system), (c, r) => (c, r.ExternalId)).ToDictionary(x => x.ExternalId, x => x.c);
    }

    private async Task Register(ImportRow<CustomerImportRow> row, CancellationToken ct)
    {
        var said = row.Value.On(new CustomerInput { Name = row.Value.Name, ExternalRefs = [new ExternalRefInput(row.Ref.System, row.Ref.Id)] });
        row.Created((await register.Handle(RegisterCustomer.From(said), ct)).Id);
    }

    private async Task Change(Customer customer, ImportRow<CustomerImportRow> row, CancellationToken ct)
    {
        var present = CustomerInput.Of(customer);
        var said = row.Value.On(present);
        if (customer.DeletedAt is null && said == present)
        {
            row.Unchanged(customer.Key);
            return;
        }

        unseen.RequireUnchanged(CustomerInput.Resource, said, present);
        if (customer.DeletedAt is not null) await restore.Handle(new RestoreCustomer(customer.Key), ct);
        await change.Handle(new ChangeCustomer(customer.Key, said), ct);
        row.Updated(customer.Key);
    }
}
