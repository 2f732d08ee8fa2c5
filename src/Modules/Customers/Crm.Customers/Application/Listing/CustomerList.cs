using System.Linq.Expressions;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.Customers.Application.Fields;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Fields;
using Crm.Customers.Domain.Tags;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Customers.Application.Listing;

/// <summary>How customers are listed, with the fields that the company gave them.</summary>
internal static class CustomerList
{
    private const string Prefix = "fields.";

    /// <summary>With what every company has.</summary>
    public static readonly ListSpec<Customer, CustomerRow> Basic = Plain();

    /// <summary>The list that understands the request: the company's own fields are looked up only where one is asked for.</summary>
    public static async ValueTask<ListSpec<Customer, CustomerRow>> For(ListRequest request, CustomersDbContext db, CancellationToken ct) =>
        request.Query.Any(q => q.Key.StartsWith($"filter[{Prefix}", StringComparison.Ordinal) || (q.Key == "sort" && q.Value.ToString().Contains(Prefix, StringComparison.Ordinal)))
            ? With(await db.CustomFields.AsNoTracking().OrderBy(f => f.FieldKey).ToListAsync(ct))
            : Basic;

    /// <summary>With the company's own fields; those that are personal are encrypted and cannot be compared.</summary>
    public static ListSpec<Customer, CustomerRow> With(IEnumerable<CustomField> fields)
    {
        var list = Plain();
        foreach (var field in fields.Where(f => !f.IsPersonal)) Add(list, field);
        return list;
    }

    private static ListSpec<Customer, CustomerRow> Plain() => new ListSpec<Customer, CustomerRow>(CustomerInput.Resource)
        .Field("code", c => c.Code)
        .Field("name", c => c.Name)
        .Field("kind", c => c.Kind, sortable: false)
        .Field("industry", c => c.Industry, sortable: false)
        .Field("size", c => c.Size, sortable: false)
        .Field("source", c => c.Source, sortable: false)
        .Field("channel", c => c.Channel, sortable: false)
        .Field("lifecycle", c => c.Lifecycle, sortable: false)
        .Field("isBlocked", c => c.IsBlocked, sortable: false)
        .Field("grade", c => c.Grade, sortable: false)
        .Field("gradeValidUntil", c => c.GradeValidUntil, sortable: false)
        .Field("ownerId", c => c.OwnerId)
        .Field("unitId", c => c.UnitId)
        .Field("territoryId", c => c.TerritoryId)
        .PartField("territory", services => Db(services).TerritoriesWithin, w => (Guid?)w.TerritoryId, c => c.TerritoryId, w => w.AboveId)
        .Field("registeredAt", c => c.RegisteredAt)
        .PartField("tags", services => Db(services).Tags, t => t.CustomerId, c => c.Id, t => t.Folded, CustomerTag.Fold)
        .Field("country", c => c.Addresses.Where(a => a.Kind == AddressKind.Main && a.IsPrimary).Select(a => a.Country).FirstOrDefault(), sortable: false)
        .Field("region", c => c.Addresses.Where(a => a.Kind == AddressKind.Main && a.IsPrimary).Select(a => a.Region).FirstOrDefault(), sortable: false)
        .Field("figures.orders", c => c.Figures == null ? 0 : c.Figures.Orders, sortable: false)
        .Field("figures.net", c => c.Figures == null ? 0m : c.Figures.Net, sortable: false)
        .Field("figures.openBalance", c => c.Figures == null ? 0m : c.Figures.OpenBalance, sortable: false)
        .Field("figures.firstOrderOn", c => c.Figures!.FirstOrderOn, sortable: false)
        .Field("figures.lastOrderOn", c => c.Figures!.LastOrderOn, sortable: false)
        .Field("figures.lastPaymentOn", c => c.Figures!.LastPaymentOn, sortable: false)
        .Field("rfm.recency", c => c.Score!.Recency, sortable: false)
        .Field("rfm.frequency", c => c.Score!.Frequency, sortable: false)
        .Field("rfm.monetary", c => c.Score!.Monetary, sortable: false)
        .Field("rfm.segment", c => c.Score!.Segment, sortable: false)
        .DefaultSort("name")
        .Key(c => c.Id)
        .Search((customers, words, services) => Db(services).Matching(customers, words), "name", "shortName", "legalName", "code", "contactPoints", "contacts")
        .Expand("tags", c => c.Id, LoadTags)
        .Expand("fields", c => c.Id, LoadFields)
        .Expand("figures", c => c.Id, ListedFigures.Load)
        .Select(CustomerRow.FromCustomer);

    private static void Add(ListSpec<Customer, CustomerRow> list, CustomField field)
    {
        var key = field.FieldKey;
        _ = field.Type switch
        {
            FieldType.Number => Of(v => v.Number, c => c.Fields.Where(v => v.Key == key).Select(v => v.Number).FirstOrDefault()),
            FieldType.Date => Of(v => v.Date, c => c.Fields.Where(v => v.Key == key).Select(v => v.Date).FirstOrDefault()),
            FieldType.Flag => Of(v => v.Flag, c => c.Fields.Where(v => v.Key == key).Select(v => v.Flag).FirstOrDefault()),
            FieldType.Choices => Of<string?>(v => v.Text, sort: null),
            _ => Of(v => v.Text, c => c.Fields.Where(v => v.Key == key).Select(v => v.Text).FirstOrDefault()),
        };

        ListSpec<Customer, CustomerRow> Of<TValue>(Expression<Func<FieldValue, TValue>> value, Expression<Func<Customer, TValue>>? sort) =>
            list.PartField(Prefix + key, services => Db(services).FieldValues.Where(v => v.Key == key), v => v.CustomerId, c => c.Id, value, read: null, sort);
    }

    private static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> LoadTags(IServiceProvider services, IReadOnlyList<Guid> keys, CancellationToken ct)
    {
        if (MaskedText.IsHidden(services.GetRequiredService<CallerContext>().Caller, $"{CustomerInput.Resource}.tags")) return new Dictionary<Guid, IReadOnlyList<string>>();
        var ids = keys.Select(k => new CustomerId(k)).ToList();
        var tags = await Db(services).Tags.AsNoTracking().Where(t => EF.Parameter(ids).Contains(t.CustomerId)).OrderBy(t => t.Folded).ToListAsync(ct);
        return tags.GroupBy(t => t.CustomerId.Value).ToDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g.Select(t => t.Text)]);
    }

    private static async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, JsonElement>>> LoadFields(IServiceProvider services, IReadOnlyList<Guid> keys, CancellationToken ct)
    {
        var caller = services.GetRequiredService<CallerContext>().Caller;
        var ids = keys.Select(k => new CustomerId(k)).ToList();
        var values = await Db(services).FieldValues.AsNoTracking().Where(v => EF.Parameter(ids).Contains(v.CustomerId)).ToListAsync(ct);
        return values.Where(v => !MaskedText.IsHidden(caller, $"{CustomerInput.Resource}.{Prefix}{v.Key}")).GroupBy(v => v.CustomerId.Value)
            .ToDictionary(g => g.Key, g => FieldJson.Of(FieldValue.ContentsOf(g)));
    }

    private static CustomersDbContext Db(IServiceProvider services) => services.GetRequiredService<CustomersDbContext>();
}
