using System.Globalization;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Problems;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Crm.BuildingBlocks.Hosting.Api.OpenApi;

/// <summary>Documents what the middleware does to every operation: who may call it, which headers it reads, and the problems it may answer.</summary>
public sealed class AnswersTransformer : IOpenApiOperationTransformer
{
    private const string Version = "The version that was seen, as the ETag of the record: `\"7\"`.";
    private const string Key = "1 to 200 printable ASCII characters. The same request with the same key gets the same reply for 48 hours and is done once.";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var method = context.Description.HttpMethod ?? "GET";
        var isPost = method == "POST";
        var replaces = method is "PUT" or "PATCH" or "DELETE" && !metadata.OfType<IfMatchOptional>().Any();
        var hasBody = operation.RequestBody is not null;
        if (replaces || method != "GET") AddHeader(operation, "If-Match", Version, isRequired: replaces);
        if (isPost) AddHeader(operation, RequestConventions.IdempotencyHeader, Key, isRequired: false);

        var isOpen = metadata.OfType<EndpointAccess>().LastOrDefault() is { Permission: null, IsForKnownCallers: false };
        if (!isOpen) operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(BearerScheme.Name, context.Document)] = [] }];
        if (metadata.OfType<EndpointAccess>().LastOrDefault()?.Permission is { } permission)
            operation.Description = string.Join("\n\n", new[] { operation.Description, $"Needs the permission `{permission}`." }.Where(part => !string.IsNullOrEmpty(part)));

        foreach (var problem in Problems(isOpen, hasPath: context.Description.RelativePath!.Contains('{'), writes: method != "GET", replaces, isPost, hasBody))
            AddProblem(operation, context.Document!, problem);
        return Task.CompletedTask;
    }

    private static IEnumerable<ProblemType> Problems(bool isOpen, bool hasPath, bool writes, bool replaces, bool isPost, bool hasBody)
    {
        yield return ProblemType.Validation;
        if (!isOpen) yield return ProblemType.Unauthenticated;
        if (!isOpen) yield return ProblemType.Forbidden;
        if (hasPath) yield return ProblemType.NotFound;
        if (writes) yield return ProblemType.Rule;
        if (writes) yield return ProblemType.Stale;
        if (hasBody) yield return ProblemType.TooLarge;
        if (hasBody) yield return ProblemType.UnsupportedMediaType;
        if (isPost) yield return ProblemType.IdempotencyKeyReused;
        if (replaces) yield return ProblemType.PreconditionRequired;
        if (!isOpen) yield return ProblemType.TooManyRequests;
        yield return ProblemType.Unavailable;
    }

    private static void AddHeader(OpenApiOperation operation, string name, string description, bool isRequired)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = isRequired,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
    }

    private static void AddProblem(OpenApiOperation operation, OpenApiDocument document, ProblemType problem)
    {
        operation.Responses ??= [];
        operation.Responses[problem.Status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
        {
            Description = problem.Title.English,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [RefusalHandler.ContentType] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(ProblemSchema.Name, document) },
            },
        };
    }
}

internal static class BearerScheme
{
    public const string Name = "bearer";
}
