using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Cases;
using Crm.Customers.Domain.Cases;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Cases;

/// <summary>What is promised to customers who ask for service, who is told when it is not kept, and answers that are given often.</summary>
internal static class ServiceEndpoints
{
    private static readonly ListSpec<CaseTemplate, CaseTemplateView> Templates = new ListSpec<CaseTemplate, CaseTemplateView>("case-templates")
        .Field("code", t => t.Code)
        .Field("isActive", t => t.IsActive, sortable: false)
        .DefaultSort("code")
        .Key(t => t.Id)
        .Select(t => new CaseTemplateView(t.Code, new Phrase(t.English, t.Chinese), t.IsActive, t.Version));

    private static readonly Phrase UnknownKind = new("'any', 'request', 'complaint' or 'question' is expected.", "应为 'any'、'request'、'complaint' 或 'question'。");
    private static readonly Phrase UnknownPriority = new("'low', 'normal', 'high' or 'urgent' is expected.", "应为 'low'、'normal'、'high' 或 'urgent'。");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/case-templates", Search).WithTags("Cases").WithList(Templates).Requires(CasePermissions.Read);

    public static void MapAdmin(IEndpointRouteBuilder routes)
    {
        var service = routes.MapGroup("/").WithTags("Customer service");
        service.MapGet("/service-levels", Levels).Requires(CasePermissions.Configure);
        service.MapPut("/service-levels/{kind}/{priority}", DefineLevel).Requires(CasePermissions.Configure).WithoutIfMatch()
            .WithSummary("Working minutes to the first answer and to the solution; 'any' is every kind without a level of its own");
        service.MapGet("/escalation-levels", Escalations).Requires(CasePermissions.Configure);
        service.MapPut("/escalation-levels/{level:int}", DefineEscalation).Requires(CasePermissions.Configure).WithoutIfMatch();
        service.MapPut("/case-templates/{code}", DefineTemplate).Requires(CasePermissions.Configure).WithoutIfMatch();
    }

    private static Task<PageOf<CaseTemplateView>> Search(ListRequest request, CustomersDbContext db, CancellationToken ct) => Templates.Page(db.Set<CaseTemplate>(), request, ct);

    private static async Task<Ok<IReadOnlyList<ServiceLevelView>>> Levels(CustomersDbContext db, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<ServiceLevelView>>(
            [.. (await db.Set<ServiceLevel>().AsNoTracking().ToListAsync(ct)).OrderBy(l => l.Kind).ThenBy(l => l.Priority)
                .Select(l => new ServiceLevelView(l.Kind, l.Priority, l.ResponseMinutes, l.SolutionMinutes, l.CalendarId, l.Version))]);

    private static async Task<Ok<ServiceConfigured>> DefineLevel(
        string kind, string priority, DefineServiceLevel command, ICommandHandler<DefineServiceLevel, ServiceConfigured> handler, CancellationToken ct)
    {
        var ofKind = kind == "any" ? (CaseKind?)null : Named<CaseKind>(kind, nameof(kind), UnknownKind);
        return TypedResults.Ok(await handler.Handle(command with { Kind = ofKind, Priority = Named<CasePriority>(priority, nameof(priority), UnknownPriority) }, ct));
    }

    private static async Task<Ok<IReadOnlyList<EscalationRuleView>>> Escalations(CustomersDbContext db, CancellationToken ct) =>
        TypedResults.Ok<IReadOnlyList<EscalationRuleView>>(
            [.. (await db.Set<EscalationRule>().AsNoTracking().OrderBy(r => r.Level).ToListAsync(ct))
                .Select(r => new EscalationRuleView(r.Level, r.Deadline, r.MinutesAfter, r.PersonId, r.IsActive, r.Version))]);

    private static async Task<Ok<ServiceConfigured>> DefineEscalation(
        int level, DefineEscalation command, ICommandHandler<DefineEscalation, ServiceConfigured> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Level = level }, ct));

    private static async Task<Ok<ServiceConfigured>> DefineTemplate(
        string code, DefineCaseTemplate command, ICommandHandler<DefineCaseTemplate, ServiceConfigured> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Code = code }, ct));

    private static TEnum Named<TEnum>(string text, string parameter, Phrase expected)
        where TEnum : struct, Enum =>
        !int.TryParse(text, out _) && Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) ? value : throw new InvalidInput(parameter, expected);
}
