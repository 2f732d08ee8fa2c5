using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Rendering;
using Crm.Rendering.Files;
using Crm.SalesOrders.Application.Accounting;
using Crm.SalesOrders.Domain.Accounting;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

/// <summary>The journal, to which accounts documents are posted, and which months are closed.</summary>
internal static class JournalEndpoints
{
    private const string Resource = "journal";

    private static readonly ListSpec<JournalEntry, JournalRow> Entries = new ListSpec<JournalEntry, JournalRow>(Resource)
        .Field("number", e => e.Number)
        .Field("postedOn", e => e.PostedOn)
        .Field("documentOn", e => e.DocumentOn, sortable: false)
        .Field("kind", e => e.Kind, sortable: false)
        .Field("documentId", e => e.DocumentId, sortable: false)
        .Field("documentNumber", e => e.DocumentNumber, sortable: false)
        .Field("customerId", e => e.CustomerId, sortable: false)
        .Field("orderId", e => e.OrderId, sortable: false)
        .Field("currency", e => e.Currency, sortable: false)
        .DefaultSort("-number")
        .Key(e => e.Id)
        .Select(e => new JournalRow(
            e.Id, e.Number, e.Kind, e.DocumentId, e.DocumentNumber, e.OrderId.Value, e.CustomerId, e.DocumentOn, e.PostedOn, e.Currency, e.CompanyCurrency, e.CompanyRate,
            e.Lines.OrderBy(l => l.Position).Select(l => new JournalRowLine(l.Role, l.Account, l.AccountName, l.Debit, l.Credit, l.CompanyDebit, l.CompanyCredit)).ToList()));

