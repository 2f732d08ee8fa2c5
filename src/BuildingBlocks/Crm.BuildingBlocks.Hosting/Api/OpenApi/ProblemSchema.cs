using Crm.BuildingBlocks.Hosting.Api.Problems;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Crm.BuildingBlocks.Hosting.Api.OpenApi;

/// <summary>Puts into the document what all operations refer to: how to sign in, and what a problem looks like with the members of ours.</summary>
public sealed class ProblemSchema : IOpenApiDocumentTransformer
{
    public const string Name = "ProblemDetails";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var components = document.Components ??= new OpenApiComponents();
        components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        components.Schemas[Name] = Schema();
        components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        components.SecuritySchemes[BearerScheme.Name] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "An API key `crm_...`, or a token (JWT) of the company's identity provider.",
        };
        return Task.CompletedTask;
    }

    private static OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "RFC 9457 problem details.",
        Required = new HashSet<string> { "type", "title", "status" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text($"Stable name of the kind of problem, such as `{ProblemType.Validation.Urn}`; a broken business rule is `{ProblemType.Rule.Urn}<code>`."),
            ["title"] = Text("What is wrong, in the caller's language."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            ["detail"] = Text("What to do about it, in the caller's language."),
            ["instance"] = Text("The address that was called."),
            ["traceId"] = Text("Finds the request in logs and traces."),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "What is wrong where: JSON pointer into the body, or name of a parameter or header.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
            ["currentVersion"] = Whole("With 412: the present version."),
            ["changed"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "With 412: the fields that changed since, with their present values." },
            ["index"] = Whole("In an aborted batch: which item was refused, from 0."),
        },
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiSchema Whole(string description) => new() { Type = JsonSchemaType.Integer, Format = "int32", Description = description };
}
