using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module.Privacy;

/// <summary>
/// Goes by the model and not by what somebody remembered: a new table or column fails here until an erasure reaches it, or until it is listed
/// with the reason why it need not.
/// </summary>
public sealed class ForgottenWordsTests
{
    private const string Anna = "Xanthippe";
    private const string Bert = "Zebedaeus";

    [SkippableTheory, EveryProvider]
    public async Task No_text_that_can_be_about_a_person_outlives_the_person(DatabaseProvider provider)
    {
        await using var customers = await CustomerDesk.Open(provider);
        var (anna, bert) = (CustomerId.New(), CustomerId.New());
        await Fill(customers, anna, Anna);
        await Fill(customers, bert, Bert);
        var ofBert = await Columns(customers, Bert);
        (await Columns(customers, Anna)).ShouldBe(ofBert);
        Console.WriteLine("ALL " + string.Join(" ", ofBert));

        await customers.Erase(anna.Value);

        Console.WriteLine("LEFT " + string.Join(" ", await Columns(customers, Anna)));
        Console.WriteLine("TRAIL " + string.Join(" ", await Trail(customers, Anna)));
        (await Columns(customers, Bert)).ShouldBe(ofBert);
        (await Columns(customers, Anna)).ShouldBeEmpty();
    }

    private static async Task Fill(ModuleHarness customers, CustomerId customer, string word)
    {
        await using var scope = customers.Scope();
        var db = scope.ServiceProvider.GetRequiredService<CustomersDbContext>();
        await db.Fill(scope.ServiceProvider.GetRequiredService<CommandContext>(), customer, word, Types(db));
    }

    private static Task<IReadOnlyList<string>> Columns(ModuleHarness customers, string word) =>
        customers.Read<CustomersDbContext, IReadOnlyList<string>>(db => db.ColumnsWith(word, Types(db)));

    private static async Task<List<string>> Trail(ModuleHarness customers, string word)
    {
        var entries = await customers.Read<CustomersDbContext, List<string>>(async db =>
            [.. (await db.Audit.Where(a => a.Changes != null).Select(a => new { a.RecordType, a.Changes }).ToListAsync())
                .SelectMany(a => JsonNode.Parse(a.Changes!)!.AsObject().Where(c => c.Value!.ToJsonString().Contains(word, StringComparison.OrdinalIgnoreCase)).Select(c => $"{a.RecordType}:{c.Key}"))]);
        return entries;
    }

    private static IEnumerable<IEntityType> Types(CustomersDbContext db) =>
        db.Model.GetEntityTypes().Where(t => !t.IsOwned() && t.BaseType is null && (t.ClrType == typeof(Customer) || t.GetProperties().Any(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(CustomerId) || p.Name is "CustomerId"))).ToList();
}
