using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Operations;
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

/// <summary>By what rules customers are taken for the same, and the run that applies them to all.</summary>
internal static class DedupeRuleEndpoints
{
    private const string Resource = "duplicate-rules";

    public static void MapAdmin(IEndpointRouteBuilder routes)
    {
        var rules = routes.MapGroup("/duplicate-rules").WithTags("Duplicates");
        rules.MapGet("/{kind}", Get).WithSummary("The rules in force for organisations or persons").Requires(DuplicatesPermissions.Configure);
        rules.MapPut("/{kind}", Change).WithSummary("Without rules: those that come with the system").Requires(DuplicatesPermissions.Configure);
        rules.MapPost("/{kind}/try", Try).WithSummary("How two customers compare, by the rules in force or by others").Requires(DuplicatesPermissions.Configure);
        routes.MapPost("/duplicates/compare", Compare).WithTags("Duplicates").WithSummary("Compare all customers, or those that have changed, with all others")
            .Requires(DuplicatesPermissions.Configure);
    }

    private static async Task<OneOf<DedupeRuleView>> Get(string kind, OneRequest request, CustomersDbContext db, CancellationToken ct)
    {
        var wanted = KindOf(kind);
        var rule = await db.Set<DedupeRule>().AsNoTracking().SingleAsync(r => r.Kind == wanted, ct);
        var definition = rule.Definition is { } own ? DedupeRuleText.Read(own) : RulesInForceReading.BuiltIn(wanted);
        return request.Answer(Resource, new DedupeRuleView(wanted, rule.Definition is null, rule.ChangedAt, DedupeRuleText.Of(definition), rule.Version), rule.Version);
    }

    private static async Task<Ok<DedupeRuleReply>> Change(
        string kind, ChangeDedupeRules change, ICommandHandler<ChangeDedupeRules, DedupeRuleReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(change with { Kind = KindOf(kind) }, ct));

    private static async Task<Ok<TryOutView>> Try(string kind, TryRules asked, CustomersDbContext db, CallerContext caller, CancellationToken ct)
    {
        var wanted = KindOf(kind);
        if (asked.Rules is { } rules) DedupeRuleCheck.Require(wanted, rules, "/rules");
        var (first, second) = (new CustomerId(asked.FirstId), new CustomerId(asked.SecondId));
        foreach (var id in new[] { first, second })
        {
            if (!await db.Customers.AnyAsync(c => c.Id == id && c.Kind == wanted, ct)) throw new ResourceNotFound("customer", id.Value.ToString());
        }

        var found = await db.MatchOf(asked.FirstId, asked.SecondId, asked.Rules?.Definition(), ct) ?? throw new ResourceNotFound("customer", asked.SecondId.ToString());
        return TypedResults.Ok(new TryOutView(
            found.Match.Score, found.Match.Band, found.AreCompared, FieldMatchView.Of(found.Match, caller.Caller), found.Match.SharedNotCounted));
    }

    private static async Task<AcceptedOperation> Compare(StartComparison start, ICommandHandler<StartComparison, OperationId> handler, CancellationToken ct) =>
        Operations.Accepted(await handler.Handle(start, ct));

    private static CustomerKind KindOf(string kind) =>
        Enums.Parse(typeof(CustomerKind), kind) is CustomerKind known ? known : throw new ResourceNotFound("duplicate-rules", kind);
}

/// <param name="Kind">Of the customers.</param>
/// <param name="AreBuiltIn">They are those that come with the system.</param>
/// <param name="ChangedAt">When the company last changed them.</param>
/// <param name="Rules">In full.</param>
/// <param name="Version">Of the rules; send it as If-Match.</param>
internal sealed record DedupeRuleView(CustomerKind Kind, bool AreBuiltIn, DateTimeOffset? ChangedAt, DedupeRuleText Rules, int Version);

/// <param name="FirstId">A customer of the kind.</param>
/// <param name="SecondId">Another one.</param>
/// <param name="Rules">To try; left out, those in force.</param>
internal sealed record TryRules(Guid FirstId, Guid SecondId, DedupeRuleText? Rules = null);
