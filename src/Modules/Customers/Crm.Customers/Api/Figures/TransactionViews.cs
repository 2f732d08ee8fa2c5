using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.Customers.Application.Figures;
using Crm.Customers.Domain.Figures;

namespace Crm.Customers.Api.Figures;

/// <param name="Id">Of the line.</param>
/// <param name="CustomerId">The customer itself, or one that was found to be the same.</param>
/// <param name="On">Business date.</param>
/// <param name="Kind">What happened.</param>
/// <param name="OrderId">Of the order that it belongs to.</param>
/// <param name="OrderNumber">Null until the order is confirmed.</param>
/// <param name="DocumentId">Of the payment, refund, return, invoice or delivery.</param>
/// <param name="DocumentNumber">Of an invoice or credit note.</param>
/// <param name="Amount">Null where it is no question of money.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="BalanceChange">By how much more is owed and not paid.</param>
/// <param name="RecordedAt">When it was recorded.</param>
internal sealed record TransactionRow(
    Guid Id,
    Guid CustomerId,
    DateOnly On,
    TransactionKind Kind,
    Guid OrderId,
    string? OrderNumber,
    Guid DocumentId,
    string? DocumentNumber,
    decimal? Amount,
    string Currency,
    decimal BalanceChange,
    DateTimeOffset RecordedAt)
{
    public static readonly Expression<Func<CustomerTransaction, TransactionRow>> FromLine = t => new TransactionRow(
        t.Id, t.CustomerId.Value, t.On, t.Kind, t.OrderId, t.OrderNumber, t.DocumentId, t.DocumentNumber, t.Amount, t.Currency, t.OwedChange - t.ReceivedChange, t.RecordedAt);
}

/// <param name="CustomerId">Whose.</param>
/// <param name="AsOf">The last business day that counts.</param>
/// <param name="Orders">Confirmed and not cancelled.</param>
/// <param name="FirstOrderOn">Of those.</param>
/// <param name="LastOrderOn">Of those.</param>
/// <param name="LastPaymentOn">The last day on which money came in.</param>
/// <param name="Currencies">Currency by currency.</param>
/// <param name="Converted">All of it in the currency of the company's books.</param>
/// <param name="OrdersWithoutRate">Orders that are left out of what is converted.</param>
/// <param name="Explained">What the figures mean, in the caller's language.</param>
internal sealed record BalanceView(
    Guid CustomerId,
    DateOnly AsOf,
    int Orders,
    DateOnly? FirstOrderOn,
    DateOnly? LastOrderOn,
    DateOnly? LastPaymentOn,
    IReadOnlyList<CurrencyBalance> Currencies,
    CurrencyBalance Converted,
    int OrdersWithoutRate,
    BalanceExplained Explained)
{
    public static BalanceView Of(Guid customer, DateOnly asOf, CustomerBalance balance, Language language) => new(
        customer, asOf, balance.Orders, balance.FirstOrderOn, balance.LastOrderOn, balance.LastPaymentOn, balance.Currencies, balance.Converted, balance.OrdersWithoutRate,
        new BalanceExplained(
            FigurePhrases.AsOf.In(language), FigurePhrases.Net.In(language), FigurePhrases.OpenBalance.In(language), FigurePhrases.Average.In(language), FigurePhrases.Conversion.In(language)));
}

internal sealed record BalanceExplained(string AsOf, string Net, string OpenBalance, string AverageNet, string Converted);
