using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.Reporting.Domain;
using Crm.Reporting.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Application.Reports;

/// <summary>Number and name to show in place of a key.</summary>
internal sealed record ReportName(string? Code, string? Name);

/// <summary>Looks names up when a report is made, with the masks of whoever it is for: no fact holds one.</summary>
internal sealed class ReportNames(ReportingDbContext db, CallerContext caller)
{
    public async Task<IReadOnlyDictionary<string, ReportName>> Of(SalesBy by, IReadOnlyList<string> keys, int generation, CancellationToken ct) => by switch
    {
        SalesBy.Customer => await Customers(Ids(keys), generation, ct),
        SalesBy.Product => await Products(Ids(keys), generation, ct),
        SalesBy.Salesperson => await People(Ids(keys), generation, ct),
        _ => keys.Where(k => k.Length > 0).ToDictionary(k => k, k => new ReportName(null, k)),
    };

    private async Task<Dictionary<string, ReportName>> Customers(List<Guid> ids, int generation, CancellationToken ct)
    {
        var found = await db.CustomerCopies.AsNoTracking().Where(c => c.Generation == generation && EF.Parameter(ids).Contains(c.CustomerId))
            .Select(c => new { c.CustomerId, c.Code, c.Name }).ToListAsync(ct);
        return found.ToDictionary(c => c.CustomerId.ToString(), c => new ReportName(Masked("customers.code", c.Code), Masked("customers.name", c.Name)));
    }

    private async Task<Dictionary<string, ReportName>> Products(List<Guid> ids, int generation, CancellationToken ct)
    {
        var found = await db.ProductCopies.AsNoTracking().Where(p => p.Generation == generation && EF.Parameter(ids).Contains(p.ProductId))
            .Select(p => new { p.ProductId, p.Sku, p.Name }).ToListAsync(ct);
        return found.ToDictionary(p => p.ProductId.ToString(), p => new ReportName(Masked("products.sku", p.Sku), Masked("products.name", p.Name)));
    }

    private async Task<Dictionary<string, ReportName>> People(List<Guid> ids, int generation, CancellationToken ct)
    {
        var found = await db.PersonCopies.AsNoTracking().Where(p => p.Generation == generation && EF.Parameter(ids).Contains(p.UserId))
            .Select(p => new { p.UserId, p.Login, p.Name }).ToListAsync(ct);
        return found.ToDictionary(p => p.UserId.ToString(), p => new ReportName(Masked("users.login", p.Login), Masked("users.name", p.Name)));
    }

    private static List<Guid> Ids(IReadOnlyList<string> keys) => [.. keys.Where(k => k.Length > 0).Select(Guid.Parse)];

    private string? Masked(string field, string? value) =>
        string.IsNullOrEmpty(value) ? null : MaskedText.Of(caller.Caller, field, value);
}
