using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Hosting.Files;

/// <summary>Reads a stored file piece by piece; one piece is in memory at a time.</summary>
internal sealed class StoredFileStream(StoredFile file, AsyncServiceScope scope, Func<int, CancellationToken, Task<byte[]>> piece) : Stream
{
    private byte[] _current = [];
    private int _number = -1;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    public override long Position
    {
        get => _position;
        set => _position = value is >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= Length || buffer.IsEmpty) return 0;
        var (number, offset) = Math.DivRem(_position, FileContents.PieceLength);
        if (number != _number) (_current, _number) = (await piece((int)number, cancellationToken), (int)number);
        var available = _current.AsMemory((int)offset);
        var count = Math.Min(available.Length, buffer.Length);
        available[..count].CopyTo(buffer);
        _position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Files are read asynchronously.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override ValueTask DisposeAsync() => scope.DisposeAsync();

    protected override void Dispose(bool disposing)
    {
        if (disposing) scope.Dispose();
        base.Dispose(disposing);
    }
}
