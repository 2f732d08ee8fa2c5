using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Privacy;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Privacy;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Privacy;

/// <summary>What customers agreed to, and what they can agree to.</summary>
internal static class ConsentEndpoints
{
    private static readonly ListSpec<Consent, ConsentView> History = new ListSpec<Consent, ConsentView>("consents")
        .Field("at", c => c.At)
        .Field("purpose", c => c.Purpose, sortable: false)
        .Field("channel", c => c.Channel, sortable: false)
        .Field("isGiven", c => c.IsGiven, sortable: false)
        .DefaultSort("-at")
        .Key(c => c.Id)
        .Select(c => new ConsentView(
            c.Id.Value, c.CustomerId.Value, c.Purpose, c.Channel, c.ContactPoint, c.IsGiven, c.Source, c.TextVersion, c.Evidence, c.At, c.RecordedAt, c.RecordedBy));

    private static readonly Phrase Channels = new("Known channels: {0}.", "可用的渠道：{0}。");

    public static void Map(IEndpointRouteBuilder routes)
    {
        var consents = routes.MapGroup("/customers/{id:guid}/consents").WithTags("Privacy");
        consents.MapGet("/", Current).WithSummary("What holds now, by purpose, channel and number or address").Requires(PrivacyPermissions.Read);
        consents.MapGet("/history", Search).WithList(History).Requires(PrivacyPermissions.Read);
        consents.MapGet("/answer", Answer).WithSummary("Whether a use is agreed to, and by which line of the ledger").Requires(PrivacyPermissions.Read);
        consents.MapPost("/", Record).Requires(PrivacyPermissions.Write);
        routes.MapGet("/consent-purposes", Purposes).WithTags("Privacy").Requires(PrivacyPermissions.Read);
    }

    public static void MapAdmin(IEndpointRouteBuilder routes)
    {
        var purposes = routes.MapGroup("/consent-purposes").WithTags("Privacy");
        purposes.MapGet("/", Purposes).Requires(PrivacyPermissions.Configure);
        purposes.MapPut("/{code}", Put).WithoutIfMatch().WithSummary("Adds a purpose, or with If-Match changes one").Requires(PrivacyPermissions.Configure);
    }

    private static async Task<Ok<IReadOnlyList<ConsentView>>> Current(Guid id, CustomersDbContext db, CancellationToken ct)
    {
        var all = await Of(id, db, ct);
        var now = all.GroupBy(c => (c.Purpose, c.Channel, c.ContactPoint)).Select(g => Consent.Deciding(g)!).OrderBy(c => c.Purpose, StringComparer.Ordinal).ThenBy(c => c.Channel);
        return TypedResults.Ok<IReadOnlyList<ConsentView>>([.. now.Select(ConsentView.Of)]);
    }

    private static async Task<PageOf<ConsentView>> Search(Guid id, ListRequest request, CustomersDbContext db, CancellationToken ct)
    {
        var family = await db.SeenFamilyOf(id, ct);
        return await History.Page(db.Set<Consent>().Where(c => family.Contains(c.CustomerId)), request, ct);
    }

    private static async Task<Ok<ConsentAnswer>> Answer(Guid id, string purpose, string channel, string? contactPoint, CustomersDbContext db, CancellationToken ct)
    {
        if (Enums.Parse(typeof(ConsentChannel), channel) is not ConsentChannel by) throw new InvalidInput("channel", Channels, string.Join(", ", Enums.Names(typeof(ConsentChannel))));
        var point = await NormalisedPoint.Of(db, new CustomerId(id), by, contactPoint, ct);
        var deciding = Consent.Deciding((await Of(id, db, ct)).Where(c => c.Purpose == purpose && c.Covers(by, point)));
        return TypedResults.Ok(new ConsentAnswer(deciding?.IsGiven == true, deciding is null ? null : ConsentView.Of(deciding)));
    }

    private static async Task<Created<ConsentSaved>> Record(Guid id, RecordConsent command, ICommandHandler<RecordConsent, ConsentSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command with { CustomerId = id }, ct);
        return TypedResults.Created($"/api/v1/customers/customers/{saved.CustomerId}/consents/history", saved);
    }

    private static async Task<Ok<IReadOnlyList<ConsentPurposeView>>> Purposes(CustomersDbContext db, CancellationToken ct) => TypedResults.Ok<IReadOnlyList<ConsentPurposeView>>(
        await db.Set<ConsentPurpose>().OrderBy(p => p.Code).Select(p => new ConsentPurposeView(p.Code, new Phrase(p.English, p.Chinese), p.IsRetired, p.Version)).ToListAsync(ct));

    private static async Task<Ok<ConsentPurposeSaved>> Put(string code, PutConsentPurpose command, ICommandHandler<PutConsentPurpose, ConsentPurposeSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Code = code }, ct));

    private static async Task<List<Consent>> Of(Guid id, CustomersDbContext db, CancellationToken ct)
    {
        var family = await db.SeenFamilyOf(id, ct);
        return await db.Set<Consent>().AsNoTracking().Where(c => family.Contains(c.CustomerId)).ToListAsync(ct);
    }
}

/// <summary>A line of the ledger.</summary>
/// <param name="CustomerId">To whom it was said; after a merge also one that leads to the customer that was asked for.</param>
/// <param name="ContactPoint">The one number or address that it is about; null: all of the channel.</param>
/// <param name="IsGiven">False where it was withdrawn.</param>
internal sealed record ConsentView(
    Guid Id, Guid CustomerId, string Purpose, ConsentChannel Channel, [property: MaskedAs(Application.CustomerFields.Number)] string? ContactPoint, bool IsGiven, string Source,
    string? TextVersion, string? Evidence, DateTimeOffset At, DateTimeOffset RecordedAt, Guid RecordedBy)
{
    public static ConsentView Of(Consent c) => new(
        c.Key, c.CustomerId.Value, c.Purpose, c.Channel, c.ContactPoint, c.IsGiven, c.Source, c.TextVersion, c.Evidence, c.At, c.RecordedAt, c.RecordedBy);
}

/// <param name="IsAllowed">Whether the latest line that covers it says yes; where nobody said anything it is not.</param>
/// <param name="Deciding">That line.</param>
internal sealed record ConsentAnswer(bool IsAllowed, ConsentView? Deciding);

internal sealed record ConsentPurposeView(string Code, Phrase Name, bool IsRetired, int Version);
