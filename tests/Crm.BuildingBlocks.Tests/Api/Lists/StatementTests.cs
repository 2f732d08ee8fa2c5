using System.Text.RegularExpressions;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Api.Lists;

/// <summary>What is sent to the databases, also to those that no test server exists for.</summary>
public sealed class StatementTests
{
    private const string SomeId = "0198c5a0-7b1e-7c3a-9d2f-3f1f0e6a5b4c";

    private static readonly Dictionary<string, string> Samples = new()
    {
        ["id"] = SomeId,
        ["number"] = "needle",
        ["note"] = "needle",
        ["pieces"] = "4711",
        ["meters"] = "4711",
        ["size.weight"] = "47.11",
        ["price"] = "47.11",
        ["sentAt"] = "2026-01-31T08:30:00Z",
        ["deliveredAt"] = "2026-01-31",
        ["due"] = "2026-01-31",
        ["paid"] = "2026-01-31",
        ["state"] = "onTheWay",
        ["before"] = "onTheWay",
        ["isFragile"] = "true",
        ["receiverId"] = SomeId,
        ["receiver.name"] = "needle",
    };

    public static TheoryData<DatabaseProvider> Providers => new(Enum.GetValues<DatabaseProvider>());

    [Theory, MemberData(nameof(Providers))]
    public void Every_operator_of_every_field_translates_with_its_value_as_a_parameter(DatabaseProvider provider)
    {
        using var db = Offline(provider);
        foreach (var field in ParcelList.Spec.Describe().Fields)
        {
            foreach (var op in field.Operators)
            {
                var sql = Sql(db, $"filter[{field.Name}][{op}]={Value(field, op)}");
                sql.ShouldContain("WHERE");
                // What precedes the statement itself are the values of the parameters.
                var statement = sql[sql.IndexOf("SELECT", StringComparison.Ordinal)..];
                foreach (var literal in new[] { "needle", "4711", "47.11", "471100", "2026", "OnTheWay", "0198", "6390" }) statement.ShouldNotContain(literal, Case.Insensitive);
            }
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public void Every_sort_and_its_next_page_translate_in_both_directions(DatabaseProvider provider)
    {
        using var db = Offline(provider);
        foreach (var field in ParcelList.Spec.Describe().Fields.Where(f => f.Sortable && f.Name != "id"))
        {
            foreach (var sort in new[] { field.Name, $"-{field.Name}" })
            {
                var value = field.Name == "deliveredAt" ? "2026-01-31T08:30:00Z" : Samples[field.Name];
                List<string?[]> positions = [[value, SomeId]];
                if (field.IsNullable) positions.Add([null, SomeId]);
                foreach (var position in positions)
                {
                    var fingerprint = ListQuery.Parse(DepotDatabase.Parameters(""), new HashSet<string>()).Fingerprint;
                    var sql = Sql(db, $"sort={sort}&cursor={new Cursor(sort, fingerprint, null, position).Write()}");
                    var statement = sql[sql.IndexOf("SELECT", StringComparison.Ordinal)..];
                    statement.ShouldContain("ORDER BY");
                    statement.ShouldNotContain(SomeId, Case.Insensitive);
                }
            }
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public void Two_values_share_one_statement(DatabaseProvider provider)
    {
        using var db = Offline(provider);
        string Statement(string query) => Regex.Replace(Sql(db, query), @"\A(?s:.*?)(?=^SELECT)", "", RegexOptions.Multiline);

        Statement("filter[price][gt]=1&limit=3&q=a").ShouldBe(Statement("filter[price][gt]=2&limit=4&q=b"));
        Statement("filter[state][in]=packed,delivered").ShouldBe(Statement("filter[state][in]=packed,onTheWay"));
        Statement("filter[price][gt]=1").ShouldNotBe(Statement("filter[price][lt]=1"));
    }

    [Fact]
    public void The_first_page_after_a_cursor_is_a_range_that_an_index_can_begin_with()
    {
        using var db = Offline(DatabaseProvider.Postgres);
        var fingerprint = ListQuery.Parse(DepotDatabase.Parameters(""), new HashSet<string>()).Fingerprint;
        var cursor = new Cursor("-sentAt", fingerprint, null, ["2026-01-31T08:30:00Z", SomeId]).Write();
        Sql(db, $"cursor={cursor}").ShouldContain("""WHERE p."SentAt" <= @""");
    }

    private static string Value(ListFieldMetadata field, string op) => op switch
    {
        "isNull" => "false",
        "between" => $"{Samples[field.Name]},{Samples[field.Name]}",
        "in" or "nin" => $"{Samples[field.Name]},{Samples[field.Name]}",
        "lastDays" or "nextDays" => "12",
        _ => Periods.Named(op, new DateOnly(2026, 1, 1)) is null ? Samples[field.Name] : "",
    };

    private static string Sql(Depot db, string query) =>
        ParcelList.Spec.Plan(db.Parcels, new ListRequest(DepotDatabase.Parameters(query), Caller.Nobody, new FakeTime(), new ServiceCollection().BuildServiceProvider()))
            .Rows.ToQueryString();

    private static Depot Offline(DatabaseProvider provider) => Depot.On(provider, provider == DatabaseProvider.Sqlite ? "Data Source=:memory:" : "Server=nowhere");
}
