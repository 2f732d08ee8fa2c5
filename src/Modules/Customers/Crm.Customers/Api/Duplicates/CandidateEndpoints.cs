using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Duplicates;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;
using Crm.Customers.Persistence;
using Crm.Customers.Persistence.Duplicates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Duplicates;

/// <summary>Pairs of customers that may be the same, and what is decided about them.</summary>
internal static class CandidateEndpoints
{
    private const string Resource = "duplicate-candidates";
    private const string Owner = "ownerId";
    private const string CustomerOf = "customerId";

    private static readonly Phrase NotAnId = new("An id is expected.", "应为 id。");

    private static readonly ListSpec<DuplicateCandidate, CandidateRow> List = new ListSpec<DuplicateCandidate, CandidateRow>(Resource)
        .Field("score", c => c.Score)
        .Field("band", c => c.Band, sortable: false)
        .Field("state", c => c.State, sortable: false)
        .Field("foundAt", c => c.FoundAt)
        .Parameter(Owner)
        .Parameter(CustomerOf)
        .DefaultSort("-score")
        .Key(c => c.Id)
        .Select(CandidateRow.FromCandidate);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var candidates = routes.MapGroup("/duplicate-candidates").WithTags("Duplicates");
        candidates.MapGet("/", Search).WithList(List).WithSummary("Also by ownerId and customerId, of either of the two").Requires(DuplicatesPermissions.Read);
        candidates.MapGet("/{id:guid}", Get).Requires(DuplicatesPermissions.Read);
        candidates.MapPost("/{id:guid}/reject", Reject).WithSummary("They are not the same: not asked again until one of them changes").Requires(DuplicatesPermissions.Write);
        candidates.MapPost("/{id:guid}/reopen", Reopen).Requires(DuplicatesPermissions.Write);
    }

    private static Task<PageOf<CandidateRow>> Search(ListRequest request, CustomersDbContext db, CancellationToken ct)
    {
        var candidates = db.Candidates();
        if (IdIn(request, Owner) is { } owner) candidates = candidates.Where(c => c.First!.OwnerId == owner || c.Second!.OwnerId == owner);
        if (IdIn(request, CustomerOf) is { } customer)
        {
            var id = new CustomerId(customer);
            candidates = candidates.Where(c => c.FirstId == id || c.SecondId == id);
        }

        return List.Page(candidates, request, ct);
    }

    private static async Task<OneOf<CandidateView>> Get(Guid id, OneRequest request, CustomersDbContext db, CallerContext caller, CancellationToken ct)
    {
        var key = new DuplicateCandidateId(id);
        var row = await db.Candidates().AsNoTracking().Where(c => c.Id == key).Select(CandidateRow.FromCandidate).SingleOrDefaultAsync(ct)
            ?? throw new ResourceNotFound("duplicate-candidate", id.ToString());
        var match = row is { First.Id: { } first, Second.Id: { } second } ? await db.MatchOf(first, second, rules: null, ct) : null;
        var view = new CandidateView(row, match is null ? [] : FieldMatchView.Of(match.Match, caller.Caller), match?.Match.SharedNotCounted ?? 0);
        return request.Answer(Resource, view, row.Version, isCoveredByVersion: false);
    }

    private static async Task<Ok<CandidateReply>> Reject(
        Guid id, RejectCandidate decision, ICommandHandler<RejectCandidate, CandidateReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(decision with { Id = id }, ct));

    private static async Task<Ok<CandidateReply>> Reopen(Guid id, ICommandHandler<ReopenCandidate, CandidateReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ReopenCandidate(id), ct));

    private static Guid? IdIn(ListRequest request, string parameter)
    {
        var text = request.Query[parameter].ToString();
        if (text.Length == 0) return null;
        return Guid.TryParse(text, out var id) ? id : throw new InvalidInput(parameter, NotAnId);
    }
}
