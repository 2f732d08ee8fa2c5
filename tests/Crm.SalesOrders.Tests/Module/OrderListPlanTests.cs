using System.Linq.Expressions;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Domain;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>
/// A page of orders is as quick among a million as among a hundred: what is rare is found by an index in which it stands in the order of the
/// list, and amounts are compared in the index that the list walks along.
/// </summary>
public sealed class OrderListPlanTests
{
    [Fact]
    public async Task A_page_of_orders_with_a_rare_property_is_found_by_an_index_that_is_in_its_order()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);

        (await Plan(host, o => o.Channel == "partner")).ShouldContain("(Channel=?)");
        (await Plan(host, o => o.Fulfilment == FulfilmentState.Partial)).ShouldContain("(Fulfilment=?)");
        (await Plan(host, o => o.Gross >= 10_000m)).ShouldContain("_PlacedAt_Id_Gross");
    }

    private static Task<string> Plan(SalesOrdersHost host, Expression<Func<Order, bool>> which) => host.See(async db =>
    {
        var page = db.Orders.IgnoreAutoIncludes().AsNoTracking().Where(o => o.ArchivedAt == null).Where(which).OrderByDescending(o => o.PlacedAt).ThenBy(o => o.Id).Take(51);
        await db.Database.OpenConnectionAsync();
        await using var command = page.CreateDbCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync()) steps.Add(reader.GetString(3));
        // Only what follows the time is sorted, among rows of one moment.
        steps.ShouldNotContain("USE TEMP B-TREE FOR ORDER BY");
        return string.Join('\n', steps);
    });
}