    private static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("number", "Entry", "凭证号", ValueFormat.Integer), new("postedOn", "Posted on", "记账日期", ValueFormat.Date),
        new("documentOn", "Document date", "单据日期", ValueFormat.Date), new("kind", "Kind", "类型", ValueFormat.Text),
        new("documentNumber", "Document", "单据号", ValueFormat.Text), new("documentId", "Document id", "单据标识", ValueFormat.Text),
        new("customerId", "Customer id", "客户标识", ValueFormat.Text), new("account", "Account", "科目", ValueFormat.Text),
        new("accountName", "Account name", "科目名称", ValueFormat.Text), new("debit", "Debit", "借方", ValueFormat.Decimal(4)),
        new("credit", "Credit", "贷方", ValueFormat.Decimal(4)), new("currency", "Currency", "币种", ValueFormat.Text),
        new("companyDebit", "Debit in company currency", "本位币借方", ValueFormat.Decimal(4)), new("companyCredit", "Credit in company currency", "本位币贷方", ValueFormat.Decimal(4)),
        new("companyCurrency", "Company currency", "本位币", ValueFormat.Text), new("companyRate", "Exchange rate", "汇率", ValueFormat.Decimal(8)),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var journal = routes.MapGroup("/journal").WithTags("Journal");
        journal.MapGet("/", Search).WithList(Entries).Requires(AccountingPermissions.Read);
        journal.MapGet("/balances", Balances).WithSummary("Debits and credits per account and currency").Requires(AccountingPermissions.Read);
        journal.MapGet("/export", Export).WithSummary("Every line of a period as CSV for the finance system")
            .Produces<string>(StatusCodes.Status200OK, "text/csv").Requires(AccountingPermissions.Read);
        routes.MapPost("/orders/{id:guid}/write-off", WriteOff).WithTags("Journal").Requires(AccountingPermissions.WriteOff);
        routes.MapPost("/orders/{id:guid}/recover", Recover).WithTags("Journal").WithSummary("Expect again what was written off").Requires(AccountingPermissions.WriteOff);
    }

    public static void MapAdmin(IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/accounts").WithTags("Journal");
        accounts.MapGet("/", Accounts).Requires(AccountingPermissions.WriteAccounts);
        accounts.MapPut("/", Set).Requires(AccountingPermissions.WriteAccounts).WithoutIfMatch();
        var books = routes.MapGroup("/books").WithTags("Journal");
        books.MapGet("/", Books).Requires(AccountingPermissions.CloseMonths);
        books.MapPost("/close", Close).Requires(AccountingPermissions.CloseMonths);
        books.MapPost("/reopen", Reopen).Requires(AccountingPermissions.CloseMonths);
    }

    private static async Task<PageOf<JournalRow>> Search(ListRequest request, SalesOrdersDbContext db, CancellationToken ct) =>
        await Entries.Page(db.JournalEntries, await request.OverFamilies(db, "customerId", ct), ct);

    private static async Task<Ok<IReadOnlyList<AccountBalance>>> Balances(DateOnly? from, DateOnly? to, SalesOrdersDbContext db, CancellationToken ct)
    {
        var sums = await Period(db, from, to).SelectMany(e => e.Lines, (e, l) => new { l.Role, l.Account, e.Currency, e.CompanyCurrency, l.Debit, l.Credit, l.CompanyDebit, l.CompanyCredit })
            .GroupBy(l => new { l.Role, l.Account, l.Currency, l.CompanyCurrency })
            .Select(g => new AccountBalance(g.Key.Role, g.Key.Account, g.Key.Currency, g.Sum(l => l.Debit), g.Sum(l => l.Credit), g.Key.CompanyCurrency, g.Sum(l => l.CompanyDebit), g.Sum(l => l.CompanyCredit))).ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<AccountBalance>>([.. sums.OrderBy(s => s.Account, StringComparer.Ordinal).ThenBy(s => s.Currency, StringComparer.Ordinal).Select(s => s.Known())]);
    }

    private static PushStreamHttpResult Export(DateOnly? from, DateOnly? to, SalesOrdersDbContext db, CallerContext caller, CancellationToken ct) => TypedResults.Stream(
        destination => CsvTableWriter.Write(destination, new TableStream(new Phrase("Journal", "会计分录"), Columns, Lines(db, from, to)), new ReaderFormat(caller.Language), ct: ct),
        "text/csv", "journal.csv");

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Lines(SalesOrdersDbContext db, DateOnly? from, DateOnly? to)
    {
        // One row after the other: a year of entries never lies in memory. Programs read it, so kinds are called as everywhere in the API.
        var lines = Period(db, from, to).SelectMany(
            e => e.Lines, (e, l) => new { e.Number, e.PostedOn, e.DocumentOn, e.Kind, e.DocumentNumber, e.DocumentId, e.CustomerId, e.Currency, e.CompanyCurrency, e.CompanyRate, Line = l });
        await foreach (var l in lines.OrderBy(l => l.Number).ThenBy(l => l.Line.Position).AsAsyncEnumerable())
        {
            yield return
            [
                l.Number, l.PostedOn, l.DocumentOn, Enums.Name(l.Kind), l.DocumentNumber, l.DocumentId.ToString(), l.CustomerId.ToString(), l.Line.Account,
                l.Line.AccountName, InDigits(l.Line.Debit, l.Currency), InDigits(l.Line.Credit, l.Currency), l.Currency,
                InDigits(l.Line.CompanyDebit, l.CompanyCurrency), InDigits(l.Line.CompanyCredit, l.CompanyCurrency), l.CompanyCurrency, l.CompanyRate,
            ];
        }
    }

    // As many decimals as the currency has, whichever database it comes from.
    private static decimal InDigits(decimal amount, string currency) => Currencies.Round(amount, currency) + new decimal(0, 0, 0, isNegative: false, (byte)Currencies.Digits(currency));

    private static object? InDigits(decimal? amount, string? currency) => amount is { } known && currency is not null ? InDigits(known, currency) : null;

    private static IQueryable<JournalEntry> Period(SalesOrdersDbContext db, DateOnly? from, DateOnly? to) =>
        db.JournalEntries.AsNoTracking().Where(e => (from == null || e.PostedOn >= from) && (to == null || e.PostedOn <= to));

    private static async Task<Ok<ReceivableWrittenOff>> WriteOff(
        Guid id, WriteOffReceivable command, ICommandHandler<WriteOffReceivable, ReceivableWrittenOff> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<ReceivableWrittenOff>> Recover(
        Guid id, RecoverReceivable command, ICommandHandler<RecoverReceivable, ReceivableWrittenOff> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<IReadOnlyList<AccountSaved>>> Accounts(SalesOrdersDbContext db, CancellationToken ct)
    {
        var accounts = await db.Accounts.AsNoTracking().ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<AccountSaved>>([.. accounts.OrderBy(a => a.Role).ThenBy(a => a.For, StringComparer.Ordinal).Select(AccountSaved.Of)]);
    }

    private static async Task<Ok<AccountSaved>> Set(SetAccount command, ICommandHandler<SetAccount, AccountSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command, ct));

    private static async Task<Ok<BooksSaved>> Books(SalesOrdersDbContext db, CancellationToken ct) => TypedResults.Ok(BooksSaved.Of(await db.Books.AsNoTracking().SingleAsync(ct)));

    private static async Task<Ok<BooksSaved>> Close(CloseMonths command, ICommandHandler<CloseMonths, BooksSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command, ct));

    private static async Task<Ok<BooksSaved>> Reopen(ReopenMonths command, ICommandHandler<ReopenMonths, BooksSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command, ct));
}

/// <param name="Number">Without gaps.</param>
/// <param name="DocumentOn">Date of the document.</param>
/// <param name="PostedOn">The same, or the first open day where its month was closed.</param>
/// <param name="CompanyCurrency">In which the company keeps its books; null where no rate was known.</param>
/// <param name="CompanyRate">Its units for one unit of the currency.</param>
internal sealed record JournalRow(
    Guid Id, long Number, DocumentKind Kind, Guid DocumentId, string DocumentNumber, Guid OrderId, Guid CustomerId, DateOnly DocumentOn, DateOnly PostedOn, string Currency,
    string? CompanyCurrency, decimal? CompanyRate, IReadOnlyList<JournalRowLine> Lines);

internal sealed record JournalRowLine(AccountRole Role, string Account, string Name, decimal Debit, decimal Credit, decimal? CompanyDebit, decimal? CompanyCredit);

/// <param name="CompanyCurrency">In which the company keeps its books; null where no rate was known, and so no amount in it.</param>
internal sealed record AccountBalance(
    AccountRole Role, string Account, string Currency, decimal Debit, decimal Credit, string? CompanyCurrency, decimal? CompanyDebit, decimal? CompanyCredit)
{
    /// <summary>A sum over nothing that is known is zero for the database.</summary>
    public AccountBalance Known() => CompanyCurrency is null ? this with { CompanyDebit = null, CompanyCredit = null } : this;
}
