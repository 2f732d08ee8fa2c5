using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Money;

/// <summary>Asks for money of an order to be paid back: for units of lines, shipping, as goodwill, or because too much was paid.</summary>
internal sealed record RequestRefund : ICommand<RefundSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Units that have not left are called off before those that have are credited.</summary>
    public IReadOnlyList<Line>? Lines { get; init; }

    /// <summary>Of the freight, in whole digits of the currency.</summary>
    public decimal Freight { get; init; }

    /// <summary>Given without anything coming back, in whole digits of the currency.</summary>
    public decimal Goodwill { get; init; }

    /// <summary>Came in beyond what is owed, in whole digits of the currency.</summary>
    public decimal Overpayment { get; init; }

    public string? Reason { get; init; }

    /// <param name="LineId">Of the order.</param>
    /// <param name="Quantity">Units.</param>
    internal sealed record Line(Guid LineId, int Quantity);

    public RefundWish ToWish() => new()
    {
        Lines = Lines?.ToDictionary(l => l.LineId, l => l.Quantity) ?? [],
        Freight = Freight,
        Goodwill = Goodwill,
        Overpayment = Overpayment,
    };
}

/// <param name="Id">Of the refund.</param>
/// <param name="OrderId">Whose money.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Credit">By how much less is owed.</param>
/// <param name="Amount">What is paid back.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Version">Counts what happened to it.</param>
internal sealed record RefundSaved(Guid Id, Guid OrderId, RefundState State, decimal Credit, decimal Amount, string Currency, int Version)
{
    public static RefundSaved Of(Refund r) => new(r.Id.Value, r.OrderId.Value, r.State, r.Credit, r.Amount, r.Currency, r.Version);
}

internal sealed class RequestRefundValidator : AbstractValidator<RequestRefund>
{
    public RequestRefundValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.Lines).Must(lines => lines is null || lines.Count is > 0 and <= Limits.MostLines).WithPhrase(InputPhrases.TooManyLines);
        RuleFor(c => c.Lines).Must(lines => lines is null || lines.DistinctBy(l => l.LineId).Count() == lines.Count).WithPhrase(InputPhrases.Once);
        RuleForEach(c => c.Lines).ChildRules(line => line.RuleFor(l => l.Quantity).InclusiveBetween(1, Limits.MostUnits));
        RuleFor(c => c.Freight).InclusiveBetween(0m, Limits.LargestPrice);
        RuleFor(c => c.Goodwill).InclusiveBetween(0m, Limits.LargestNet);
        RuleFor(c => c.Overpayment).InclusiveBetween(0m, Limits.LargestNet);
        RuleFor(c => c.Reason).MaximumLength(Columns.Reason);
    }
}

internal sealed class RequestRefundHandler(SalesOrdersDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<RequestRefund, RefundSaved>
{
    public async Task<RefundSaved> Handle(RequestRefund command, CancellationToken ct)
    {
        var (order, stock) = await db.LockOrderAndStock(command.Id, ct);
        var refund = order.RequestRefund(command.ToWish(), command.Reason, stock, time.GetUtcNow(), caller.Caller.Id);
        db.Refunds.Add(refund);
        return RefundSaved.Of(refund);
    }
}
