using System.Globalization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain.Credit;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.SalesOrders.Application.Credit;

/// <summary>
/// Tells the other modules what customers with credit terms owe, where that is another amount than was told last. Counted every few minutes and
/// not with each order, so that selling does not pay for it.
/// </summary>
internal sealed class TellExposures(SalesOrdersDbContext db, IServiceScopeFactory scopes) : IScheduledJob
{
    public const string Name = "tell-exposures";
    private const int AtOnce = 200;

    public async Task<string> Run(CancellationToken ct)
    {
        var told = 0;
        var last = Guid.Empty;
        while (true)
        {
            var customers = await db.CreditTerms.AsNoTracking().Where(t => t.CustomerId > last).OrderBy(t => t.CustomerId).Select(t => t.CustomerId).Take(AtOnce).ToListAsync(ct);
            foreach (var customer in customers) told += await Tell(customer, ct) ? 1 : 0;
            if (customers.Count < AtOnce) return string.Create(CultureInfo.InvariantCulture, $"{told} exposures told");
            last = customers[^1];
        }
    }

    private async Task<bool> Tell(Guid customer, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerContext>().ActAsJob(Name);
        return (await scope.ServiceProvider.GetRequiredService<ICommandHandler<TellExposure, ExposureTold>>().Handle(new TellExposure(customer), ct)).WasNews;
    }
}

/// <summary>Counts what one customer owes, and tells it where it is news.</summary>
internal sealed record TellExposure(Guid CustomerId) : ICommand<ExposureTold>;

internal sealed record ExposureTold(bool WasNews);

internal sealed class TellExposureValidator : AbstractValidator<TellExposure>
{
    public TellExposureValidator() => RuleFor(c => c.CustomerId).NotEmpty();
}

internal sealed class TellExposureHandler(SalesOrdersDbContext db, CreditCheck credit) : ICommandHandler<TellExposure, ExposureTold>
{
    public async Task<ExposureTold> Handle(TellExposure command, CancellationToken ct)
    {
        var debts = await db.Debts(command.CustomerId, await credit.IsAtShipping(ct), ct);
        var exposures = debts.GroupBy(d => d.Currency).Select(g => new Exposure(g.Key, g.Sum(d => d.Debt.Unpaid))).OrderBy(e => e.Currency, StringComparer.Ordinal).ToList();
        var told = await db.ToldExposures.SingleOrDefaultAsync(t => t.CustomerId == command.CustomerId, ct);
        if (told is null) db.ToldExposures.Add(told = new ToldExposure(command.CustomerId));
        return new ExposureTold(told.Tell(exposures));
    }
}
