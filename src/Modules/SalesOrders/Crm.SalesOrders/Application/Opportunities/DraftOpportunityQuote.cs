using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Notes;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Opportunities;

/// <summary>
/// Writes the draft of a quote for an opportunity that was won, once. What cannot be taken over is written on it as a note: a draft that
/// somebody completes is worth more than news that nobody sees.
/// </summary>
internal sealed record DraftOpportunityQuote : ICommand<OpportunityDrafted>
{
    public required Guid OpportunityId { get; init; }

    public required Guid CustomerId { get; init; }

    public string? Title { get; init; }

    /// <summary>ISO 4217, of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>What it was thought to be worth, without tax.</summary>
    public decimal? Amount { get; init; }

    public required DateOnly WonOn { get; init; }

    public Guid? OwnerId { get; init; }

    public Guid? UnitId { get; init; }

    public string? Channel { get; init; }

    public DateOnly? WantedOn { get; init; }

    public required IReadOnlyList<Line> Lines { get; init; }

    /// <param name="ProductId">Of the product; or its SKU, or neither.</param>
    /// <param name="Sku">Of the product.</param>
    /// <param name="Description">What it was called.</param>
    /// <param name="Quantity">Units.</param>
    /// <param name="UnitPrice">That was promised; null: as the price lists say.</param>
    /// <param name="DiscountRate">A fraction from 0 to 1.</param>
    internal sealed record Line(Guid? ProductId, string? Sku, string? Description, decimal Quantity, decimal? UnitPrice, decimal DiscountRate)
    {
        /// <summary>As people know it.</summary>
        public string Name => Description ?? Sku ?? ProductId?.ToString() ?? "?";
    }
}

/// <param name="OrderId">Of the draft; the one that was written before where there is one.</param>
/// <param name="WasCreated">Just now.</param>
internal sealed record OpportunityDrafted(Guid OrderId, bool WasCreated);

internal sealed class DraftOpportunityQuoteValidator : AbstractValidator<DraftOpportunityQuote>
{
    public DraftOpportunityQuoteValidator()
    {
        RuleFor(c => c.OpportunityId).NotEmpty();
        RuleFor(c => c.CustomerId).NotEmpty();
        RuleFor(c => c.Currency).IsCurrency();
        RuleFor(c => c.Lines).NotNull();
    }
}

internal sealed class DraftOpportunityQuoteHandler(
    SalesOrdersDbContext db, OpportunityTerms terms, OrderNumbers numbers, CallerContext caller, TimeProvider time)
    : ICommandHandler<DraftOpportunityQuote, OpportunityDrafted>
{
    public async Task<OpportunityDrafted> Handle(DraftOpportunityQuote command, CancellationToken ct)
    {
        // Also a draft that somebody has deleted since is the one of this opportunity.
        var before = await db.Orders.IgnoreQueryFilters([ModuleDbContext.DeletedFilter]).Where(o => o.OpportunityId == command.OpportunityId)
            .Select(o => (OrderId?)o.Id).SingleOrDefaultAsync(ct);
        if (before is { } known) return new OpportunityDrafted(known.Value, WasCreated: false);
        await ExpectCustomer(command.CustomerId, ct);
        var found = await terms.Of(command, ct);
        var now = time.GetUtcNow();
        var order = Order.OfOpportunity(await numbers.Next(db, found.Terms.Numbers, command.WonOn.Year, ct), command.OpportunityId, found.Terms, now);
        db.Orders.Add(order);
        db.OrderNotes.Add(OrderNote.WriteAutomatically(order, found.Note, caller.Caller.Id, now));
        return new OpportunityDrafted(order.Key, WasCreated: true);
    }

    // News of the opportunity and of its customer come in any order; the draft must not wait for it.
    private async Task ExpectCustomer(Guid id, CancellationToken ct)
    {
        if (await db.CustomerCopies.FindAsync([id], ct) is not null) return;
        db.CustomerCopies.Add(CustomerCopy.Awaited(id));
        await db.SaveChangesAsync(ct);
    }
}
