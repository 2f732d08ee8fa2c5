using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Accounting;
using Crm.SalesOrders.Application.Exchange;
using Crm.SalesOrders.Domain.Exchange;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Crm.SalesOrders.Api;

/// <summary>What currencies are worth.</summary>
internal static class ExchangeRateEndpoints
{
    private static readonly ListSpec<ExchangeRate, ExchangeRateRow> List = new ListSpec<ExchangeRate, ExchangeRateRow>("exchange-rates")
        .Field("on", r => r.On)
        .Field("currency", r => r.Currency, sortable: false)
        .Field("to", r => r.To, sortable: false)
        .DefaultSort("-on")
        .Key(r => r.Id)
        .Select(r => new ExchangeRateRow(r.Id.Value, r.Currency, r.To, r.On, r.Rate, r.Source, r.RecordedAt, r.RecordedBy));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var rates = routes.MapGroup("/exchange-rates").WithTags("Exchange rates");
        rates.MapGet("/", Search).WithList(List).Requires(SalesOrdersPermissions.ReadPrices);
        rates.MapPost("/", Set).WithSummary("Say what currencies are worth from a day on; what was said of that day before is replaced").Requires(AccountingPermissions.WriteRates);
    }

    private static Task<PageOf<ExchangeRateRow>> Search(ListRequest request, SalesOrdersDbContext db, CancellationToken ct) => List.Page(db.ExchangeRates, request, ct);

    private static async Task<Ok<ExchangeRatesSaved>> Set(
        SetExchangeRates command, ICommandHandler<SetExchangeRates, ExchangeRatesSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command, ct));
}

/// <param name="Currency">One unit of it is meant.</param>
/// <param name="To">In which it is valued.</param>
/// <param name="On">Business date from which the rate holds, until the next one.</param>
/// <param name="Rate">Units of the other currency for one unit, up to eight decimals.</param>
/// <param name="Source">Who says so.</param>
internal sealed record ExchangeRateRow(Guid Id, string Currency, string To, DateOnly On, decimal Rate, string? Source, DateTimeOffset RecordedAt, Guid RecordedBy);
