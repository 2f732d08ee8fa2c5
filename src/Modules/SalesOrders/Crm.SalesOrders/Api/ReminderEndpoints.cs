using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Dunning;
using Crm.SalesOrders.Domain.Dunning;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

/// <summary>Who was reminded of what, where mails about invoices go, and the levels of reminders.</summary>
internal static class ReminderEndpoints
{
    private const string Contact = "billingContact";

    private static readonly ListSpec<Reminder, ReminderRow> Reminders = new ListSpec<Reminder, ReminderRow>("reminders")
        .Field("plannedAt", r => r.PlannedAt)
        .Field("level", r => r.Level, sortable: false)
        .Field("state", r => r.State, sortable: false)
        .Field("invoiceId", r => r.InvoiceId, sortable: false)
        .Field("invoiceNumber", r => r.InvoiceNumber, sortable: false)
        .Field("customerId", r => r.CustomerId, sortable: false)
        .DefaultSort("-plannedAt")
        .Key(r => r.Id)
        .Select(r => new ReminderRow(
            r.Id.Value, r.InvoiceId.Value, r.InvoiceNumber, r.CustomerId, r.Level, r.State, new Money(r.Open, r.Currency).Rounded(), r.Fee, r.Tries, r.PlannedAt,
            r.EndedAt, r.ReasonEnglish == null ? null : new Phrase(r.ReasonEnglish, r.ReasonChinese!)));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/reminders", Search).WithTags("Reminders").WithList(Reminders).Requires(DunningPermissions.Read);
        var contact = routes.MapGroup("/customers/{id:guid}/billing-contact").WithTags("Reminders");
        contact.MapGet("/", Get).Requires(DunningPermissions.Read);
        contact.MapPut("/", Set).Requires(DunningPermissions.WriteContacts).WithoutIfMatch();
    }

    public static void MapAdmin(IEndpointRouteBuilder routes)
    {
        var levels = routes.MapGroup("/reminder-levels").WithTags("Reminders");
        levels.MapGet("/", Levels).Requires(DunningPermissions.WriteLevels);
        levels.MapPut("/{level:int}", Define).Requires(DunningPermissions.WriteLevels).WithoutIfMatch();
    }

    private static async Task<PageOf<ReminderRow>> Search(ListRequest request, SalesOrdersDbContext db, CancellationToken ct) =>
        await Reminders.Page(db.Reminders, await request.OverFamilies(db, "customerId", ct), ct);

    private static async Task<OneOf<BillingContactSaved>> Get(Guid id, OneRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var contact = await db.BillingContactOf(await db.ReachedFamily(id, ct), ct) ?? throw new ResourceNotFound("billing-contact", id.ToString());
        return request.Answer(Contact, BillingContactSaved.Of(contact), contact.Version);
    }

    private static async Task<Ok<BillingContactSaved>> Set(
        Guid id, SetBillingContact command, ICommandHandler<SetBillingContact, BillingContactSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { CustomerId = id }, ct));

    private static async Task<Ok<IReadOnlyList<ReminderLevelView>>> Levels(SalesOrdersDbContext db, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<ReminderLevelView>>([.. (await db.ReminderLevels.AsNoTracking().OrderBy(l => l.Level).ToListAsync(ct)).Select(ReminderLevelView.Of)]);

    private static async Task<Ok<ReminderLevelSaved>> Define(
        int level, DefineReminderLevel command, ICommandHandler<DefineReminderLevel, ReminderLevelSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Level = level }, ct));
}

/// <summary>A mail by which a customer was or will be reminded.</summary>
/// <param name="Open">What was to be paid of the invoice.</param>
/// <param name="Fee">What it costs the customer beside it, in the same currency; charged once the mail is taken.</param>
/// <param name="EndedAt">When its outcome was known.</param>
/// <param name="Reason">Why it was not taken.</param>
internal sealed record ReminderRow(
    Guid Id, Guid InvoiceId, string InvoiceNumber, Guid CustomerId, int Level, MailState State, Money Open, decimal? Fee, int Tries, DateTimeOffset PlannedAt,
    DateTimeOffset? EndedAt, Phrase? Reason);

internal sealed record ReminderLevelView(int Level, int DaysAfterDue, Phrase Subject, Phrase Text, decimal? Fee, string? FeeCurrency, bool IsActive, int Version)
{
    public static ReminderLevelView Of(ReminderLevel l) => new(l.Level, l.DaysAfterDue, l.Facts.Subject, l.Facts.Text, l.Fee, l.FeeCurrency, l.IsActive, l.Version);
}
