using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Crm.BuildingBlocks.Hosting.Files;

/// <summary>The parts of a multipart body as they arrive. Each must be read before the next.</summary>
internal static class MultipartParts
{
    private const int LongestBoundary = 200;

    private static readonly Phrase NotReadable = new("The multipart body cannot be read: it is cut off or malformed.", "无法读取 multipart 请求体：内容不完整或格式错误。");

    /// <exception cref="BadHttpRequestException">415: it is no multipart body.</exception>
    /// <exception cref="InvalidInput">It is malformed.</exception>
    public static async IAsyncEnumerable<MultipartPart> Of(HttpRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= LongestBoundary } boundary)
        {
            throw new BadHttpRequestException("The body must be multipart/form-data with a boundary.", StatusCodes.Status415UnsupportedMediaType);
        }

        var reader = new MultipartReader(boundary, request.Body) { BodyLengthLimit = null };
        while (await Next(reader, ct) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)) throw new InvalidInput("", NotReadable);
            var file = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;
            yield return new MultipartPart(HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "", file, section.ContentType, new PartBody(section.Body));
        }
    }

    private static async Task<MultipartSection?> Next(MultipartReader reader, CancellationToken ct)
    {
        try
        {
            return await reader.ReadNextSectionAsync(ct);
        }
        catch (Exception broken) when (broken is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new InvalidInput("", NotReadable);
        }
    }

    /// <summary>A body that is cut off is the sender's fault and says so.</summary>
    private sealed class PartBody(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try
            {
                return await inner.ReadAsync(buffer, cancellationToken);
            }
            catch (Exception broken) when (broken is InvalidDataException or (IOException and not BadHttpRequestException))
            {
                throw new InvalidInput("", NotReadable);
            }
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Uploads are read asynchronously.");

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }
    }
}

/// <param name="Name">Of the form field.</param>
/// <param name="FileName">As sent; null for a plain field.</param>
/// <param name="ContentType">As sent.</param>
/// <param name="Body">Read asynchronously.</param>
internal sealed record MultipartPart(string Name, string? FileName, string? ContentType, Stream Body);
