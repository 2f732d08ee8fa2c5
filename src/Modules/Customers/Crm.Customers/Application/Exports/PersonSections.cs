using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Attachments;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Exports;

/// <summary>The customer itself, with contacts, addresses, numbers and the company's own fields.</summary>
internal sealed class RecordSection(CustomersDbContext db) : IPersonSection
{
    public string Name => "customer";

    public Phrase Title { get; } = new("Your record", "您的资料");

    public async Task<JsonNode?> Read(TracedPerson person, CancellationToken ct)
    {
        var ids = person.Family.ToList();
        var customers = await db.Customers.IgnoreQueryFilters([ModuleDbContext.DeletedFilter]).AsNoTracking().AsSplitQuery()
            .Where(c => EF.Parameter(ids).Contains(c.Id)).OrderBy(c => c.RegisteredAt).ToListAsync(ct);
        return new JsonArray([.. customers.Select(Told)]);
    }

    private static JsonObject Told(Customer customer)
    {
        var told = JsonSerializer.SerializeToNode(CustomerInput.Of(customer), CrmJson.Options)!.AsObject();
        (told["id"], told["registeredAt"]) = (customer.Key, customer.RegisteredAt);
        return told;
    }
}

/// <summary>Files that hang on the customer: their names, since the files themselves are handed over on request.</summary>
internal sealed class AttachmentSection(CustomersDbContext db) : IPersonSection
{
    public string Name => "attachments";

    public Phrase Title { get; } = new("Files", "附件");

    public async Task<JsonNode?> Read(TracedPerson person, CancellationToken ct)
    {
        var ids = person.Family.Select(id => id.Value).ToList();
        var files = await db.Set<Attachment>().AsNoTracking().Where(a => EF.Parameter(ids).Contains(a.RecordId)).OrderBy(a => a.AddedAt).ToListAsync(ct);
        return new JsonArray([.. files.Select(f => new JsonObject { ["name"] = f.Name, ["contentType"] = f.ContentType, ["length"] = f.Length, ["addedAt"] = f.AddedAt, ["sha256"] = f.Sha256 })]);
    }
}

/// <summary>Who did what with the record, and when.</summary>
internal sealed class TrailSection(CustomersDbContext db) : IPersonSection
{
    public string Name => "processing";

    public Phrase Title { get; } = new("What was done with your data", "数据处理记录");

    public async Task<JsonNode?> Read(TracedPerson person, CancellationToken ct)
    {
        var ids = person.Family.Select(id => (Guid?)id.Value).ToList();
        var trail = await db.Audit.AsNoTracking().Where(a => EF.Parameter(ids).Contains(a.RecordId)).OrderBy(a => a.Position).Select(a => new { a.At, a.Action, a.CallerName }).ToListAsync(ct);
        return new JsonArray([.. trail.Select(a => new JsonObject { ["at"] = a.At, ["action"] = a.Action, ["by"] = a.CallerName })]);
    }
}

/// <summary>
/// Every row of the module that names the customer, whichever subject it belongs to: activities, opportunities, consents, the time line of
/// orders. What a subject adds is in the file without being listed here.
/// </summary>
internal sealed class RowsSection(CustomersDbContext db) : IPersonSection
{
    public string Name => "subjects";

    public Phrase Title { get; } = new("What belongs to your record", "与您相关的记录");

    public async Task<JsonNode?> Read(TracedPerson person, CancellationToken ct)
    {
        var subjects = new JsonObject();
        foreach (var (subject, rows) in await db.RowsNaming(person.Family, ct)) subjects[subject] = new JsonArray([.. rows.Select(r => (JsonNode)r)]);
        return subjects.Count == 0 ? null : subjects;
    }
}
