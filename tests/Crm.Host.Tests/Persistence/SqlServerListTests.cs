using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Testing;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Persistence;

/// <summary>Every list of the system as SQL Server would be asked for it; there is none here to ask.</summary>
public sealed class SqlServerListTests
{
    public static TheoryData<string> SqlServerContexts => AllContexts.OfSqlServer;

    [Theory, MemberData(nameof(SqlServerContexts))]
    public void Every_filter_and_every_sort_of_every_list_translates(string context)
    {
        using var db = AllContexts.Build(context);
        var lists = ListTranslation.ListsOf(db.GetType().Assembly).Where(l => db.Model.FindEntityType(l.List.GetType().GetGenericArguments()[0]) is not null).ToList();

        var statements = lists.SelectMany(l => ListTranslation.Statements(l.List, db).Select(s => (l.Name, s.Query, s.Statement, s.Failure))).ToList();

        statements.Where(s => s.Failure is not null).Select(s => $"{s.Name}?{s.Query}: {s.Failure}").ShouldBeEmpty();
        lists.ShouldNotBeEmpty(context);
        statements.Where(s => s.Query.StartsWith("sort=", StringComparison.Ordinal)).ShouldAllBe(s => s.Statement!.Contains("ORDER BY"));
    }
}
