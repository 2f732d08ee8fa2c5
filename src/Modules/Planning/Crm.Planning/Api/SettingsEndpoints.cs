using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Application.Policy;
using Crm.Planning.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Api;

/// <summary>How the company plans.</summary>
internal static class SettingsEndpoints
{
    private const string Resource = "planningSettings";

    public static void MapAdmin(IEndpointRouteBuilder routes)
    {
        var settings = routes.MapGroup("/settings").WithTags("Settings");
        settings.MapGet("/", Get).Requires(SettingsPermissions.Read);
        // There is nothing to match before somebody sets them first.
        settings.MapPut("/", Set).Requires(SettingsPermissions.Manage).WithoutIfMatch();
    }

    private static async Task<OneOf<PolicyView>> Get(OneRequest request, PlanningDbContext db, CancellationToken ct)
    {
        var policy = PolicyView.Of(await db.Policies.AsNoTracking().SingleOrDefaultAsync(ct));
        return request.Answer(Resource, policy, policy.Version);
    }

    private static async Task<Ok<PolicyView>> Set(SetPlanningPolicy command, ICommandHandler<SetPlanningPolicy, PolicyView> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command, ct));
}
