using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Loyalty;
using Crm.SalesOrders.Domain.Loyalty;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

/// <summary>Points of customers: what there is, how it came about, and what can be done with it.</summary>
internal static class PointsEndpoints
{
    private const string Program = "loyaltyProgram";

    private static readonly ListSpec<PointsEntry, PointsRow> Entries = new ListSpec<PointsEntry, PointsRow>("points")
        .Field("number", e => e.Number)
        .Field("kind", e => e.Kind, sortable: false)
        .Field("orderId", e => e.OrderId, sortable: false)
        .Field("on", e => e.On, sortable: false)
        .DefaultSort("-number")
        .Key(e => e.Id)
        .Select(e => new PointsRow(e.Id, e.Number, e.On, e.Kind, e.Points, e.BalanceAfter, e.OrderId.Value, e.ValidUntil, e.Left, e.RecordedAt));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var points = routes.MapGroup("/customers/{id:guid}/points").WithTags("Points");
        points.MapGet("/", Get).WithSummary("How many points there are, and which expire when").Requires(LoyaltyPermissions.Read);
        points.MapGet("/statement", Statement).WithList(Entries).WithSummary("Every point that came and went, with the balance after each").Requires(LoyaltyPermissions.Read);
        routes.MapPost("/orders/{id:guid}/pay-with-points", Pay).WithTags("Points").Requires(LoyaltyPermissions.Spend);
    }

    public static void MapAdmin(IEndpointRouteBuilder routes)
    {
        var program = routes.MapGroup("/loyalty-program").WithTags("Points");
        program.MapGet("/", GetProgram).Requires(LoyaltyPermissions.WriteProgram);
        program.MapPut("/", SetProgram).Requires(LoyaltyPermissions.WriteProgram).WithoutIfMatch();
    }

    internal static async Task<Ok<PointsView>> Get(Guid id, SalesOrdersDbContext db, CallerContext caller, TimeProvider time, CancellationToken ct)
    {
        var accounts = AccountsOf(db, await db.ReachedFamily(id, ct));
        var today = BusinessDay.Of(time, caller.Caller);
        var balances = await accounts.Select(a => a.Balance).ToListAsync(ct);
        var left = await accounts.SelectMany(a => a.Entries).Where(e => e.Left > 0)
            .GroupBy(e => e.ValidUntil).Select(g => new { ValidUntil = g.Key, Points = g.Sum(e => e.Left) }).ToListAsync(ct);
        var valid = left.Where(l => l.ValidUntil is null || l.ValidUntil >= today).OrderBy(l => l.ValidUntil ?? DateOnly.MaxValue).ToList();
        var available = PointsAccount.Spendable(valid.Sum(l => l.Points), balances);
        return TypedResults.Ok(new PointsView(id, balances.Sum(), available, [.. valid.Select(l => new ExpiringPoints(l.ValidUntil, l.Points))]));
    }

    private static async Task<PageOf<PointsRow>> Statement(Guid id, ListRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var accounts = AccountsOf(db, await db.ReachedFamily(id, ct));
        return await Entries.Page(accounts.SelectMany(a => a.Entries), request, ct);
    }

    private static IQueryable<PointsAccount> AccountsOf(SalesOrdersDbContext db, List<Guid> family) => db.PointsAccounts.Where(a => EF.Parameter(family).Contains(a.CustomerId));

    private static async Task<Ok<PaidWithPoints>> Pay(Guid id, PayWithPoints command, ICommandHandler<PayWithPoints, PaidWithPoints> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<OneOf<LoyaltyProgramSaved>> GetProgram(OneRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var program = await db.LoyaltyPrograms.AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new ResourceNotFound("loyalty-program", "");
        return request.Answer(Program, LoyaltyProgramSaved.Of(program), program.Version);
    }

    private static async Task<Ok<LoyaltyProgramSaved>> SetProgram(
        SetLoyaltyProgram command, ICommandHandler<SetLoyaltyProgram, LoyaltyProgramSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command, ct));
}

/// <param name="Balance">Sum of all entries, of merged customers too; below zero when goods came back whose points had been spent.</param>
/// <param name="Available">What may be spent today.</param>
/// <param name="Expiring">Of it, what expires when, the first first.</param>
internal sealed record PointsView(Guid CustomerId, long Balance, long Available, IReadOnlyList<ExpiringPoints> Expiring);

/// <param name="ValidUntil">The last day; null: never.</param>
/// <param name="Points">That expire after it.</param>
internal sealed record ExpiringPoints(DateOnly? ValidUntil, long Points);

/// <param name="Number">From 1, within the account.</param>
/// <param name="Points">Negative where points go.</param>
/// <param name="BalanceAfter">Of the account it stands on: a merged customer's goes on beside the survivor's.</param>
/// <param name="Left">Neither spent, expired nor taken back.</param>
internal sealed record PointsRow(
    Guid Id, int Number, DateOnly On, PointsKind Kind, long Points, long BalanceAfter, Guid OrderId, DateOnly? ValidUntil, long Left, DateTimeOffset RecordedAt);
