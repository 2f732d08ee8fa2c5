using Microsoft.AspNetCore.Http.Metadata;

namespace Crm.BuildingBlocks.Hosting.Files;

/// <summary>Endpoint metadata: the body is a multipart upload that goes straight to where files are kept, and is never held as a whole.</summary>
/// <param name="MaxRequestBodySize">In bytes, whatever the limits of the caller say.</param>
public sealed record TakesUpload(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
