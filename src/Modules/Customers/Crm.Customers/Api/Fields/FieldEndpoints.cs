using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Audit;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application;
using Crm.Customers.Application.Fields;
using Crm.Customers.Domain.Fields;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Fields;

/// <summary>The company's own fields: read by whoever reads customers, defined by administrators.</summary>
internal static class FieldEndpoints
{
    private static readonly ListSpec<CustomField, FieldView> List = new ListSpec<CustomField, FieldView>(FieldInput.Resource)
        .Field("key", f => f.FieldKey)
        .Field("names.english", f => f.Name)
        .Field("type", f => f.Type, sortable: false)
        .Field("isPersonal", f => f.IsPersonal, sortable: false)
        .Field("isRetired", f => f.IsRetired, sortable: false)
        .DefaultSort("key")
        .Key(f => f.Id)
        .Select(f => FieldView.Of(f));

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/fields", Search).WithTags("Fields").WithList(List).WithSummary("The company's own fields of customers").Requires(CustomersPermissions.Read);

    public static void MapAdmin(IEndpointRouteBuilder routes)
    {
        var fields = routes.MapGroup("/fields").WithTags("Fields");
        fields.MapGet("/", Search).WithList(List).Requires(FieldsPermissions.Manage);
        fields.MapGet("/{id:guid}", Get).Requires(FieldsPermissions.Manage);
        fields.MapPost("/", Define).Requires(FieldsPermissions.Manage);
        fields.MapPut("/{id:guid}", Change).Requires(FieldsPermissions.Manage);
        fields.MapHistory<CustomersDbContext, CustomField>(FieldsPermissions.Manage, One);
    }

    private static Task<PageOf<FieldView>> Search(ListRequest request, CustomersDbContext db, CancellationToken ct) => List.Page(db.CustomFields, request, ct);

    private static async Task<OneOf<FieldView>> Get(Guid id, OneRequest request, CustomersDbContext db, CancellationToken ct)
    {
        var field = await One(db, id).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new ResourceNotFound("custom-field", id.ToString());
        return request.Answer(FieldInput.Resource, FieldView.Of(field), field.Version);
    }

    private static async Task<Created<FieldSaved>> Define(DefineField command, ICommandHandler<DefineField, FieldSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"/admin/v1/customers/fields/{saved.Id}", saved);
    }

    private static async Task<Ok<FieldSaved>> Change(Guid id, ChangeField command, ICommandHandler<ChangeField, FieldSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static IQueryable<CustomField> One(CustomersDbContext db, Guid id)
    {
        var key = new CustomFieldId(id);
        return db.CustomFields.Where(f => f.Id == key);
    }
}

/// <summary>A field of the company's own.</summary>
internal sealed record FieldView(
    Guid Id,
    string Key,
    Phrase Names,
    FieldType Type,
    bool IsPersonal,
    RequiredInput? Required,
    decimal? Min,
    decimal? Max,
    DateOnly? Earliest,
    DateOnly? Latest,
    int? MaxLength,
    string? Pattern,
    IReadOnlyList<OptionInput> Options,
    bool IsRetired,
    int Version)
{
    public static FieldView Of(CustomField f) => new(
        f.Key, f.FieldKey, f.Names, f.Type, f.IsPersonal, f.IsRequired ? new RequiredInput(f.RequiredOf, f.RequiredFrom) : null, f.Min, f.Max, f.Earliest, f.Latest,
        f.MaxLength, f.Pattern, [.. f.Options.Select(o => new OptionInput(o.Key, o.Facts.Names, o.IsRetired))], f.IsRetired, f.Version);
}
