using System.Globalization;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.Planning.Application.Promotions;

/// <summary>Shows promotions as published once they begin and as ended once their days are over. Prices do not wait for it.</summary>
internal sealed class TurnPromotions(PlanningDbContext db, IServiceScopeFactory scopes, CompanyDay days, ILogger<TurnPromotions> log) : IScheduledJob
{
    public const string Name = "turn-promotions";

    private const int MostAtOnce = 1000;

    public async Task<string> Run(CancellationToken ct)
    {
        var today = await days.Today(ct);
        var due = await db.Set<Promotion>()
            .Where(p => (p.State == PromotionState.Scheduled && p.Versions.Any(v => v.From <= today))
                || ((p.State == PromotionState.Scheduled || p.State == PromotionState.Published || p.State == PromotionState.Suspended)
                    && p.Versions.Any(v => v.To < today && v.Number == p.Versions.Max(w => w.Number))))
            .OrderBy(p => p.Id).Select(p => p.Id).Take(MostAtOnce).ToListAsync(ct);
        var turned = 0;
        foreach (var id in due)
        {
            if (await scopes.Try<TurnPromotion, PromotionReply>(Name, new TurnPromotion(id.Value), log, ct) is not null) turned++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{turned} of {due.Count} promotions turned");
    }
}
