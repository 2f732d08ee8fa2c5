using System.Globalization;
using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Credit;

internal readonly record struct ToldExposureId(Guid Value) : ITypedId;

/// <summary>What the other modules were told last about what a customer owes.</summary>
internal sealed class ToldExposure : AggregateRoot
{
    private ToldExposure()
    {
    }

    public ToldExposure(Guid customerId) => (Id, CustomerId) = (new ToldExposureId(Guid.CreateVersion7()), customerId);

    public ToldExposureId Id { get; private set; }

    public override Guid Key => Id.Value;

    /// <summary>Unique.</summary>
    public Guid CustomerId { get; private set; }

    /// <summary>Amounts and currencies as one text; empty: nothing was owed.</summary>
    public string Told { get; private set; } = "";

    /// <summary>Tells it where it is news.</summary>
    /// <param name="exposures">One for each currency, in their order.</param>
    /// <returns>Whether it was news.</returns>
    public bool Tell(IReadOnlyList<Exposure> exposures)
    {
        var text = TextOf(exposures);
        if (text == Told) return false;
        Told = text;
        Raise(new ExposureWasTold(exposures));
        return true;
    }

    /// <summary>Whether something else is owed than was told last.</summary>
    /// <param name="exposures">One for each currency, in their order.</param>
    /// <param name="told">What was told last; null: nothing ever.</param>
    public static bool IsNews(IEnumerable<Exposure> exposures, string? told) => TextOf(exposures) != (told ?? "");

    private static string TextOf(IEnumerable<Exposure> exposures) =>
        string.Join(' ', exposures.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Amount:0.####}{e.Currency}")));
}

/// <param name="Currency">ISO 4217.</param>
/// <param name="Amount">Not paid of the orders that count, in whole digits of the currency.</param>
internal sealed record Exposure(string Currency, decimal Amount);

internal sealed record ExposureWasTold(IReadOnlyList<Exposure> Exposures) : DomainEvent;
