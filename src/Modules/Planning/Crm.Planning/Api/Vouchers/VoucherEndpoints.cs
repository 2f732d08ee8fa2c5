using System.Text;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Application.Promotions;
using Crm.Planning.Application.Vouchers;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Domain.Vouchers;
using Crm.Planning.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Api.Vouchers;

/// <summary>Codes of promotions: issued in batches, fetched by few, withdrawn.</summary>
internal static class VoucherEndpoints
{
    private const string CodesOf = "planning.fetch-voucher-codes";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var issued = routes.MapGroup("/promotions/{id:guid}/vouchers").WithTags("Vouchers");
        issued.MapGet("/", Batches).Requires(PromotionPermissions.ReadVouchers);
        issued.MapPost("/", Issue).WithSummary("Make codes that nobody can guess").Requires(PromotionPermissions.IssueVouchers);

        var batch = routes.MapGroup("/vouchers/{id:guid}").WithTags("Vouchers");
        batch.MapGet("/", Get).Requires(PromotionPermissions.ReadVouchers);
        batch.MapGet("/codes", Codes).WithSummary("The codes themselves, one in each line; that they were fetched is written down")
            .Produces<string>(StatusCodes.Status200OK, "text/csv").Requires(PromotionPermissions.RevealVouchers);
        batch.MapPost("/withdrawals", Withdraw).WithSummary("Make all codes of a batch worthless, or some").Requires(PromotionPermissions.IssueVouchers);
    }

    private static async Task<Ok<IReadOnlyList<VoucherBatchView>>> Batches(Guid id, PlanningDbContext db, CancellationToken ct)
    {
        var key = new PromotionId(id);
        if (!await db.Set<Promotion>().AnyAsync(p => p.Id == key, ct)) throw new ResourceNotFound("promotion", id.ToString());
        var batches = await db.Set<VoucherBatch>().AsNoTracking().AsSplitQuery().Where(b => b.PromotionId == id).OrderBy(b => b.Id).ToListAsync(ct);
        var views = new List<VoucherBatchView>();
        foreach (var batch in batches) views.Add(await VoucherBatchView.Of(db, batch, ct));
        return TypedResults.Ok<IReadOnlyList<VoucherBatchView>>(views);
    }

    private static async Task<Created<VouchersIssued>> Issue(Guid id, VouchersInput body, ICommandHandler<IssueVouchers, VouchersIssued> handler, CancellationToken ct)
    {
        var issued = await handler.Handle(new IssueVouchers(id, body.Prefix, body.Count, body.ValidTo), ct);
        return TypedResults.Created($"/api/v1/planning/vouchers/{issued.BatchId}", issued);
    }

    private static async Task<Ok<VoucherBatchView>> Get(Guid id, PlanningDbContext db, CancellationToken ct) =>
        TypedResults.Ok(await VoucherBatchView.Of(db, await db.Batch(id, ct), ct));

    private static async Task<PushStreamHttpResult> Codes(
        Guid id, PlanningDbContext db, Transactions transactions, HttpResponse response, CancellationToken ct, bool withdrawn = false)
    {
        var batch = await db.Batch(id, ct);
        await transactions.Run(db, _ =>
        {
            db.AddAuditEntry(CodesOf, "voucher-batch", id, new { withdrawn });
            return Task.FromResult(true);
        }, ct);
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(destination => Write(destination, batch, withdrawn, ct), "text/csv", $"{batch.Prefix}.csv");
    }

    private static async Task Write(Stream destination, VoucherBatch batch, bool withdrawn, CancellationToken ct)
    {
        await using var lines = new StreamWriter(destination, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        lines.NewLine = "\r\n";
        await lines.WriteLineAsync("code".AsMemory(), ct);
        foreach (var code in BatchCodes.Of(batch, withdrawn)) await lines.WriteLineAsync(code.AsMemory(), ct);
    }

    private static async Task<Ok<VouchersTakenBack>> Withdraw(
        Guid id, WithdrawalInput body, ICommandHandler<WithdrawVouchers, VouchersTakenBack> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new WithdrawVouchers(id, body.All, body.Codes), ct));
}

/// <inheritdoc cref="IssueVouchers"/>
internal sealed record VouchersInput(string Prefix, int Count, DateOnly? ValidTo = null);

/// <summary>Which codes of a batch are to be worth nothing.</summary>
internal sealed record WithdrawalInput
{
    /// <summary>The whole batch.</summary>
    public bool All { get; init; }

    /// <summary>Otherwise these, however they are typed; at most 10,000 at once.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];
}

/// <summary>Codes that were issued together, without the codes.</summary>
/// <param name="Withdrawn">Codes of it that are worth nothing any more.</param>
/// <param name="Used">Codes of it that binding orders have used, as far as it was heard.</param>
internal sealed record VoucherBatchView(
    Guid Id, Guid PromotionId, string PromotionCode, string Prefix, int Count, DateOnly? ValidTo, DateTimeOffset IssuedAt, int Withdrawn, int Used)
{
    public static async Task<VoucherBatchView> Of(PlanningDbContext db, VoucherBatch b, CancellationToken ct)
    {
        var (code, prefix) = (b.PromotionCode, $"{b.Prefix}-");
        var used = await db.Set<PromotionRedemption>().Where(r => r.Code == code && !r.IsReleased && r.Coupon.StartsWith(prefix)).Select(r => r.Coupon).Distinct().CountAsync(ct);
        return new VoucherBatchView(
            b.Id.Value, b.PromotionId, code, b.Prefix, b.Count, b.ValidTo, b.IssuedAt, b.WithdrawnAt is null ? b.Withdrawn.Count : b.Count, used);
    }
}
