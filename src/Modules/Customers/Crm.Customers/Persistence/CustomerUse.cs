using System.Reflection;
using Crm.BuildingBlocks.Hosting.Attachments;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;
using Crm.Customers.Domain.Fields;
using Crm.Customers.Domain.Merging;
using Crm.Customers.Domain.Quality;
using Crm.Customers.Domain.Scoring;
using Crm.Customers.Domain.Tags;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Customers.Persistence;

/// <summary>What hangs on customers: every row of the module that names one, whichever subject it belongs to.</summary>
internal static class CustomerUse
{
    public const string Property = "CustomerId";

    private static readonly MethodInfo Read = typeof(CustomerUse).GetMethod(nameof(NamedBy), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>What is said, found and counted of every customer, and how they are found: no use of one.</summary>
    private static readonly HashSet<Type> OwnRows =
    [
        typeof(SearchToken), typeof(CustomerTag), typeof(FieldValue), typeof(DuplicateProfile), typeof(DuplicateKey), typeof(CleansingProposal), typeof(CustomerScore),
    ];

    public static async Task<HashSet<Guid>> InUse(this CustomersDbContext db, IReadOnlyCollection<Guid> customers, CancellationToken ct)
    {
        var ids = customers.Select(id => new CustomerId(id)).ToList();
        var used = (await db.Set<Attachment>().Where(a => EF.Parameter(customers).Contains(a.RecordId)).Select(a => a.RecordId).ToListAsync(ct)).ToHashSet();
        used.UnionWith(await db.MergedOrSurviving(ids, ct));
        foreach (var entity in db.Model.GetEntityTypes().Where(NamesCustomers))
            used.UnionWith(await (Task<List<Guid>>)Read.MakeGenericMethod(entity.ClrType).Invoke(null, [db, ids, customers, entity.FindProperty(Property)!.ClrType, ct])!);
        return used;
    }

    private static async Task<IEnumerable<Guid>> MergedOrSurviving(this CustomersDbContext db, List<CustomerId> ids, CancellationToken ct) =>
        (await db.Set<Merge>().Where(m => m.UndoneAt == null && (EF.Parameter(ids).Contains(m.SurvivorId) || EF.Parameter(ids).Contains(m.MergedId)))
            .Select(m => new { m.SurvivorId, m.MergedId }).ToListAsync(ct)).SelectMany(m => new[] { m.SurvivorId.Value, m.MergedId.Value });

    /// <summary>Whether the rows name the customer that they hang on.</summary>
    public static bool NamesCustomers(IEntityType entity) => !entity.IsOwned() && entity.BaseType is null && !OwnRows.Contains(entity.ClrType)
        && entity.FindProperty(Property) is { } property && (property.ClrType == typeof(CustomerId) || property.ClrType == typeof(Guid));

    private static async Task<List<Guid>> NamedBy<TRow>(
        CustomersDbContext db, List<CustomerId> ids, IReadOnlyCollection<Guid> customers, Type type, CancellationToken ct)
        where TRow : class
    {
        var all = db.Set<TRow>().IgnoreQueryFilters();
        if (type == typeof(Guid))
            return await all.Where(r => EF.Parameter(customers).Contains(EF.Property<Guid>(r, Property))).Select(r => EF.Property<Guid>(r, Property)).Distinct().ToListAsync(ct);
        var named = await all.Where(r => EF.Parameter(ids).Contains(EF.Property<CustomerId>(r, Property))).Select(r => EF.Property<CustomerId>(r, Property)).Distinct().ToListAsync(ct);
        return named.ConvertAll(id => id.Value);
    }
}
