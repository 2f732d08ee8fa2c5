using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.Customers.Application.Figures;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Figures;
using Crm.Customers.Domain.Scoring;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Customers.Application.Listing;

/// <summary>What a customer bought, beside it in a list; shown to whoever may see time lines.</summary>
/// <param name="Orders">Confirmed and not cancelled.</param>
/// <param name="FirstOrderOn">Of those.</param>
/// <param name="LastOrderOn">Of those.</param>
/// <param name="LastPaymentOn">The last day on which money came in.</param>
/// <param name="Currency">Of all amounts.</param>
/// <param name="Net">Sold, without tax and shipping.</param>
/// <param name="Margin">Net less cost, as far as costs are known.</param>
/// <param name="OpenBalance">Owed and not paid.</param>
/// <param name="RfmSegment">By the scores of <paramref name="ScoredOn"/>.</param>
/// <param name="ScoredOn">The day as of which scores were counted; null: nothing was ordered until then.</param>
internal sealed record ListedFigures(
    int Orders, DateOnly? FirstOrderOn, DateOnly? LastOrderOn, DateOnly? LastPaymentOn, string? Currency, decimal Net, decimal Margin, decimal OpenBalance, RfmSegment? RfmSegment, DateOnly? ScoredOn)
{
    public static async Task<IReadOnlyDictionary<Guid, ListedFigures>> Load(IServiceProvider services, IReadOnlyList<Guid> keys, CancellationToken ct)
    {
        if (services.GetRequiredService<CallerContext>().Caller.ScopeOf(FiguresPermissions.Read.Name) == RowScope.None) return new Dictionary<Guid, ListedFigures>();
        var db = services.GetRequiredService<CustomersDbContext>();
        var ids = keys.Select(k => new CustomerId(k)).ToList();
        var figures = await db.Set<CustomerFigures>().AsNoTracking().Where(f => EF.Parameter(ids).Contains(f.CustomerId)).ToListAsync(ct);
        var scores = await db.Set<CustomerScore>().AsNoTracking().Where(s => EF.Parameter(ids).Contains(s.CustomerId)).ToDictionaryAsync(s => s.CustomerId, ct);
        return figures.ToDictionary(f => f.CustomerId.Value, f => Of(f, scores.GetValueOrDefault(f.CustomerId)));
    }

    private static ListedFigures Of(CustomerFigures f, CustomerScore? score) =>
        new(f.Orders, f.FirstOrderOn, f.LastOrderOn, f.LastPaymentOn, f.Currency, f.Net, f.Margin, f.OpenBalance, score?.Segment, score?.ScoredOn);
}
