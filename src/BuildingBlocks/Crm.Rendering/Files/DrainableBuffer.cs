namespace Crm.Rendering.Files;

/// <summary>
/// Takes what a synchronous writer produces and hands it on asynchronously between rows: a web server forbids synchronous writes to its
/// response, and the XML and ZIP writers know no others.
/// </summary>
internal sealed class DrainableBuffer : Stream
{
    private const int DrainFrom = 64 * 1024;
    private readonly MemoryStream _pending = new(2 * DrainFrom);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public bool IsFull => _pending.Length >= DrainFrom;

    public async Task DrainTo(Stream destination, CancellationToken ct)
    {
        await destination.WriteAsync(_pending.GetBuffer().AsMemory(0, (int)_pending.Length), ct);
        _pending.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => _pending.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _pending.Write(buffer);

    /// <summary>Nothing to do: the bytes are on their way when <see cref="DrainTo"/> has run.</summary>
    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _pending.Dispose();
        base.Dispose(disposing);
    }
}
