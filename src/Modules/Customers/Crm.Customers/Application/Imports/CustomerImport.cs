using System.Text.Json.Nodes;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Imports.Duplicates;
using Crm.BuildingBlocks.Hosting.Imports.Undoing;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Duplicates;
using Crm.Customers.Application.Fields;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Imports;

/// <summary>Takes customers from a file, each through the command that registers or changes one.</summary>
internal sealed partial class CustomerImport(
    CustomersDbContext db, UnseenFields unseen, ICallers callers, DuplicateSearch search, ICommandHandler<RegisterCustomer, CustomerReply> register, ICommandHandler<ChangeCustomer, CustomerReply> change,
    ICommandHandler<RestoreCustomer, CustomerReply> restore, TimeProvider time)
    : IImportTarget<CustomerImportRow>, IRecognisesDuplicates<CustomerImportRow>, IHasFurtherFields, IRevertible
{
    /// <summary>By this name a profile means the customers' own ids, as an export writes them.</summary>
    private const string OwnSystem = "crm";

    private static readonly CustomerInput Nothing = new() { Name = "" };

    public static IReadOnlyList<string> Traits => CustomerTraits.All;

    public static IReadOnlyList<string> UniqueTraits { get; } = [CustomerTraits.Code];

    // Something of the present row is saved already, though the rest may still be refused.
    private bool _isBegun;

    // A customer that was deleted and comes in again is brought back, with its history.
    private IQueryable<Customer> All => db.Customers.IgnoreQueryFilters([ModuleDbContext.DeletedFilter]);

    public static IEnumerable<string> MarksOf(CustomerImportRow row, IReadOnlyCollection<string> traits) => CustomerTraits.Of(row, traits);

    public static IReadOnlyList<string> FieldsOf(string trait) => CustomerTraits.FieldsOf(trait);

    public async Task<IReadOnlyDictionary<ImportRow<CustomerImportRow>, AlikeRecord>> Alike(
        IReadOnlyList<ImportRow<CustomerImportRow>> rows, IReadOnlyCollection<string> traits, Guid run, CancellationToken ct)
    {
        var known = await KnownIds(rows, ct);
        var unknown = rows.Where(r => !known.ContainsKey(r.Ref.Id)).ToList();
        var alike = await new AlikeCustomers(db).Find(unknown, traits, ct);
        if (!traits.Contains(CustomerTraits.Likeness)) return alike;
        var left = unknown.Where(r => !alike.ContainsKey(r)).ToList();
        return await new LikeCustomers(db, search, time).Find(left, run, alike, ct);
    }

    public async Task<IReadOnlyList<FurtherField>> FurtherFields(CancellationToken ct) =>
        (await db.CustomFields.AsNoTracking().Where(f => !f.IsRetired).OrderBy(f => f.FieldKey).ToListAsync(ct)).ConvertAll(RowMeaning.FieldOf);

    public async Task Apply(IReadOnlyList<ImportRow<CustomerImportRow>> rows, ImportContext context, CancellationToken ct)
    {
        var known = await Known(rows, ct);
        var changed = new Dictionary<CustomerId, (long Line, CustomerInput Said)>();
        var meaning = await RowMeaning.Of(rows.Select(r => r.Value), db, callers, ct);
        foreach (var row in rows)
        {
            _isBegun = false;
            try
            {
                if (known.TryGetValue(row, out var customer)) await Change(customer, row, meaning, context, changed, ct);
                else await Register(row, meaning, ct);
            }
            catch (Refusal refusal) when (!_isBegun && !db.ChangeTracker.HasChanges())
            {
                // Refused before anything was done: the other rows need not be tried again.
                row.Refuse(refusal);
            }

            context.ForgetSaved();
        }
    }

    private async Task<Dictionary<ImportRow<CustomerImportRow>, Customer>> Known(IReadOnlyList<ImportRow<CustomerImportRow>> rows, CancellationToken ct)
    {
        var byKey = await KnownIds(rows, ct);
        var meant = rows.ToDictionary(r => r, r => byKey.TryGetValue(r.Ref.Id, out var id) ? id : r.Means is { } alike ? new CustomerId(alike) : (CustomerId?)null);
        var ids = meant.Values.OfType<CustomerId>().Distinct().ToList();
        if (ids.Count == 0) return [];

        // What is read here is what is changed below: nobody writes to these customers in between.
        await db.Dialect.Locked<Customer, CustomerId>(db, nameof(Customer.Id), ids).Select(c => c.Id).ToListAsync(ct);
        var customers = await All.AsNoTracking().AsSplitQuery().Where(c => EF.Parameter(ids).Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        return meant.Where(m => m.Value is { } id && customers.ContainsKey(id)).ToDictionary(m => m.Key, m => customers[m.Value!.Value]);
    }

    private async Task<Dictionary<string, CustomerId>> KnownIds(IReadOnlyList<ImportRow<CustomerImportRow>> rows, CancellationToken ct)
    {
        var system = rows[0].Ref.System;
        var keys = rows.Select(r => r.Ref.Id).ToList();
        if (system == OwnSystem && await OwnIds(keys, ct) is { Count: > 0 } own) return own;
        return await All.SelectMany(c => c.ExternalRefs, (c, r) => new { c.Id, r.System, r.ExternalId })
            .Where(x => x.System == system && EF.Parameter(keys).Contains(x.ExternalId)).ToDictionaryAsync(x => x.ExternalId, x => x.Id, ct);
    }

    private async Task<Dictionary<string, CustomerId>> OwnIds(List<string> keys, CancellationToken ct)
    {
        var ids = keys.Select(k => Guid.TryParseExact(k, "D", out var id) ? new CustomerId(id) : (CustomerId?)null).OfType<CustomerId>().ToList();
        var known = await All.Where(c => EF.Parameter(ids).Contains(c.Id)).Select(c => c.Id).ToListAsync(ct);
        return known.ToDictionary(id => id.Value.ToString());
    }

    private async Task Register(ImportRow<CustomerImportRow> row, RowMeaning meaning, CancellationToken ct)
    {
        var said = row.Value.On(Nothing with { ExternalRefs = [new ExternalRefInput(row.Ref.System, row.Ref.Id)] }, meaning);
        row.Created((await register.Handle(RegisterCustomer.From(said), ct)).Id);
    }

    private async Task Change(
        Customer customer, ImportRow<CustomerImportRow> row, RowMeaning meaning, ImportContext context, Dictionary<CustomerId, (long Line, CustomerInput Said)> changed, CancellationToken ct)
    {
        var isChanged = changed.TryGetValue(customer.Id, out var earlier);
        if (isChanged && row.Means is not null)
        {
            row.Refuse(ImportRules.SameAsEarlier, earlier.Line, string.Join(", ", Traits));
            return;
        }

        // Of what the caller does not see a file says nothing: that the true value changes nothing would confirm a guess.
        unseen.RequireUnchanged(CustomerInput.Resource, row.Value.On(Nothing, meaning), Nothing);
        var present = isChanged ? earlier.Said : CustomerInput.Of(customer);
        var said = row.Value.On(present, meaning);
        if (said.Code != present.Code && (await db.WithCodeOfFamily(customer.Id, said, ct)).Code is null) said = said with { Code = present.Code };
        // Found by something else, it is known by the key from now on.
        if (row.Means is not null) said = said with { ExternalRefs = [.. said.ExternalRefs, new ExternalRefInput(row.Ref.System, row.Ref.Id)] };
        if ((customer.DeletedAt is null || isChanged) && said == present)
        {
            row.Unchanged(customer.Key);
            return;
        }

        unseen.RequireUnchanged(CustomerInput.Resource, said, present);
        context.Before(customer.Key, CustomerImage.Of(customer));
        row.WasKnownBy(CustomerTraits.Of(customer, Traits));
        if (customer.DeletedAt is not null && !isChanged)
        {
            _isBegun = true;
            await restore.Handle(new RestoreCustomer(customer.Key), ct);
        }

        await change.Handle(new ChangeCustomer(customer.Key, said), ct);
        row.Updated(customer.Key);
        changed[customer.Id] = (row.Line, said);
    }
}
