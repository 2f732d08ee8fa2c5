using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.Customers.Api.Figures;
using Crm.Customers.Application;
using Crm.Customers.Application.Analysis;
using Crm.Customers.Application.Figures;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Scoring;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Analysis;

/// <summary>Recency, frequency, monetary value, and what customers are worth.</summary>
internal static class ScoreEndpoints
{
    private const int MostMonths = 120;

    private static readonly Phrase MonthsExpected = new("A number of months from 1 to {0} is expected.", "应为 1 到 {0} 的月数。");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/analysis/rfm", Table).WithTags("Analysis").WithSummary("Customers by recency, frequency and monetary value").Requires(AnalysisPermissions.Read);
        var customer = routes.MapGroup("/customers/{id:guid}").WithTags("Analysis");
        customer.MapGet("/rfm", One).WithSummary("Recency, frequency and monetary value of one customer among all").Requires(FiguresPermissions.Read);
        customer.MapGet("/lifetime-value", Lifetime).WithSummary("What a customer was and may be worth, with all that it is made of").Requires(FiguresPermissions.Read);
    }

    private static async Task<Ok<RfmTable>> Table(
        DateOnly? asOf, int? months, CustomersDbContext db, BuyingReader buying, CompanyDay days, CallerContext caller, CancellationToken ct)
    {
        var read = await Read(asOf, months, buying, days, ct);
        var seen = (await db.Customers.Where(c => c.SurvivorId == null).Select(c => c.Id).ToListAsync(ct)).ToHashSet();
        return TypedResults.Ok(RfmTable.Of(read, Rfm.Score(read.Customers).Where(s => seen.Contains(s.Buying.CustomerId)), seen.Count, caller.Language));
    }

    private static async Task<Ok<RfmView>> One(
        Guid id, DateOnly? asOf, int? months, CustomersDbContext db, BuyingReader buying, CompanyDay days, CallerContext caller, CancellationToken ct)
    {
        var family = (await db.SeenFamilyOf(id, ct)).ToHashSet();
        var read = await Read(asOf, months, buying, days, ct);
        var score = Rfm.Score(read.Customers).FirstOrDefault(s => family.Contains(s.Buying.CustomerId));
        return TypedResults.Ok(RfmView.Of(id, read, score, caller.Language));
    }

    private static async Task<Ok<LifetimeValueView>> Lifetime(
        Guid id, DateOnly? asOf, CustomersDbContext db, LifetimeValues values, CompanyDay days, CallerContext caller, CancellationToken ct)
    {
        var family = await db.SeenFamilyOf(id, ct);
        return TypedResults.Ok(LifetimeValueView.Of(id, await values.Read(family, await days.Asked(asOf, "asOf", ct), ct), caller.Language));
    }

    private static async Task<BuyingUntil> Read(DateOnly? asOf, int? months, BuyingReader buying, CompanyDay days, CancellationToken ct)
    {
        if (months is < 1 or > MostMonths) throw new InvalidInput("months", MonthsExpected, MostMonths);
        return await buying.Read(await days.Asked(asOf, "asOf", ct), months ?? ScoreCustomers.UsualMonths, ct);
    }
}
