namespace Crm.BuildingBlocks.Hosting.Imports.Sources;

/// <summary>More was in a workbook than anybody writes into one.</summary>
internal sealed class WorkbookTooLarge() : Exception("The workbook holds more than may be read.");

/// <summary>
/// Gives no more bytes than allowed, neither in all nor between two tags. The first stops what swells when it is unpacked, the second a
/// single text or attribute that the XML reader would put into memory as a whole.
/// </summary>
/// <param name="inner">Disposed with it.</param>
/// <param name="most">Bytes in all.</param>
/// <param name="mostBetweenTags">Bytes without a tag.</param>
internal sealed class BoundedStream(Stream inner, long most, long mostBetweenTags) : Stream
{
    private long _left = most;
    private long _sinceTag;

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
        var read = await inner.ReadAsync(buffer, cancellationToken);
        _left -= read;
        var lastTag = buffer.Span[..read].LastIndexOf((byte)'<');
        _sinceTag = lastTag < 0 ? _sinceTag + read : read - lastTag;
        return _left < 0 || _sinceTag > mostBetweenTags ? throw new WorkbookTooLarge() : read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Files are read asynchronously.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override ValueTask DisposeAsync() => inner.DisposeAsync();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
