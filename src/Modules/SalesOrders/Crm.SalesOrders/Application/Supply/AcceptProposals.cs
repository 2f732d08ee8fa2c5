using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Supply;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Supply;

/// <summary>Drafts what these rules want to buy at this moment: one supply order for each supplier and warehouse.</summary>
internal sealed record AcceptProposals : ICommand<ProposalsAccepted>
{
    /// <summary>Ids of the rules; what was bought meanwhile is not bought again.</summary>
    public required IReadOnlyList<Guid> RuleIds { get; init; }
}

/// <param name="SupplyOrders">Drafts to look at, to change and to place.</param>
internal sealed record ProposalsAccepted(IReadOnlyList<SupplyOrderSaved> SupplyOrders);

internal sealed class AcceptProposalsValidator : AbstractValidator<AcceptProposals>
{
    public AcceptProposalsValidator()
    {
        RuleFor(c => c.RuleIds).NotEmpty().Must(ids => ids is null || ids.Count <= Limits.MostLines).WithPhrase(StockInput.TooMany);
        RuleFor(c => c.RuleIds).Must(ids => ids is null || ids.Distinct().Count() == ids.Count).WithPhrase(InputPhrases.Once);
    }
}

internal sealed class AcceptProposalsHandler(SalesOrdersDbContext db, TimeProvider time) : ICommandHandler<AcceptProposals, ProposalsAccepted>
{
    public async Task<ProposalsAccepted> Handle(AcceptProposals command, CancellationToken ct)
    {
        var ids = command.RuleIds.Select(id => new ReplenishmentRuleId(id)).ToList();
        // Locked, so that of two who accept the same proposal the second sees the draft of the first.
        var rules = await db.Dialect.Locked<ReplenishmentRule, ReplenishmentRuleId>(db, nameof(ReplenishmentRule.Id), ids).ToListAsync(ct);
        if (ids.Except(rules.Select(r => r.Id)).ToList() is [var unknown, ..]) throw new ResourceNotFound("replenishment-rule", unknown.Value.ToString());
        var drafts = new List<SupplyOrderSaved>();
        foreach (var wanted in (await db.ProposalsOf(rules, ct)).GroupBy(p => (p.Supplier.Id, p.Rule.Warehouse)))
        {
            var lines = wanted.Select(p => new SupplyLineTerms(new Units(p.Rule.ProductId, p.Rule.Sku, p.Quantity)));
            var draft = await db.Draft(wanted.First().Supplier, wanted.Key.Warehouse, lines, note: null, time.GetUtcNow(), ct);
            foreach (var proposal in wanted) proposal.Rule.Accept();
            drafts.Add(SupplyOrderSaved.Of(draft));
        }

        return new ProposalsAccepted(drafts);
    }
}
