using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.SalesOrders.Domain.Exchange;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Exchange;

/// <summary>An exchange rate in a file.</summary>
internal sealed record ExchangeRateRowInFile(
    [ImportField("Currency of which one unit is meant, ISO 4217", "币种（一个单位），ISO 4217", MaxLength = Columns.Currency)] string Currency,
    [ImportField("Day from which it holds", "生效日期")] DateOnly On,
    [ImportField("Units of the other currency for one unit, up to eight decimals", "一单位该币种折合的目标币种金额，最多八位小数")] decimal Rate,
    [ImportField("The other currency; empty: that of the company", "目标币种；为空则为本位币", MaxLength = Columns.Currency)] string? To = null,
    [ImportField("Who says so", "来源", MaxLength = Columns.Name)] string? Source = null);

internal sealed class ExchangeRateRowValidator : AbstractValidator<ExchangeRateRowInFile>
{
    public ExchangeRateRowValidator()
    {
        RuleFor(r => r.Currency).IsCurrency();
        When(r => r.To is not null, () => RuleFor(r => r.To!).IsCurrency());
        RuleFor(r => (DateOnly?)r.On).IsBusinessDate();
        RuleFor(r => r.Rate).IsExchangeRate();
    }
}

/// <summary>Takes many rates; one that is there for the same day is replaced.</summary>
internal sealed class ExchangeRateImport(SalesOrdersDbContext db, ISettings settings, CallerContext caller, TimeProvider time) : IImportTarget<ExchangeRateRowInFile>
{
    public async Task Apply(IReadOnlyList<ImportRow<ExchangeRateRowInFile>> rows, ImportContext context, CancellationToken ct)
    {
        var company = await settings.Text(CompanySettings.Currency, ct);
        var days = rows.Select(r => r.Value.On).Distinct().ToList();
        var known = (await db.ExchangeRates.Where(r => EF.Parameter(days).Contains(r.On)).ToListAsync(ct)).ToDictionary(r => (r.Currency, r.To, r.On));
        foreach (var row in rows)
        {
            var key = (row.Value.Currency, To: row.Value.To ?? company, row.Value.On);
            if (key.Currency == key.To)
            {
                row.Refuse(ExchangeRules.SameCurrency, key.Currency);
                continue;
            }

            var isNew = !known.TryGetValue(key, out var rate);
            if (isNew) db.ExchangeRates.Add(known[key] = rate = new ExchangeRate(key.Currency, key.To, key.On));
            var isChanged = rate!.Say(row.Value.Rate, row.Value.Source, caller.Caller.Id, time.GetUtcNow());
            if (isNew) row.Created(rate.Key);
            else if (isChanged) row.Updated(rate.Key);
            else row.Unchanged(rate.Key);
        }
    }
}
