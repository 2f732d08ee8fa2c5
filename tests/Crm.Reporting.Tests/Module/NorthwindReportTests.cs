using System.Globalization;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Reporting.Domain;
using Crm.Reporting.Tests.Northwind;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;

namespace Crm.Reporting.Tests.Module;

public sealed class NorthwindReportTests
{
    [SkippableTheory, EveryProvider]
    public async Task The_figures_of_Northwind_agree_to_the_cent(DatabaseProvider provider)
    {
        var sample = NorthwindFiles.FindOrSkip();
        var expected = sample.Expected;
        await using var module = await Reports.Start(provider);
        await module.Arrive(sample.Orders().Select(o => ((BuildingBlocks.IIntegrationEvent)o, $"order/{o.OrderId}", 1)));
        await module.Arrive(sample.Customers().Select(c => ((BuildingBlocks.IIntegrationEvent)c, $"customer/{c.CustomerId}", 1)));
        await module.Pump();

        var months = await module.Sales();
        months.Currency.ShouldBe("USD");
        months.Totals!.Orders.ShouldBe(expected.GetProperty("orders").GetInt32());
        months.Totals.Lines.ShouldBe(expected.GetProperty("lines").GetInt32());
        months.Totals.Gross.Amount.ShouldBe(Figure("gross_total"));
        months.Totals.Net.Amount.ShouldBe(Figure("net_total"));
        months.Totals.NetUnrounded.ShouldBe(Figure("net_total_unrounded"));
        months.Totals.Freight!.Value.Amount.ShouldBe(Figure("freight_total"));
        months.Rows.Sum(r => r.Figures.NetUnrounded).ShouldBe(months.Totals.NetUnrounded);
        months.Rows[0].Key.ShouldBe("1996-07");

        var year = await module.Sales(from: new DateOnly(1997, 1, 1), to: new DateOnly(1997, 12, 31));
        year.Totals!.Net.Amount.ShouldBe(Figure("net_1997"));

        var best = await module.Sales(SalesBy.Customer, top: 3);
        best.Rows.Select(r => (r.Code, r.Name, r.Figures.Net.Amount)).ShouldBe(
            expected.GetProperty("top3_customers").EnumerateArray()
                .Select(c => ((string?)c.GetProperty("id").GetString(), (string?)c.GetProperty("name").GetString(), Number(c.GetProperty("net").GetString()!))));
        best.Others!.Groups.ShouldBe(86);

        decimal Figure(string name) => Number(expected.GetProperty(name).GetString()!);
        static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
    }
}
