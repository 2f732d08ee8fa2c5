using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.BuildingBlocks.Hosting.Persistence;
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

    public static async Task<string> Of(EntityEntry<AggregateRoot> root, ChangedChildren children, ModuleSession session, CancellationToken ct)
    {
        var changes = new JsonObject();
        var person = PersonOf(root);
        byte[]? key = person is null ? null : await session.Persons.KeyOf(person.Value, ct);
        var whole = new Walk(changes, children, key);
        whole.Visit(root, path: "");
        return changes.ToJsonString(EventJson.Options);
    }

    // A record that declares whose values it carries; else a personal value belongs to the record itself.
    private static Guid? PersonOf(EntityEntry<AggregateRoot> root)
    {
        var declared = root.Metadata.GetProperties().FirstOrDefault(p => p.PropertyInfo?.IsDefined(typeof(PersonKeyAttribute)) == true);
        if (declared is not null)
            return root.Property(declared.Name).CurrentValue switch { Guid id => id, ITypedId typed => typed.Value, _ => null };
        return HasPersonal(root.Metadata) ? root.Entity.Key : null;
    }

    private static bool HasPersonal(IEntityType type) =>
        type.GetProperties().Any(IsPersonal)
        || type.GetNavigations().Where(n => n is { IsOnDependent: false }).Any(n => n.TargetEntityType.GetProperties().Any(IsPersonal));

    private static bool IsPersonal(IProperty property) =>
        property.PropertyInfo is { } info && Personal.GetOrAdd(info, static p => p.IsDefined(typeof(PersonalAttribute)));

    private sealed class Walk(JsonObject changes, ChangedChildren children, byte[]? personKey)
    {
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
            foreach (var child in children.Of(parent, owned)) Visit(child, $"{path}{Camel(owned.Name)}[{KeyOf(child)}].");
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
            var personal = IsPersonal((IProperty)property.Metadata);
            changes[path] = new JsonArray(Shown(before, personal), Shown(after, personal));
        }

        private JsonNode? Shown(object? value, bool personal) => value switch
        {
            null => null,
            string text when personal => personKey is null ? null : PersonalJson.Encrypt(text, personKey),
            ITypedId typed => JsonValue.Create(typed.Value),
            _ => JsonSerializer.SerializeToNode(value, value.GetType(), EventJson.Options),
        };

        private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
    }
}
