using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.BuildingBlocks.Hosting.Audit;

/// <summary>
/// What a save changes in one aggregate, from the change tracker: <c>{"name": ["before", "after"], "lines[id].quantity": [1, 2]}</c>.
/// Personal values are encrypted under the key of the person, so that an erasure reaches the audit trail and its seals stay valid.
/// </summary>
internal static class AuditedChanges
{
    // Asking a property for its attributes takes longer than writing its change down.
    private static readonly ConcurrentDictionary<PropertyInfo, bool> Personal = new();

    public static async Task<string> Of(EntityEntry<AggregateRoot> root, ChangedChildren children, ModuleSession session, bool withPersonalValues, CancellationToken ct)
    {
        var walk = new Walk(children);
        walk.Visit(root, path: "");
        var (keyBefore, keyAfter) = withPersonalValues && walk.Changes.Exists(c => c.HoldsPersonalValue) ? await KeysOf(root, session, ct) : default;
        var changes = new JsonObject();
        foreach (var change in walk.Changes)
            changes[change.Path] = new JsonArray(Shown(change.Before, change.IsPersonal, keyBefore), Shown(change.After, change.IsPersonal, keyAfter));
        return changes.ToJsonString(EventJson.Options);
    }

    // A record may pass from one person to another; what it said before stays under the key of the first.
    private static async Task<(byte[]? Before, byte[]? After)> KeysOf(EntityEntry<AggregateRoot> root, ModuleSession session, CancellationToken ct)
    {
        var declared = PersonKeyProperty.Of(root.Metadata);
        var property = declared is null ? null : root.Property(declared.Name);
        var person = property is null ? root.Entity.Key : PersonKeyProperty.IdIn(property.CurrentValue);
        var personBefore = property is null || root.State == EntityState.Added ? person : PersonKeyProperty.IdIn(property.OriginalValue);
        var after = await KeyOf(person, session, ct);
        return (personBefore == person ? after : await KeyOf(personBefore, session, ct), after);
    }

    private static async ValueTask<byte[]?> KeyOf(Guid? person, ModuleSession session, CancellationToken ct) =>
        person is null ? null : await session.Persons.KeyOf(person.Value, ct);

    private static bool IsPersonal(IProperty property) =>
        property.PropertyInfo is { } info && Personal.GetOrAdd(
            info, static p => p.IsDefined(typeof(PersonalAttribute)) || p.IsDefined(typeof(PersonalInCopiesAttribute)));

    private static JsonNode? Shown(object? value, bool personal, byte[]? personKey) => value switch
    {
        null => null,
        _ when personal => personKey is null ? null : PersonalJson.EncryptValue(value, personKey),
        ITypedId typed => JsonValue.Create(typed.Value),
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), EventJson.Options),
    };

    private sealed record Change(string Path, object? Before, object? After, bool IsPersonal)
    {
        public bool HoldsPersonalValue => IsPersonal && (Before ?? After) is not null;
    }

    private sealed class Walk(ChangedChildren children)
    {
        public List<Change> Changes { get; } = [];

        public void Visit(EntityEntry entry, string path)
        {
            foreach (var property in entry.Properties) Record(entry, property, path + Camel(property.Metadata.Name));
            foreach (var complex in entry.ComplexProperties) VisitComplex(entry, complex, path + Camel(complex.Metadata.Name));
            foreach (var navigation in entry.Navigations) VisitChildren(entry, navigation, path);
        }

        private void VisitComplex(EntityEntry owner, ComplexPropertyEntry complex, string path)
        {
            foreach (var property in complex.Properties) Record(owner, property, $"{path}.{Camel(property.Metadata.Name)}");
            foreach (var inner in complex.ComplexProperties) VisitComplex(owner, inner, $"{path}.{Camel(inner.Metadata.Name)}");
        }

        private void VisitChildren(EntityEntry parent, NavigationEntry navigation, string path)
        {
            if (navigation.Metadata is not INavigation { IsOnDependent: false } owned) return;
            var bare = 0;
            foreach (var child in children.Of(parent, owned))
            {
                var before = Changes.Count;
                Visit(child, $"{path}{Camel(owned.Name)}[{KeyOf(child)}].");
                if (Changes.Count == before && child.State is EntityState.Added or EntityState.Deleted) RecordBare(child, $"{path}{Camel(owned.Name)}[#{++bare}]");
            }
        }

        // Of a row that is nothing but its key nothing else tells that it came or went. The key is the value then, and not the path: that is never encrypted.
        private void RecordBare(EntityEntry row, string path)
        {
            var isPersonal = row.Metadata.FindPrimaryKey()!.Properties.Any(IsPersonal);
            Changes.Add(new Change(path, row.State == EntityState.Deleted ? KeyOf(row) : null, row.State == EntityState.Added ? KeyOf(row) : null, isPersonal));
        }

        private static string KeyOf(EntityEntry entry) => string.Join(',', entry.Metadata.FindPrimaryKey()!.Properties
            .Where(p => !p.IsForeignKey())
            .Select(p => entry.Property(p.Name).CurrentValue is ITypedId typed ? typed.Value : entry.Property(p.Name).CurrentValue));

        private void Record(EntityEntry entry, PropertyEntry property, string path)
        {
            if (property.Metadata is IProperty { } mapped && (mapped.IsConcurrencyToken || mapped.IsPrimaryKey() || (mapped.IsForeignKey() && entry.Entity is not AggregateRoot))) return;
            if (property.Metadata.FindAnnotation(MappingExtensions.NotAuditedAnnotation) is not null) return;
            var before = entry.State == EntityState.Added ? null : property.OriginalValue;
            var after = entry.State == EntityState.Deleted ? null : property.CurrentValue;
            if (Equals(before, after)) return;
            Changes.Add(new Change(path, before, after, IsPersonal((IProperty)property.Metadata)));
        }

        private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
    }
}
