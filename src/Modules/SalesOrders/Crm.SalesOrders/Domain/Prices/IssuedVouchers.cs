using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Prices;

/// <summary>A batch of codes that Planning issued. The codes follow from its secret and are stored nowhere.</summary>
internal sealed class IssuedVouchers
{
    private IssuedVouchers()
    {
    }

    public IssuedVouchers(Guid batchId, string promotion, string prefix, int count, string? secret, DateOnly? validTo) =>
        (BatchId, Promotion, Prefix, Count, Secret, ValidTo) = (batchId, promotion, prefix, count, secret, validTo);

    [PersonKey]
    public Guid BatchId { get; private set; }

    /// <summary>Code of the promotion that a code of the batch gives.</summary>
    public string Promotion { get; private set; } = "";

    public string Prefix { get; private set; } = "";

    public int Count { get; private set; }

    /// <summary>Base64; null once the key to it was destroyed: then the batch has no codes any more.</summary>
    [Personal]
    public string? Secret { get; private set; }

    /// <summary>Last business date; null: as long as the promotion.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>None of its codes is worth anything any more.</summary>
    public bool IsWithdrawn { get; private set; }

    public void Withdraw() => IsWithdrawn = true;
}

/// <summary>A code that is worth nothing any more.</summary>
internal sealed class WithdrawnVoucher
{
    private WithdrawnVoucher()
    {
    }

    public WithdrawnVoucher(Guid batchId, int number) => (BatchId, Number) = (batchId, number);

    public Guid BatchId { get; private set; }

    /// <summary>Within the batch, from 0.</summary>
    public int Number { get; private set; }
}
