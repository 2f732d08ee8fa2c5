using System.Collections;
using System.Reflection;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Processes;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Customers.Tests.Module.Privacy;

/// <summary>A customer with a row in every table that can be about one, and with one word in every text of it: also in those that are new tomorrow.</summary>
internal static class FilledTables
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    private static readonly MethodInfo Load = typeof(FilledTables).GetMethod(nameof(Rows), Any | BindingFlags.Static)!;

    private static readonly MethodInfo Raise = typeof(AggregateRoot).GetMethod("Raise", Any)!;

    /// <summary>Writes the rows as a command would, so that the audit trail and the outbox tell of them.</summary>
    /// <param name="db">Seeing everything.</param>
    /// <param name="command">Of the same scope.</param>
    /// <param name="customer">Whose rows.</param>
    /// <param name="word">In every text.</param>
    /// <param name="types">What may be about a customer.</param>
    public static async Task Fill(this CustomersDbContext db, CommandContext command, CustomerId customer, string word, IEnumerable<IEntityType> types)
    {
        typeof(CommandContext).GetProperty(nameof(CommandContext.CommandName))!.SetValue(command, "fill");
        await using var transaction = await db.Dialect.BeginWrite(db, CancellationToken.None);
        var filling = new Filling(customer, word, db.Time.GetUtcNow());
        await Add(db, db.Model.FindEntityType(typeof(Customer))!, filling);
        foreach (var type in types.Where(t => t.ClrType != typeof(Customer))) await Add(db, type, filling);
        await transaction.Commit(CancellationToken.None);
        db.ChangeTracker.Clear();
    }

    /// <summary>Tables and columns in which the word stands, as the application reads them.</summary>
    public static async Task<IReadOnlyList<string>> ColumnsWith(this CustomersDbContext db, string word, IEnumerable<IEntityType> types)
    {
        db.ChangeTracker.Clear();
        foreach (var type in types) await (Task)Load.MakeGenericMethod(type.ClrType).Invoke(null, [db])!;
        var found = db.ChangeTracker.Entries().SelectMany(e => ColumnsWith(e, word)).Distinct().Order(StringComparer.Ordinal).ToList();
        db.ChangeTracker.Clear();
        return found;
    }

    private static IEnumerable<string> ColumnsWith(EntityEntry entry, string word) =>
        entry.Properties.Where(p => Says(p.CurrentValue, word)).Select(p => $"{entry.Metadata.ClrType.Name}.{p.Metadata.Name}")
            .Concat(entry.ComplexProperties.SelectMany(c => c.Properties.Where(p => Says(p.CurrentValue, word)).Select(p => $"{entry.Metadata.ClrType.Name}.{c.Metadata.Name}.{p.Metadata.Name}")));

    private static bool Says(object? value, string word) => value switch
    {
        string text => text.Contains(word, StringComparison.OrdinalIgnoreCase),
        IEnumerable<string> texts => texts.Any(t => Says(t, word)),
        _ => false,
    };

    private static Task Rows<TRow>(CustomersDbContext db)
        where TRow : class => db.Set<TRow>().IgnoreQueryFilters().AsSplitQuery().LoadAsync();

    private static async Task<object> Add(CustomersDbContext db, IEntityType type, Filling filling, bool isOfCustomer = true)
    {
        if (filling.Made.TryGetValue(type, out var made)) return made;
        var row = filling.Made[type] = Make(type, filling);
        foreach (var key in type.GetForeignKeys().Where(f => f is { IsOwnership: false, IsRequired: true } && f.PrincipalEntityType.ClrType != typeof(Customer)))
        {
            var principal = await Add(db, key.PrincipalEntityType, filling, isOfCustomer: false);
            foreach (var (own, its) in key.Properties.Zip(key.PrincipalKey.Properties)) Set(own, row, its.PropertyInfo!.GetValue(principal)!);
        }

        // Some tables the module fills by itself.
        if (row is not AggregateRoot && await db.FindAsync(type.ClrType, [.. type.FindPrimaryKey()!.Properties.Select(p => p.PropertyInfo!.GetValue(row))]) is { } known) return known;
        if (isOfCustomer && row is AggregateRoot root) Raise.Invoke(root, [new WasFilled()]);
        db.Add(row);
        await db.SaveChangesAsync();
        return row;
    }

    private static object Make(ITypeBase type, Filling filling)
    {
        var constructors = type.ClrType.GetConstructors(Any).Where(c => c.GetParameters().All(p => p.ParameterType != type.ClrType));
        var constructor = constructors.MinBy(c => c.GetParameters().Length);
        var row = constructor?.Invoke([.. constructor.GetParameters().Select(p => filling.Value(p.Name!, p.ParameterType, maxLength: null))]) ?? Activator.CreateInstance(type.ClrType)!;
        foreach (var property in type.GetProperties().Where(p => p is { IsConcurrencyToken: false } && !p.IsShadowProperty()))
            if (filling.Value(property.Name, property.ClrType, property.GetMaxLength()) is { } value) Set(property, row, value);
        foreach (var complex in type.GetComplexProperties()) Set(complex, row, Make(complex.ComplexType, filling));
        foreach (var part in type is IEntityType entity ? entity.GetNavigations().Where(n => n.TargetEntityType.IsOwned()) : [])
        {
            var made = Make(part.TargetEntityType, filling);
            if (part.IsCollection) ((IList)part.FieldInfo!.GetValue(row)!).Add(made);
            else Set(part, row, made);
        }

        return row;
    }

    private static void Set(IPropertyBase member, object row, object value)
    {
        if (member.FieldInfo is { } field) field.SetValue(row, value);
        else member.PropertyInfo!.SetValue(row, value);
    }

    private sealed record WasFilled : DomainEvent;

    private sealed record Filling(CustomerId Customer, string Word, DateTimeOffset Now)
    {
        public Dictionary<IEntityType, object> Made { get; } = [];

        /// <returns>Null where what a new row says is good enough.</returns>
        public object? Value(string name, Type type, int? maxLength)
        {
            if (type == typeof(string)) return maxLength < Word.Length ? Word[..maxLength.Value] : Word;
            if (type.IsAssignableFrom(typeof(List<string>)) && type != typeof(object)) return new List<string> { Word };
            if (type == typeof(CustomerId) || (type == typeof(CustomerId?) && IsCustomers(name))) return Customer;
            if (type == typeof(Guid)) return IsCustomers(name) ? Customer.Value : Guid.CreateVersion7();
            if (type == typeof(ProcessGraph)) return FirstProcess.Graph;
            if (type == typeof(DateTimeOffset)) return Now;
            if (type == typeof(DateOnly)) return DateOnly.FromDateTime(Now.UtcDateTime);
            if (type.IsValueType && typeof(ITypedId).IsAssignableFrom(type)) return Activator.CreateInstance(type, Guid.CreateVersion7());
            return null;
        }

        private static bool IsCustomers(string name) => name is "CustomerId" or "SubjectId";
    }
}
