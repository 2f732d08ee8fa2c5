using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Credit;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Credit;

/// <summary>Explains what counts towards the limit of a customer, as <see cref="CreditCheck"/> counts it: over all orders, whoever asks.</summary>
internal sealed class CustomerExposures(SalesOrdersDbContext db, ISettings settings, CallerContext caller, TimeProvider time)
{
    /// <returns>In the order of the currencies.</returns>
    public async Task<IReadOnlyList<ExposureView>> Of(List<Guid> family, CreditTerms? terms, bool fromShipping, CancellationToken ct)
    {
        var today = BusinessDay.Of(time, caller.Caller);
        var company = await settings.Text(CompanySettings.Currency, ct);
        var debts = await db.Debts(family, fromShipping, ct);
        var overdue = await Overdue(family, today, ct);
        var all = terms?.HoldsForAll(company) == true ? await Together(company, terms.Limit!.Value, debts, overdue, today, ct) : null;
        var currencies = debts.Select(d => d.Currency).Concat(terms is { Limit: not null } ? [terms.Currency] : []).Distinct().Order(StringComparer.Ordinal);
        return [.. currencies.Select(c => c == all?.Currency ? all : One(c, all is null ? terms?.LimitIn(c) : null))];

        ExposureView One(string currency, decimal? limit)
        {
            var owed = debts.FindAll(d => d.Currency == currency);
            return new ExposureView(currency, owed.Count, owed.Sum(d => d.Debt.Receivable), overdue.Where(o => o.Currency == currency).Sum(o => o.Amount), owed.Sum(d => d.Debt.Unpaid), limit);
        }
    }

    private async Task<ExposureView> Together(string company, decimal limit, List<ExposedOrder> debts, List<Owed> overdue, DateOnly today, CancellationToken ct)
    {
        var unpaid = debts.ConvertAll(d => d.Owes(d.Debt.Unpaid));
        var worths = await Worths.In(company, db, [.. unpaid, .. overdue], today, ct);
        return new ExposureView(company, debts.Count, worths.Of(debts.Select(d => d.Owes(d.Debt.Receivable))), worths.Of(overdue), worths.Of(unpaid), limit) { IsOfAllCurrencies = true };
    }

    private async Task<List<Owed>> Overdue(List<Guid> family, DateOnly day, CancellationToken ct)
    {
        var open = await db.Invoices.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).AsNoTracking().Where(i => EF.Parameter(family).Contains(i.CustomerId)).OverdueOn(day)
            .Select(OverdueInvoices.WithUncovered((i, uncovered) => new { i.Currency, i.CompanyCurrency, i.CompanyRate, i.Total, Uncovered = uncovered })).ToListAsync(ct);
        return open.ConvertAll(i => new Owed(i.Currency, i.CompanyCurrency, i.CompanyRate, Math.Min(i.Total, i.Uncovered)));
    }
}

/// <summary>exposure = receivable + not invoiced; available = limit - exposure.</summary>
/// <param name="Currency">Of every amount.</param>
/// <param name="Orders">Unpaid orders that count.</param>
/// <param name="Receivable">Of what is unpaid, what stands on invoices.</param>
/// <param name="Overdue">Of all invoices, what should have been paid before today.</param>
/// <param name="Exposure">All that is unpaid of the orders that count.</param>
/// <param name="Limit">Of this exposure; null: none, or it is looked at together with other currencies.</param>
internal sealed record ExposureView(string Currency, int Orders, decimal Receivable, decimal Overdue, decimal Exposure, decimal? Limit)
{
    /// <summary>Of what is unpaid, what stands on no invoice yet.</summary>
    public decimal NotInvoiced => Exposure - Receivable;

    /// <summary>What may still be bought on credit; negative beyond the limit.</summary>
    public decimal? Available => Limit - Exposure;

    /// <summary>
    /// The limit holds for everything that is owed: these are the amounts of all currencies, by the rates of their orders, or of today where an
    /// order has none.
    /// </summary>
    public bool IsOfAllCurrencies { get; init; }
}
