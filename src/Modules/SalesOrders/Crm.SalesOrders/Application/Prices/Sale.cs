using Crm.BuildingBlocks.Hosting.Settings;
using Crm.SalesOrders.Domain.Exchange;
using Crm.SalesOrders.Persistence;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>What holds for everything that is sold together.</summary>
/// <param name="Day">Business date.</param>
/// <param name="Buyer">Who buys.</param>
/// <param name="Channel">By which the order comes.</param>
/// <param name="Book">The present one.</param>
/// <param name="Rate">What the money is worth to the company on the day.</param>
internal sealed record Sale(DateOnly Day, Buyer Buyer, ChannelTerms Channel, SalesPriceBook Book, CompanyRate Rate);

/// <summary>Reads what holds for a sale: one read for the customer, with which the rate and the stamp of the price book come.</summary>
internal sealed class SaleReader(SalesOrdersDbContext db, PriceBooks books, ISettings settings)
{
    /// <param name="customer">Who buys.</param>
    /// <param name="currency">Of the order.</param>
    /// <param name="day">Whose prices and rates hold.</param>
    /// <param name="channel">Finds the channel once the buyer is known; refuses where there is none.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null where the customer is unknown.</returns>
    public async Task<Sale?> Read(Guid customer, string currency, DateOnly day, Func<Buyer, SalesDirectory, ChannelTerms> channel, CancellationToken ct)
    {
        var company = await settings.Text(CompanySettings.Currency, ct);
        if (await SalesReads.Of(db).BuyerAndStamp(db, customer, currency, company, day, ct) is not { } buyer) return null;
        var book = await books.Of(db, buyer.PriceStamp, ct);
        return new Sale(day, buyer, channel(buyer, book.Directory), book, CompanyRate.Of(currency, company, buyer.Rate));
    }
}
