using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.OpenApi;
using Microsoft.AspNetCore.OpenApi;

namespace Crm.Host.Startup;

/// <summary>Two OpenAPI documents, one for company apps and one for administrators, and a page to browse them.</summary>
internal static class ApiDescription
{
    private const string Public = "v1";
    private const string Admin = "admin-v1";

    public static void AddApiDescription(this IServiceCollection services)
    {
        services.AddOpenApi(Public, options => Describe(options, "Crm", "api/v1/"));
        services.AddOpenApi(Admin, options => Describe(options, "Crm administration", "admin/v1/"));
    }

    public static void MapApiDescription(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowEverybody();
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.SwaggerEndpoint($"/openapi/{Public}.json", "Company apps");
            page.SwaggerEndpoint($"/openapi/{Admin}.json", "Administration");
        });
    }

    private static void Describe(OpenApiOptions options, string title, string prefix)
    {
        options.ShouldInclude = api => api.RelativePath?.StartsWith(prefix, StringComparison.Ordinal) == true;
        options.CreateSchemaReferenceId = SchemaNames.Of;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = title;
            document.Info.Version = "1";
            return Task.CompletedTask;
        });
        options.AddConventions();
    }
}
