using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain.Vouchers;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Vouchers;

/// <summary>Makes codes worthless: all of a batch, or those that are named.</summary>
internal sealed record WithdrawVouchers(Guid BatchId, bool All, IReadOnlyList<string> Codes) : ICommand<VouchersTakenBack>;

/// <param name="BatchId">Of which batch.</param>
/// <param name="Withdrawn">Codes of it that are worth nothing now.</param>
internal sealed record VouchersTakenBack(Guid BatchId, int Withdrawn);

internal sealed class WithdrawVouchersValidator : AbstractValidator<WithdrawVouchers>
{
    private const int MostAtOnce = 10_000;

    private static readonly Phrase Either = new("Name the codes, at most 10,000 at once, or say that all are meant.", "请列出券码（每次最多 10,000 个），或指明全部撤回。");

    public WithdrawVouchersValidator() =>
        RuleFor(c => c.Codes).Must((command, codes) => command.All ? codes.Count == 0 : codes.Count is > 0 and <= MostAtOnce).WithPhrase(Either);
}

internal sealed class WithdrawVouchersHandler(PlanningDbContext db, TimeProvider time) : ICommandHandler<WithdrawVouchers, VouchersTakenBack>
{
    private static readonly Phrase NoSuchCode = new("The batch has no such code.", "该批次中没有此券码。");

    public async Task<VouchersTakenBack> Handle(WithdrawVouchers command, CancellationToken ct)
    {
        var batch = await db.ForChange<VoucherBatch, VoucherBatchId>(new VoucherBatchId(command.BatchId), ct);
        await db.RequireReach(batch, ct);
        if (command.All) batch.WithdrawAll(time.GetUtcNow());
        else batch.Withdraw(Numbers(batch, command.Codes), time.GetUtcNow());
        return new VouchersTakenBack(command.BatchId, batch.WithdrawnAt is null ? batch.Withdrawn.Count : batch.Count);
    }

    private static List<int> Numbers(VoucherBatch batch, IReadOnlyList<string> codes)
    {
        var read = BatchCodes.Reader(batch);
        var numbers = codes.Select(read).ToList();
        var wrong = numbers.Select((number, i) => (number, i)).Where(n => n.number is null).Select(n => new InputError($"/codes/{n.i}", NoSuchCode)).ToList();
        return wrong.Count == 0 ? [.. numbers.Select(n => n!.Value)] : throw new InvalidInput(wrong);
    }
}
