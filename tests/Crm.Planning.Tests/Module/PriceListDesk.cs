using Crm.Planning.Application.PriceLists;
using Crm.Planning.Application.Proposals;
using Crm.Planning.Domain.Proposals;
using Crm.Planning.Persistence;
using Crm.Pricing;
using Crm.Pricing.Rules;
using Crm.SalesOrders.Contracts;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Tests.Module;

/// <summary>Price lists and proposals as their callers use them.</summary>
internal static class PriceListDesk
{
    public static CreatePriceList List(string code, params PriceLine[] lines) => new()
    {
        Code = code,
        Name = new PriceListName(code, code),
        Content = new PriceListContent { Currency = "EUR", Lines = lines },
    };

    public static PriceListInput With(this CreatePriceList list, Func<PriceListContent, PriceListContent> change) =>
        new() { Code = list.Code, Name = list.Name, Content = change(list.Content) };

    public static CreatePriceList Scoped(this CreatePriceList list, DateOnly? from, DateOnly? to, params string[] channels) =>
        list with { Content = list.Content with { Scope = new PriceScope { From = from, To = to, Channels = channels } } };

    /// <summary>A list that is sold by.</summary>
    public static async Task<PriceListReply> Publish(this ModuleHarness planning, CreatePriceList list)
    {
        var made = await planning.Send(list);
        await planning.Send(new ApprovePriceList(made.Id));
        return await planning.Send(new PublishPriceList(made.Id));
    }

    public static Task Product(this ModuleHarness planning, string sku, decimal cost, string category = "tea", string currency = "EUR")
    {
        var id = Guid.CreateVersion7();
        return planning.Given(new ProductChangedV1(id, sku, sku, category, null, cost * 2, currency, cost, true, null), $"product/{id}", 1);
    }

    /// <summary>Has prices proposed and works them out.</summary>
    public static async Task<PriceProposal> Proposed(this ModuleHarness planning, Guid list, params ObservedPrice[] observations)
    {
        await planning.Send(new ProposePrices(list, observations));
        await planning.RunOperations();
        return await planning.Read<PlanningDbContext, PriceProposal>(db => db.Set<PriceProposal>().AsNoTracking().OrderByDescending(p => p.Id).FirstAsync());
    }

    public static Task<List<ProposalRow>> RowsOf(this ModuleHarness planning, PriceProposal proposal) => planning.Read<PlanningDbContext, List<ProposalRow>>(
        db => db.Set<ProposalRow>().AsNoTracking().Where(r => r.ProposalId == proposal.Id).OrderBy(r => r.Sku).ThenBy(r => r.FromQuantity).ToListAsync());

    public static ObservedPrice Seen(this ModuleHarness planning, string sku, string competitor, decimal price) =>
        new(sku, competitor, price, "EUR", DateOnly.FromDateTime(planning.Time.GetUtcNow().UtcDateTime));
}
