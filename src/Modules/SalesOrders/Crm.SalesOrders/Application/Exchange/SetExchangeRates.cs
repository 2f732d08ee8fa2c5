using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Exchange;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Exchange;

/// <summary>Says what currencies are worth from a day on. What was said of the same day before is replaced; orders keep the rate they froze.</summary>
internal sealed record SetExchangeRates : ICommand<ExchangeRatesSaved>
{
    public required IReadOnlyList<Entry> Rates { get; init; }

    /// <param name="Currency">ISO 4217; one unit of it is meant.</param>
    /// <param name="On">Business date from which it holds.</param>
    /// <param name="Rate">Units of the other currency for one unit, more than zero, up to eight decimals.</param>
    /// <param name="To">ISO 4217; left out, the company's currency.</param>
    /// <param name="Source">Who says so, such as a bank.</param>
    internal sealed record Entry(string Currency, DateOnly On, decimal Rate, string? To = null, string? Source = null);
}

/// <param name="Changed">Rates that are new or differ from before.</param>
internal sealed record ExchangeRatesSaved(int Changed);

internal sealed class SetExchangeRatesValidator : AbstractValidator<SetExchangeRates>
{
    private const int Most = 1000;

    public SetExchangeRatesValidator()
    {
        RuleFor(c => c.Rates).NotEmpty().Must(rates => rates.Count <= Most).WithPhrase(PublicationPhrases.TooMany);
        RuleForEach(c => c.Rates).ChildRules(rate =>
        {
            rate.RuleFor(r => r.Currency).IsCurrency();
            rate.When(r => r.To is not null, () => rate.RuleFor(r => r.To!).IsCurrency());
            rate.RuleFor(r => r.To).NotEqual(r => r.Currency);
            rate.RuleFor(r => (DateOnly?)r.On).IsBusinessDate();
            rate.RuleFor(r => r.Rate).IsExchangeRate();
            rate.RuleFor(r => r.Source).MaximumLength(Columns.Name);
        });
    }
}

internal sealed class SetExchangeRatesHandler(SalesOrdersDbContext db, ISettings settings, CallerContext caller, TimeProvider time)
    : ICommandHandler<SetExchangeRates, ExchangeRatesSaved>
{
    public async Task<ExchangeRatesSaved> Handle(SetExchangeRates command, CancellationToken ct)
    {
        var company = await settings.Text(CompanySettings.Currency, ct);
        var days = command.Rates.Select(r => r.On).Distinct().ToList();
        // Two who enter the same day at once: the second one's save fails on the key, and its work is done again.
        var known = (await db.ExchangeRates.Where(r => EF.Parameter(days).Contains(r.On)).ToListAsync(ct)).ToDictionary(r => (r.Currency, r.To, r.On));
        var changed = 0;
        foreach (var said in command.Rates)
        {
            var key = (said.Currency, To: said.To ?? company, said.On);
            if (key.Currency == key.To) throw ExchangeRules.SameCurrency.Broken(key.Currency);
            if (!known.TryGetValue(key, out var rate)) db.ExchangeRates.Add(known[key] = rate = new ExchangeRate(key.Currency, key.To, key.On));
            if (rate.Say(said.Rate, said.Source, caller.Caller.Id, time.GetUtcNow())) changed++;
        }

        return new ExchangeRatesSaved(changed);
    }
}
