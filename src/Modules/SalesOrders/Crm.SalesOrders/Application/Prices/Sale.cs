using Crm.BuildingBlocks.Hosting.Settings;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain.Exchange;
using Crm.SalesOrders.Persistence;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>What holds for every line of an order.</summary>
/// <param name="Currency">ISO 4217; of every amount of the order.</param>
/// <param name="Day">Business date on which it is ordered.</param>
/// <param name="Buyer">Who buys.</param>
/// <param name="Channel">By which it comes.</param>
/// <param name="Book">The prices of this moment.</param>
/// <param name="Rate">What its amounts are worth to the company: by the rate of the day, or by the one that a confirmed order froze.</param>
internal sealed record Sale(string Currency, DateOnly Day, Buyer Buyer, ChannelTerms Channel, SalesPriceBook Book, CompanyRate Rate);

/// <summary>Reads what holds for an order, in one trip to the database unless prices were published since.</summary>
internal sealed class Sales(SalesOrdersDbContext db, PriceBooks books, ISettings settings)
{
    /// <param name="customer">Who buys.</param>
    /// <param name="currency">Of the order.</param>
    /// <param name="day">On which it is ordered.</param>
    /// <param name="channel">Finds the channel among those that there are.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null where nobody knows the customer.</returns>
    public async Task<Sale?> Read(Guid customer, string currency, DateOnly day, Func<SalesDirectory, ChannelTerms> channel, CancellationToken ct)
    {
        var company = await settings.Text(CompanySettings.Currency, ct);
        if (await SalesReads.Of(db).BuyerAndStamp(db, customer, currency, company, day, ct) is not { } buyer) return null;
        var book = await books.Of(db, buyer.PriceStamp, ct);
        return new Sale(currency, day, buyer, channel(book.Directory), book, CompanyRate.Of(currency, company, buyer.Rate));
    }
}
