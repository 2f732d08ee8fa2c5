using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Crm.BuildingBlocks.Hosting.Files;

/// <summary>
/// The parts of a multipart body as they arrive. Each must be read before the next; after the last the Idempotency-Key, if there is one, stands
/// for what they held. The boundary is no part of that: a sender that repeats a request chooses another.
/// </summary>
internal static class MultipartParts
{
    private const int LongestBoundary = 200;

    private static readonly Phrase NotReadable = new("The multipart body cannot be read: it is cut off or malformed.", "无法读取 multipart 请求体：内容不完整或格式错误。");

    /// <exception cref="BadHttpRequestException">415: it is no multipart body.</exception>
    /// <exception cref="InvalidInput">It is malformed.</exception>
    public static async IAsyncEnumerable<MultipartPart> Of(HttpRequest request, CommandContext command, [EnumeratorCancellation] CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= LongestBoundary } boundary)
        {
            throw new BadHttpRequestException("The body must be multipart/form-data with a boundary.", StatusCodes.Status415UnsupportedMediaType);
        }

        var reader = new MultipartReader(boundary, request.Body) { BodyLengthLimit = null };
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        while (await Next(reader, ct) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)) throw new InvalidInput("", NotReadable);
            var file = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{file}\n{section.ContentType}\n"));
            var body = new PartBody(section.Body, hash);
            yield return new MultipartPart(name, file, section.ContentType, body);
            hash.AppendData(LengthOf(body));
        }

        command.IdempotencyKey = command.IdempotencyKey?.OfBody(hash.GetHashAndReset());
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

    // So that the end of one part cannot pass for the beginning of the next.
    private static byte[] LengthOf(PartBody body)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, body.BytesRead);
        return bytes;
    }

    /// <summary>A body that is cut off is the sender's fault and says so.</summary>
    private sealed class PartBody(Stream inner, IncrementalHash hash) : ForwardStream
    {
        public long BytesRead { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try
            {
                var read = await inner.ReadAsync(buffer, cancellationToken);
                hash.AppendData(buffer.Span[..read]);
                BytesRead += read;
                return read;
            }
            catch (Exception broken) when (broken is InvalidDataException or (IOException and not BadHttpRequestException))
            {
                throw new InvalidInput("", NotReadable);
            }
        }
    }
}

/// <param name="Name">Of the form field.</param>
/// <param name="FileName">As sent; null for a plain field.</param>
/// <param name="ContentType">As sent.</param>
/// <param name="Body">Read asynchronously.</param>
internal sealed record MultipartPart(string Name, string? FileName, string? ContentType, Stream Body);
