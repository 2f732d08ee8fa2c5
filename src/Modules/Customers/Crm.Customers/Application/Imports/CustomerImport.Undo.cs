using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.BuildingBlocks;
using Crm.Customers.Application.Fields;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Imports;

internal sealed partial class CustomerImport
{
    private List<CustomerId> _imaged = [];

    // Numbers and mails have no ids in the image: when one is labelled or opted out it is the same still. An external reference is one of its system.
    public IReadOnlyList<string> PartMembers { get; } = ["system", "kind", "network", "value"];

    public async Task<IReadOnlyDictionary<Guid, JsonObject>> Images(IReadOnlyCollection<Guid> records, CancellationToken ct)
    {
        var ids = _imaged = [.. records.Select(id => new CustomerId(id))];
        await db.Dialect.Locked<Customer, CustomerId>(db, nameof(Customer.Id), ids).Select(c => c.Id).ToListAsync(ct);
        var customers = await All.AsNoTracking().AsSplitQuery().Where(c => EF.Parameter(ids).Contains(c.Id) && c.Name != "").ToListAsync(ct);
        return customers.ToDictionary(c => c.Key, CustomerImage.Of);
    }

    public async Task TakeBack(Guid record, JsonObject image, CancellationToken ct)
    {
        var was = CustomerImage.From(image);
        var (customer, details) = (await Tracked(record, ct), was.Details());
        // A field that has been retired since is no hindrance as long as nothing about the fields is to be changed.
        if (!JsonNode.DeepEquals(FieldsOf(was.Said.Fields), FieldsOf(FieldJson.Of(customer.FieldContents)))) details = await db.WithFields(details, was.Said.Fields, customer, ct);
        await db.RequireUnique(details, customer.Id, ct);
        customer.TakeBack(details, was.Said.OwnerId, was.Said.UnitId, was.DeletedAt, time.GetUtcNow());
        await db.KeepSearchTokens(customer, ct);
    }

    public async Task<IReadOnlySet<Guid>> InUse(IReadOnlyCollection<Guid> records, CancellationToken ct) => await db.InUse(records, ct);

    public async Task Remove(Guid record, CancellationToken ct) => (await Tracked(record, ct)).Delete(time.GetUtcNow());

    private static JsonNode FieldsOf(IReadOnlyDictionary<string, JsonElement> fields) => JsonSerializer.SerializeToNode(fields)!;

    // All that were looked at are loaded together as soon as one of them is to be changed.
    private async Task<Customer> Tracked(Guid record, CancellationToken ct)
    {
        var (id, imaged) = (new CustomerId(record), _imaged);
        if (db.Customers.Local.FirstOrDefault(c => c.Id == id) is { } loaded) return loaded;
        await All.AsSplitQuery().Where(c => EF.Parameter(imaged).Contains(c.Id)).LoadAsync(ct);
        return db.Customers.Local.FirstOrDefault(c => c.Id == id) ?? throw new ResourceNotFound("customer", record.ToString());
    }
}
