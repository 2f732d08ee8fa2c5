using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.Vouchers;

internal readonly record struct VoucherBatchId(Guid Value) : ITypedId
{
    public static VoucherBatchId New() => new(Guid.CreateVersion7());
}

/// <summary>Codes of a promotion, all made from one secret, so that there are no rows of them.</summary>
internal sealed class VoucherBatch : AggregateRoot
{
    private readonly List<WithdrawnCode> _withdrawn = [];

    private VoucherBatch()
    {
    }

    public VoucherBatchId Id { get; private set; }

    public override Guid Key => Id.Value;

    public Guid PromotionId { get; private set; }

    public string PromotionCode { get; private set; } = "";

    /// <summary>Every code begins with it; no other batch ever has it.</summary>
    public string Prefix { get; private set; } = "";

    public int Count { get; private set; }

    /// <summary>Base64 of 32 bytes. Whoever has it can make codes: it is kept under a key of its own.</summary>
    [Personal]
    public string Secret { get; private set; } = "";

    /// <summary>Last business date; null: as long as the promotion.</summary>
    public DateOnly? ValidTo { get; private set; }

    public DateTimeOffset IssuedAt { get; private set; }

    /// <summary>When all of it was withdrawn.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Codes that were withdrawn one by one.</summary>
    public IReadOnlyList<WithdrawnCode> Withdrawn => _withdrawn;

    public static VoucherBatch Issue(Guid promotionId, string promotionCode, string prefix, int count, string secret, DateOnly? validTo, DateTimeOffset now)
    {
        var batch = new VoucherBatch
        {
            Id = VoucherBatchId.New(),
            PromotionId = promotionId,
            PromotionCode = promotionCode,
            Prefix = prefix,
            Count = count,
            Secret = secret,
            ValidTo = validTo,
            IssuedAt = now,
        };
        batch.Raise(new VouchersWereIssued());
        return batch;
    }

    /// <summary>Makes all codes worthless.</summary>
    public void WithdrawAll(DateTimeOffset now)
    {
        RequireNotWithdrawn();
        WithdrawnAt = now;
        Raise(new VouchersWereWithdrawn(All: true, []));
    }

    /// <summary>Makes some codes worthless; those that are already stay so.</summary>
    /// <param name="numbers">Of the codes, from 0.</param>
    /// <param name="now">When.</param>
    public void Withdraw(IReadOnlyCollection<int> numbers, DateTimeOffset now)
    {
        RequireNotWithdrawn();
        var fresh = numbers.Except(_withdrawn.Select(w => w.Number)).Order().ToList();
        if (fresh.Count == 0) return;
        Raise(new VouchersWereWithdrawn(All: false, fresh));
        _withdrawn.AddRange(fresh.Select(n => new WithdrawnCode(n, now, Version)));
    }

    private void RequireNotWithdrawn()
    {
        if (WithdrawnAt is not null) throw VoucherRules.Withdrawn.Broken();
    }
}

/// <summary>A code that is worth nothing any more.</summary>
internal sealed class WithdrawnCode
{
    public WithdrawnCode(int number, DateTimeOffset at, int position) => (Number, At, Position) = (number, at, position);

    /// <summary>Of the code, from 0.</summary>
    public int Number { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Where in the stream of its batch it was told.</summary>
    public int Position { get; private set; }
}

internal sealed record VouchersWereIssued : DomainEvent;

internal sealed record VouchersWereWithdrawn(bool All, IReadOnlyList<int> Numbers) : DomainEvent;
