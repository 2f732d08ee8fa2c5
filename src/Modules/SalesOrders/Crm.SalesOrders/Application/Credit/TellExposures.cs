using System.Globalization;
using System.Runtime.CompilerServices;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain.Credit;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.SalesOrders.Application.Credit;

/// <summary>
/// Tells the other modules what customers with credit terms owe, together with all that were merged into them, where that is another amount than was told last. Counted every few minutes and
/// not with each order, so that selling does not pay for it.
/// </summary>
internal sealed class TellExposures(
    SalesOrdersDbContext db, CreditCheck credit, IServiceScopeFactory scopes, ILogger<TellExposures> log) : IScheduledJob
{
    public const string Name = "tell-exposures";
    private const int AtOnce = 500;

    public async Task<string> Run(CancellationToken ct)
    {
        var (told, failed) = (0, 0);
        var fromShipping = await credit.IsAtShipping(ct);
        await foreach (var customer in WithNews(fromShipping, ct))
        {
            if (await scopes.Try<TellExposure, ExposureTold>(Name, new TellExposure(customer), log, ct) is not { } outcome) failed++;
            else if (outcome.WasNews) told++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{told} exposures told, {failed} failed");
    }

    /// <summary>Whose sum is not the one that was told: few, so that those who owe what they owed cost one question for many and no transaction.</summary>
    private async IAsyncEnumerable<Guid> WithNews(bool fromShipping, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var last = Guid.Empty; ;)
        {
            // Also whoever was told of before: one that was merged since owes nothing under its own id.
            var customers = await db.CreditTerms.Select(t => t.CustomerId).Union(db.ToldExposures.Select(t => t.CustomerId))
                .Where(id => id > last).OrderBy(id => id).Take(AtOnce).ToListAsync(ct);
            var families = await db.Families(customers, ct);
            var owed = await db.Exposures(families, fromShipping, ct);
            var asked = customers.Concat(families.Values).Distinct().ToList();
            var told = await db.ToldExposures.AsNoTracking().Where(t => EF.Parameter(asked).Contains(t.CustomerId)).ToDictionaryAsync(t => t.CustomerId, t => t.Told, ct);
            foreach (var customer in asked.Where(c => ToldExposure.IsNews(owed[c], told.GetValueOrDefault(c)))) yield return customer;
            if (customers.Count < AtOnce) yield break;
            last = customers[^1];
        }
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
        var families = await db.Families([command.CustomerId], ct);
        var exposures = (await db.Exposures(families, await credit.IsAtShipping(ct), ct))[command.CustomerId].ToList();
        var told = await db.ToldExposures.SingleOrDefaultAsync(t => t.CustomerId == command.CustomerId, ct);
        if (!ToldExposure.IsNews(exposures, told?.Told)) return new ExposureTold(false);
        if (told is null) db.ToldExposures.Add(told = new ToldExposure(command.CustomerId));
        return new ExposureTold(told.Tell(exposures));
    }
}
