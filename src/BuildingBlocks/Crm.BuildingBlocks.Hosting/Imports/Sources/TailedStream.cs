namespace Crm.BuildingBlocks.Hosting.Imports.Sources;

/// <summary>
/// A file of which the end is in memory. What is in a ZIP archive is listed at its end, and .NET reads that list synchronously, which a stored
/// file does not allow. A list that begins before the end that was read is longer than that of any workbook.
/// </summary>
internal sealed class TailedStream : Stream
{
    private const int TailLength = 1024 * 1024;

    private readonly Stream _inner;
    private readonly byte[] _tail;
    private readonly long _tailAt;

    private TailedStream(Stream inner, byte[] tail) => (_inner, _tail, _tailAt) = (inner, tail, inner.Length - tail.Length);

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _inner.Length;

    public override long Position
    {
        get => _inner.Position;
        set => _inner.Position = value;
    }

    /// <param name="inner">Seekable; disposed with it.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<TailedStream> Over(Stream inner, CancellationToken ct)
    {
        var tail = new byte[Math.Min(inner.Length, TailLength)];
        inner.Position = inner.Length - tail.Length;
        await inner.ReadExactlyAsync(tail, ct);
        inner.Position = 0;
        return new TailedStream(inner, tail);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => _inner.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => _inner.ReadAsync(buffer, offset, count, cancellationToken);

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (Position < _tailAt) throw new WorkbookTooLarge();
        var from = (int)(Position - _tailAt);
        var read = Math.Max(0, Math.Min(count, _tail.Length - from));
        Array.Copy(_tail, Math.Min(from, _tail.Length), buffer, offset, read);
        Position += read;
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => _inner.Seek(offset, origin);

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override ValueTask DisposeAsync() => _inner.DisposeAsync();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _inner.Dispose();
        base.Dispose(disposing);
    }
}
