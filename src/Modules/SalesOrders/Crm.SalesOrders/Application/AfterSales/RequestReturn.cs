using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.AfterSales;

/// <summary>Asks to send shipped goods back.</summary>
internal sealed record RequestReturn : ICommand<ReturnSaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Left out: everything that was shipped and is still with the customer.</summary>
    public IReadOnlyList<ReturnUnits>? Lines { get; init; }

    public string? Reason { get; init; }
}

/// <param name="LineId">Of the order.</param>
/// <param name="Quantity">Units.</param>
internal sealed record ReturnUnits(Guid LineId, int Quantity);

internal static class ReturnInput
{
    public static void AreReturnUnits<T>(this AbstractValidator<T> validator, System.Linq.Expressions.Expression<Func<T, IEnumerable<ReturnUnits>?>> lines, int least)
    {
        validator.RuleFor(lines).Must(l => l is null || l.Count() <= Limits.MostLines).WithPhrase(InputPhrases.TooManyLines);
        validator.RuleFor(lines).Must(l => l is null || l.DistinctBy(x => x.LineId).Count() == l.Count()).WithPhrase(InputPhrases.Once);
        validator.RuleForEach(lines!).ChildRules(line => line.RuleFor(l => l.Quantity).InclusiveBetween(least, Limits.MostUnits));
    }

    public static Dictionary<Guid, int>? ByLine(this IReadOnlyList<ReturnUnits>? lines) => lines?.ToDictionary(l => l.LineId, l => l.Quantity);
}

internal sealed class RequestReturnValidator : AbstractValidator<RequestReturn>
{
    public RequestReturnValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        this.AreReturnUnits(c => c.Lines, least: 1);
        RuleFor(c => c.Reason).MaximumLength(Columns.Reason);
    }
}

internal sealed class RequestReturnHandler(SalesOrdersDbContext db, TimeProvider time) : ICommandHandler<RequestReturn, ReturnSaved>
{
    public async Task<ReturnSaved> Handle(RequestReturn command, CancellationToken ct)
    {
        var order = await db.LockOrder(command.Id, ct);
        var back = order.RequestReturn(command.Lines.ByLine(), command.Reason, time.GetUtcNow());
        db.Returns.Add(back);
        return ReturnSaved.Of(back);
    }
}
