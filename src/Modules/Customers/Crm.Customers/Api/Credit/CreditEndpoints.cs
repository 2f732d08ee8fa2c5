using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Credit;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Credit;

/// <summary>How much a customer may owe. What it owes is said by Sales Orders.</summary>
internal static class CreditEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var terms = routes.MapGroup("/customers/{id:guid}/credit-terms").WithTags("Credit");
        terms.MapGet("/", Get).Requires(CreditPermissions.Read);
        terms.MapPut("/", Set).Requires(CreditPermissions.Write).WithoutIfMatch();
    }

    private static async Task<Ok<CreditTermsView>> Get(Guid id, CustomersDbContext db, CancellationToken ct)
    {
        var customer = await db.SurvivorOf(id, ct);
        var terms = await db.CreditTerms.AsNoTracking().SingleOrDefaultAsync(t => t.CustomerId == customer, ct);
        return TypedResults.Ok(new CreditTermsView(customer.Value, terms?.Limit, terms?.Currency, terms?.PaymentDays, terms?.IsBlocked ?? false, terms?.Version ?? 0));
    }

    private static async Task<Ok<CreditTermsSaved>> Set(Guid id, SetCreditTerms command, ICommandHandler<SetCreditTerms, CreditTermsSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { CustomerId = id }, ct));
}

/// <param name="CustomerId">The one that was asked for, or the one that it was found to be.</param>
/// <param name="Limit">Null: none.</param>
/// <param name="Currency">Of the limit; null where no terms were set.</param>
/// <param name="PaymentDays">Until an invoice is due; null: as the company's setting says.</param>
/// <param name="IsBlocked">Gets no credit at all.</param>
/// <param name="Version">For If-Match; 0 where no terms were set.</param>
internal sealed record CreditTermsView(Guid CustomerId, decimal? Limit, string? Currency, int? PaymentDays, bool IsBlocked, int Version);
