using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.BuildingBlocks.Hosting.Audit;

/// <summary>
/// The changed rows of one save by the record they belong to, looked up once: asking the change tracker for every record anew made a
/// batch cost the square of its size.
/// </summary>
internal sealed class ChangedChildren
{
    private readonly Dictionary<(IForeignKey Key, string Owner), List<EntityEntry>> _byOwner = [];

    /// <param name="tracker">With changes detected already.</param>
    public ChangedChildren(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            foreach (var key in entry.Metadata.GetForeignKeys().Where(k => k.PrincipalToDependent is not null)) Add(entry, key);
        }
    }

    /// <summary>Rows that belong to the record by this navigation, or did before this save.</summary>
    public IReadOnlyList<EntityEntry> Of(EntityEntry owner, INavigation navigation) =>
        _byOwner.GetValueOrDefault((navigation.ForeignKey, Text(navigation.ForeignKey.PrincipalKey.Properties.Select(p => owner.Property(p).CurrentValue)))) ?? [];

    private void Add(EntityEntry child, IForeignKey key)
    {
        var now = Text(key.Properties.Select(p => child.Property(p).CurrentValue));
        var before = Text(key.Properties.Select(p => child.Property(p).OriginalValue ?? child.Property(p).CurrentValue));
        Add(child, key, now);
        if (before != now) Add(child, key, before);
    }

    private void Add(EntityEntry child, IForeignKey key, string owner)
    {
        if (!_byOwner.TryGetValue((key, owner), out var children)) _byOwner[(key, owner)] = children = [];
        children.Add(child);
    }

    private static string Text(IEnumerable<object?> key) => string.Join('|', key.Select(v => v is ITypedId typed ? typed.Value : v));
}
