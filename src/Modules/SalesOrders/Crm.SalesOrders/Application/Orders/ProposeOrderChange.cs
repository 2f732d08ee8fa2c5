using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Approval;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>Proposes to change a confirmed order, and says what that would do to its price and the stock. Nothing else happens yet.</summary>
internal sealed record ProposeOrderChange : ICommand<OrderChangeSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Lines that change and lines that are added; all others stay.</summary>
    public required IReadOnlyList<LineWish> Lines { get; init; }

    public string? Reason { get; init; }
}

/// <param name="Id">Of the change.</param>
/// <param name="OrderId">Which order.</param>
/// <param name="State">Where it stands.</param>
/// <param name="GrossBefore">What the customer paid without it.</param>
/// <param name="GrossAfter">What the customer pays with it.</param>
/// <param name="Difference">More (positive) or less (negative) than before.</param>
/// <param name="Currency">Of all amounts.</param>
/// <param name="Stock">What it takes from the stock or gives back.</param>
/// <param name="NeedsApproval">Others have to agree before it can be accepted.</param>
/// <param name="Version">Counts what happened to the change.</param>
internal sealed record OrderChangeSaved(
    Guid Id, Guid OrderId, OrderChangeState State, decimal GrossBefore, decimal GrossAfter, decimal Difference, string Currency, IReadOnlyList<StockEffect> Stock,
    bool NeedsApproval, int Version)
{
    public static OrderChangeSaved Of(OrderChange c) =>
        new(c.Id.Value, c.OrderId.Value, c.State, c.GrossBefore, c.GrossAfter, c.GrossAfter - c.GrossBefore, c.Currency, c.Stock, c.OpenHolds > 0, c.Version);
}

internal sealed class ProposeOrderChangeValidator : AbstractValidator<ProposeOrderChange>
{
    public ProposeOrderChangeValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Reason).MaximumLength(Columns.Reason);
        RuleFor(c => c.Lines).NotEmpty().Must(lines => lines.Count <= Limits.MostLines).WithPhrase(InputPhrases.TooManyLines);
        RuleFor(c => c.Lines).Must(lines => lines.Where(l => l.LineId is not null).DistinctBy(l => l.LineId).Count() == lines.Count(l => l.LineId is not null)).WithPhrase(InputPhrases.Once);
        RuleForEach(c => c.Lines).ChildRules(line =>
        {
            line.RuleFor(l => l.Quantity).InclusiveBetween(0, Limits.MostUnits);
            line.RuleFor(l => l.Quantity).GreaterThan(0).When(l => l.LineId is null);
            line.RuleFor(l => l.LineId).Must((l, _) => new[] { l.LineId is not null, l.Sku is not null, l.ProductId is not null }.Count(given => given) == 1).WithPhrase(InputPhrases.LineOrProduct);
            line.RuleFor(l => l.Sku).MaximumLength(Columns.Sku);
            line.RuleFor(l => l.UnitPrice).IsUnitPrice();
            line.RuleFor(l => l.DiscountRate).IsDiscountRate();
            line.RuleFor(l => l.PriceReason).MaximumLength(Columns.Reason);
        });
    }
}

internal sealed class ProposeOrderChangeHandler(
    SalesOrdersDbContext db, OrderChanging changing, ApprovalReasons approval, CallerContext caller, TimeProvider time)
    : ICommandHandler<ProposeOrderChange, OrderChangeSaved>
{
    public async Task<OrderChangeSaved> Handle(ProposeOrderChange command, CancellationToken ct)
    {
        var key = new OrderId(command.Id);
        var order = await db.Orders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == key, ct) ?? throw new ResourceNotFound("order", command.Id.ToString());
        if (order.WhyNot(OrderAction.Amend) is { } rule) throw rule.Broken();
        var authority = PriceAuthority.Of(caller.Caller);
        var changed = await changing.Read(order, command.Lines, authority, ct);
        var forecast = await changing.Forecast(order, changed, ct);
        var approvals = await approval.ToChange(order, changed, ct);
        var change = new OrderChange(order, command.Lines, forecast, command.Reason, approvals, caller.Caller.Id, time.GetUtcNow(), authority);
        db.OrderChanges.Add(change);
        return OrderChangeSaved.Of(change);
    }
}
