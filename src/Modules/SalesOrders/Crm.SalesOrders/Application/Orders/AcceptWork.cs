using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Credit;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Orders;

/// <summary>The customer accepts services of a confirmed order: all that are open, or units of the lines that are named.</summary>
internal sealed record AcceptWork : ICommand<WorkAccepted>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Left out: every service that is still open.</summary>
    public IReadOnlyList<Line>? Lines { get; init; }

    /// <summary>Business date; left out, today in the caller's zone.</summary>
    public DateOnly? AcceptedOn { get; init; }

    /// <summary>Who said so for the customer.</summary>
    public string? AcceptedBy { get; init; }

    public string? Note { get; init; }

    /// <param name="LineId">Of the order.</param>
    /// <param name="Quantity">Units.</param>
    internal sealed record Line(Guid LineId, int Quantity);
}

internal sealed record WorkAccepted(Guid AcceptanceId, OrderStatus Status, FulfilmentState Fulfilment, int Version);

internal sealed class AcceptWorkValidator : AbstractValidator<AcceptWork>
{
    public AcceptWorkValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.AcceptedOn).IsBusinessDate();
        RuleFor(c => c.AcceptedBy).MaximumLength(Columns.Name);
        RuleFor(c => c.Note).MaximumLength(Columns.Reason);
        RuleFor(c => c.Lines).Must(lines => lines is null || lines.Count is > 0 and <= Limits.MostLines).WithPhrase(InputPhrases.TooManyLines);
        RuleFor(c => c.Lines).Must(lines => lines is null || lines.DistinctBy(l => l.LineId).Count() == lines.Count).WithPhrase(InputPhrases.Once);
        RuleForEach(c => c.Lines).ChildRules(line => line.RuleFor(l => l.Quantity).InclusiveBetween(1, Limits.MostUnits));
    }
}

internal sealed class AcceptWorkHandler(SalesOrdersDbContext db, CreditCheck credit, CallerContext caller, TimeProvider time)
    : ICommandHandler<AcceptWork, WorkAccepted>
{
    public async Task<WorkAccepted> Handle(AcceptWork command, CancellationToken ct)
    {
        var order = await db.ForChange<Order, OrderId>(new OrderId(command.Id), ct);
        await credit.RequireAtShipping(order, ct);
        var terms = new AcceptanceTerms(command.AcceptedOn ?? BusinessDay.Of(time, caller.Caller), command.AcceptedBy, command.Note);
        var acceptance = order.Accept(command.Lines?.ToDictionary(l => l.LineId, l => l.Quantity), terms, time.GetUtcNow());
        return new WorkAccepted(acceptance.Id, order.Status, order.Fulfilment, order.Version);
    }
}
