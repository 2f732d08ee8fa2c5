using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Customers.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Crm.Customers.Persistence;

/// <summary>Rows that name customers, as they stand in their tables, decrypted, with their parts.</summary>
internal static class RowsOfCustomers
{
    private static readonly MethodInfo Read = typeof(RowsOfCustomers).GetMethod(nameof(Rows), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <returns>By subject; one without rows is left out.</returns>
    public static async Task<IReadOnlyList<(string Subject, IReadOnlyList<JsonObject> Rows)>> RowsNaming(
        this CustomersDbContext db, IReadOnlyList<CustomerId> customers, CancellationToken ct)
    {
        var found = new List<(string, IReadOnlyList<JsonObject>)>();
        foreach (var entity in db.Model.GetEntityTypes().Where(CustomerUse.NamesCustomers).OrderBy(e => e.ClrType.Name, StringComparer.Ordinal))
        {
            var isTyped = entity.FindProperty(CustomerUse.Property)!.ClrType == typeof(CustomerId);
            var rows = await (Task<List<JsonObject>>)Read.MakeGenericMethod(entity.ClrType).Invoke(null, [db, customers, isTyped, ct])!;
            if (rows.Count > 0) found.Add((JsonNamingPolicy.CamelCase.ConvertName(entity.ClrType.Name), rows));
        }

        return found;
    }

    private static async Task<List<JsonObject>> Rows<TRow>(CustomersDbContext db, IReadOnlyList<CustomerId> customers, bool isTyped, CancellationToken ct)
        where TRow : class
    {
        var typed = customers.ToList();
        var plain = customers.Select(c => c.Value).ToList();
        var all = db.Set<TRow>().IgnoreQueryFilters().AsSplitQuery();
        var rows = await (isTyped
            ? all.Where(r => EF.Parameter(typed).Contains(EF.Property<CustomerId>(r, CustomerUse.Property)))
            : all.Where(r => EF.Parameter(plain).Contains(EF.Property<Guid>(r, CustomerUse.Property)))).ToListAsync(ct);
        var told = rows.ConvertAll(r => Told(db.Entry(r)));
        db.ChangeTracker.Clear();
        return told;
    }

    private static JsonObject Told(EntityEntry entry)
    {
        var told = new JsonObject();
        foreach (var property in entry.Properties.Where(p => !p.Metadata.IsShadowProperty())) told[Camel(property.Metadata.Name)] = Value(property.CurrentValue);
        foreach (var part in entry.ComplexProperties) told[Camel(part.Metadata.Name)] = Value(part.CurrentValue);
        foreach (var navigation in entry.Navigations.Where(n => n.Metadata.TargetEntityType.IsOwned() && n.CurrentValue is not null))
        {
            told[Camel(navigation.Metadata.Name)] = navigation.CurrentValue is System.Collections.IEnumerable parts
                ? new JsonArray([.. parts.Cast<object>().Select(p => (JsonNode)Told(entry.Context.Entry(p)))])
                : Told(entry.Context.Entry(navigation.CurrentValue!));
        }

        return told;
    }

    private static JsonNode? Value(object? value) => value switch
    {
        null => null,
        ITypedId id => id.Value,
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), CrmJson.Options),
    };

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
