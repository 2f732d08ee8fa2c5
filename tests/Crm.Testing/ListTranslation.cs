using System.Reflection;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Testing;

/// <summary>Makes the statements of a list without asking a database, so that what a provider cannot translate is noticed where it has no server.</summary>
public static class ListTranslation
{
    private const string SomeId = "0198c5a0-7b1e-7c3a-9d2f-3f1f0e6a5b4c";

    // What a request may hold.
    private const int MostFilters = 20;

    /// <summary>The lists that an assembly keeps in static fields, each with the name of its field.</summary>
    public static IEnumerable<(string Name, object List)> ListsOf(Assembly assembly) =>
        from type in assembly.GetTypes()
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(ListSpec<,>)
        select ($"{type.Name}.{field.Name}", field.GetValue(null)!);

    /// <summary>Statements with every filter of each field, and one for each direction of each sort.</summary>
    /// <param name="list">A <see cref="ListSpec{TEntity,TRow}"/>.</param>
    /// <param name="db">Of the provider that has to translate it.</param>
    /// <returns>What was asked for, and the statement or why there is none.</returns>
    public static IEnumerable<(string Query, string? Statement, string? Failure)> Statements(object list, DbContext db) =>
        (IEnumerable<(string, string?, string?)>)typeof(ListTranslation).GetMethod(nameof(StatementsOf), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(list.GetType().GetGenericArguments()).Invoke(null, [list, db])!;

    private static List<(string Query, string? Statement, string? Failure)> StatementsOf<TEntity, TRow>(ListSpec<TEntity, TRow> list, DbContext db)
        where TEntity : class
        where TRow : class
    {
        using var services = Only(db);
        return [.. Queries(list.Describe()).Select(query =>
        {
            var request = new ListRequest(new QueryCollection(QueryHelpers.ParseQuery(query)), Caller.Nobody, new FakeTime(), services);
            try
            {
                return (query, (string?)list.Plan(db.Set<TEntity>(), request).Rows.ToQueryString(), (string?)null);
            }
            catch (InvalidOperationException failure)
            {
                return (query, null, failure.Message);
            }
        })];
    }

    // Under the type by which its module asks for it.
    private static ServiceProvider Only(DbContext db)
    {
        var services = new ServiceCollection();
        services.AddSingleton(db.GetType().BaseType!, db);
        return services.BuildServiceProvider();
    }

    private static IEnumerable<string> Queries(ListMetadata list) =>
        list.Fields.SelectMany(f => f.Operators.Chunk(MostFilters).Select(some => string.Join('&', some.Select(op => $"filter[{f.Name}][{op}]={Uri.EscapeDataString(Value(f, op))}"))))
            .Concat(list.Fields.Where(f => f.Sortable).SelectMany(f => new[] { $"sort={f.Name}", $"sort=-{f.Name}" }));

    private static string Value(ListFieldMetadata field, string op) => op switch
    {
        "isNull" => "false",
        "between" => $"{Sample(field)},{Sample(field)}",
        "lastDays" or "nextDays" => "12",
        _ => Periods.Named(op, new DateOnly(2026, 1, 1)) is null ? Sample(field) : "",
    };

    private static string Sample(ListFieldMetadata field) => field.Kind switch
    {
        ValueKind.Number => "47",
        ValueKind.Truth => "true",
        ValueKind.Choice => Enums.Name((Enum)Enum.GetValues(field.Type).GetValue(0)!),
        ValueKind.Id => SomeId,
        ValueKind.Date or ValueKind.Instant => "2026-01-31",
        _ => "needle",
    };
}
