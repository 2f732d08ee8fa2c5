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
        var changed = tracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        foreach (var entry in changed) Add(entry);
        foreach (var between in Between(tracker, changed)) Add(between);
    }

    /// <summary>Rows that belong to the record by this navigation, or did before this save.</summary>
    public IReadOnlyList<EntityEntry> Of(EntityEntry owner, INavigation navigation) =>
        _byOwner.GetValueOrDefault((navigation.ForeignKey, Text(navigation.ForeignKey.PrincipalKey.Properties.Select(p => owner.Property(p).CurrentValue)))) ?? [];

    // What did not change itself, but has parts that did: without it nothing leads from the record to them.
    private static HashSet<EntityEntry> Between(ChangeTracker tracker, List<EntityEntry> changed)
    {
        var found = new HashSet<EntityEntry>();
        var parts = changed;
        while (true)
        {
            var owners = parts.Select(p => (Part: p, Key: p.Metadata.FindOwnership())).Where(p => p.Key is { PrincipalEntityType: var type } && type.IsOwned())
                .Select(p => (Type: p.Key!.PrincipalEntityType, Id: Text(p.Key.Properties.Select(k => p.Part.Property(k).CurrentValue)))).ToHashSet();
            if (owners.Count == 0) return found;
            parts = [.. tracker.Entries().Where(e => e.State == EntityState.Unchanged && e.Metadata.IsOwned() && owners.Contains((e.Metadata, KeyOf(e))) && found.Add(e))];
        }
    }

    private static string KeyOf(EntityEntry entry) => Text(entry.Metadata.FindPrimaryKey()!.Properties.Select(k => entry.Property(k).CurrentValue));

    private void Add(EntityEntry entry)
    {
        foreach (var key in entry.Metadata.GetForeignKeys().Where(k => k.PrincipalToDependent is not null)) Add(entry, key);
    }

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
