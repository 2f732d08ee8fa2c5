using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.SalesOrders.Application.Channels;
using Crm.SalesOrders.Application.Exchange;
using Crm.SalesOrders.Application.Imports;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>
/// Records an order as it happened elsewhere, with its own prices, dates and states. Customer, salesperson and products are named by
/// their keys in the same other system, or by their own code, login and SKU. An order that is there already stays as it is.
/// </summary>
internal sealed record ImportOrder : ICommand<OrderImported>
{
    /// <summary>The order's key in the other system.</summary>
    public required ExternalRef Ref { get; init; }

    /// <summary>Left out, the next of the series.</summary>
    public string? Number { get; init; }

    public required string Customer { get; init; }

    public string? CustomerReference { get; init; }

    /// <summary>Code of the channel it came by.</summary>
    public string Channel { get; init; } = FirstChannels.Phone;

    public string? Salesperson { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    public required DateOnly? OrderedOn { get; init; }

    public DateOnly? RequiredOn { get; init; }

    /// <summary>Left out: not shipped yet.</summary>
    public DateOnly? ShippedOn { get; init; }

    public string? Carrier { get; init; }

    public DateOnly? PaidOn { get; init; }

    /// <summary>With <see cref="PaidOn"/>; left out, all that was owed.</summary>
    public decimal? PaidAmount { get; init; }

    public DateOnly? CancelledOn { get; init; }

    public string? CancelReason { get; init; }

    public OrderContent.Address? ShipTo { get; init; }

    public decimal Freight { get; init; }

    public decimal Discount { get; init; }

    public required IReadOnlyList<Line> Lines { get; init; }

    /// <param name="Product">Key in the other system, or SKU.</param>
    /// <param name="Quantity">Units.</param>
    /// <param name="UnitPrice">As it was, before discount, up to eight decimals.</param>
    /// <param name="DiscountRate">Fraction from 0 to 1, up to four decimals.</param>
    internal sealed record Line(string Product, int Quantity, decimal UnitPrice, decimal DiscountRate = 0m);
}

/// <param name="Order">As it is now.</param>
/// <param name="WasThere">It had been imported before, and nothing was done.</param>
internal sealed record OrderImported(OrderSaved Order, bool WasThere);

internal sealed class ImportOrderValidator : AbstractValidator<ImportOrder>
{
    public ImportOrderValidator()
    {
        RuleFor(c => c.Ref.System).IsExternalSystem();
        RuleFor(c => c.Ref.Id).IsExternalId();
        RuleFor(c => c.Number).MaximumLength(Columns.Number);
        RuleFor(c => c.Customer).NotEmpty().MaximumLength(Columns.ExternalId);
        RuleFor(c => c.CustomerReference).MaximumLength(Columns.Reference);
        RuleFor(c => c.Channel).NotEmpty().MaximumLength(Columns.Code);
        RuleFor(c => c.Salesperson).MaximumLength(Columns.ExternalId);
        RuleFor(c => c.Currency).IsCurrency();
        RuleFor(c => c.OrderedOn).NotNull().IsBusinessDate();
        RuleFor(c => c.RequiredOn).IsBusinessDate();
        RuleFor(c => c.ShippedOn).IsBusinessDate();
        RuleFor(c => c.PaidOn).IsBusinessDate();
        RuleFor(c => c.CancelledOn).IsBusinessDate();
        RuleFor(c => c.Carrier).MaximumLength(Columns.Name);
        RuleFor(c => c.CancelReason).MaximumLength(Columns.Reason);
        RuleFor(c => c.Freight).IsAmount(c => c.Currency);
        RuleFor(c => c.Discount).IsAmount(c => c.Currency);
        RuleFor(c => c.PaidAmount).GreaterThan(0m).LessThanOrEqualTo(Limits.LargestNet);
        RuleFor(c => c.ShipTo!).SetValidator(new AddressValidator()).When(c => c.ShipTo is not null);
        RuleFor(c => c.Lines).NotEmpty().Must(lines => lines.Count <= Limits.MostLines).WithPhrase(InputPhrases.TooManyLines);
        RuleForEach(c => c.Lines).ChildRules(line =>
        {
            line.RuleFor(l => l.Product).NotEmpty().MaximumLength(Columns.ExternalId);
            line.RuleFor(l => l.Quantity).InclusiveBetween(1, Limits.MostUnits);
            line.RuleFor(l => l.UnitPrice).IsUnitPrice();
            line.RuleFor(l => l.DiscountRate).IsDiscountRate();
        });
    }
}

internal sealed class ImportOrderHandler(
    SalesOrdersDbContext db, ImportKeys keys, OrderNumbers numbers, ISettings settings, CallerContext caller, TimeProvider time) : ICommandHandler<ImportOrder, OrderImported>
{
    public async Task<OrderImported> Handle(ImportOrder command, CancellationToken ct)
    {
        if (await db.OrderByRef(command.Ref.System, command.Ref.Id, ct) is { } there) return new OrderImported(OrderSaved.Of(there), WasThere: true);
        if (command.Number is { } given && await db.Orders.IgnoreQueryFilters().AnyAsync(o => o.Number == given, ct))
            throw SalesOrdersRules.NumberTaken.Broken(given);

        await db.RequireChannel(command.Channel, ct);
        var terms = await Terms(command, ct);
        var stock = await db.LockStock(terms.Lines.Select(l => l.Product.Id), Warehouses.Default, ct);
        var (order, payment) = Order.Import(command.Number ?? await numbers.Next(db, NumberPattern.Usual, terms.OrderedOn.Year, ct), terms, History(command), stock, time.GetUtcNow());
        db.Orders.Add(order);
        if (payment is not null) db.Payments.Add(payment);
        db.OrderRefs.Add(new OrderRef(order.Id, command.Ref));
        return new OrderImported(OrderSaved.Of(order), WasThere: false);
    }

    private async Task<OrderTerms> Terms(ImportOrder command, CancellationToken ct)
    {
        var system = command.Ref.System;
        var customer = await keys.Customer(system, command.Customer, ct);
        var person = command.Salesperson is { Length: > 0 } salesperson ? await keys.Person(system, salesperson, ct) : null;
        var products = await keys.Products(system, [.. command.Lines.Select(l => l.Product).Distinct()], ct);
        var company = await settings.Text(CompanySettings.Currency, ct);
        return new OrderTerms
        {
            // A past order is taken in also where nobody remembers the rate of its day.
            Rate = await db.RateOf(command.Currency, company, command.OrderedOn!.Value, ct),
            CustomerId = customer.Id,
            CustomerReference = command.CustomerReference,
            Channel = command.Channel,
            OwnerId = person?.Id,
            UnitId = person?.UnitId ?? customer.UnitId ?? caller.Caller.UnitId,
            TerritoryId = customer.TerritoryId,
            Currency = command.Currency,
            OrderedOn = command.OrderedOn!.Value,
            RequiredOn = command.RequiredOn,
            ShipTo = OrderTermsReader.ToShipTo(command.ShipTo),
            Freight = command.Freight,
            Discount = command.Discount,
            Lines = [.. command.Lines.Select(l => new LineTerms(products[l.Product], l.Quantity, l.UnitPrice, l.DiscountRate))],
        };
    }

    private static OrderHistory History(ImportOrder command) => new()
    {
        Shipped = command.ShippedOn is { } shippedOn ? new Dispatch(shippedOn, command.Carrier, TrackingNumber: null) : null,
        PaidOn = command.PaidOn,
        PaidAmount = command.PaidAmount,
        CancelledOn = command.CancelledOn,
        CancelReason = command.CancelReason,
    };
}
