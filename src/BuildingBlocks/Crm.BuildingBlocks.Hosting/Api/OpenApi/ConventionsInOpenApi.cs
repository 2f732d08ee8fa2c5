using Microsoft.AspNetCore.OpenApi;

namespace Crm.BuildingBlocks.Hosting.Api.OpenApi;

public static class ConventionsInOpenApi
{
    /// <summary>Makes the document tell of the reading and writing conventions.</summary>
    public static OpenApiOptions AddConventions(this OpenApiOptions options) => options
        .AddOperationTransformer<ListParametersTransformer>()
        .AddOperationTransformer<AnswersTransformer>()
        .AddDocumentTransformer<ProblemSchema>()
        .AddDocumentTransformer<DataInSchemas>()
        .AddSchemaTransformer<ConvertedTypesTransformer>();
}
