using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Approval;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

/// <summary>The rules by which a confirmation has to be approved.</summary>
internal static class ApprovalRuleEndpoints
{
    private const string Resource = "approval-rules";

    private static readonly ListSpec<ApprovalRule, ApprovalRuleRow> List = new ListSpec<ApprovalRule, ApprovalRuleRow>(Resource)
        .Field("name", r => r.Name)
        .Field("kind", r => r.Kind, sortable: false)
        .Field("isActive", r => r.IsActive, sortable: false)
        .DefaultSort("name")
        .Key(r => r.Id)
        .SearchIn("name")
        .Select(ApprovalRuleRow.FromRule);

    public static void MapAdmin(IEndpointRouteBuilder routes)
    {
        var rules = routes.MapGroup("/approval-rules").WithTags("Approval rules");
        rules.MapGet("/", Search).WithList(List).Requires(SalesOrdersPermissions.WriteRules);
        rules.MapGet("/{id:guid}", Get).Requires(SalesOrdersPermissions.WriteRules);
        rules.MapPost("/", Make).Requires(SalesOrdersPermissions.WriteRules);
        rules.MapPut("/{id:guid}", Change).Requires(SalesOrdersPermissions.WriteRules);
        rules.MapDelete("/{id:guid}", Delete).Requires(SalesOrdersPermissions.WriteRules);
    }

    private static Task<PageOf<ApprovalRuleRow>> Search(ListRequest request, SalesOrdersDbContext db, CancellationToken ct) => List.Page(db.ApprovalRules, request, ct);

    private static async Task<OneOf<ApprovalRuleView>> Get(Guid id, OneRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var key = new ApprovalRuleId(id);
        var rule = await db.ApprovalRules.AsNoTracking().SingleOrDefaultAsync(r => r.Id == key, ct) ?? throw new ResourceNotFound("approval-rule", id.ToString());
        return request.Answer(Resource, ApprovalRuleView.Of(rule), rule.Version);
    }

    private static async Task<Created<ApprovalRuleSaved>> Make(MakeApprovalRule command, ICommandHandler<MakeApprovalRule, ApprovalRuleSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"/admin/v1/sales-orders/approval-rules/{saved.Id}", saved);
    }

    private static async Task<Ok<ApprovalRuleSaved>> Change(
        Guid id, ChangeApprovalRule command, ICommandHandler<ChangeApprovalRule, ApprovalRuleSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<NoContent> Delete(Guid id, ICommandHandler<DeleteApprovalRule, ApprovalRuleSaved> handler, CancellationToken ct)
    {
        await handler.Handle(new DeleteApprovalRule(id), ct);
        return TypedResults.NoContent();
    }
}
