using Crm.BuildingBlocks.Hosting.Files;

namespace Crm.BuildingBlocks.Hosting.Imports.Sources;

/// <summary>More was in a workbook than anybody writes into one.</summary>
internal sealed class WorkbookTooLarge() : Exception("The workbook holds more than may be read.");

/// <summary>
/// Gives no more bytes than allowed, neither in all nor between two tags. The first stops what swells when it is unpacked, the second a
/// single text or attribute that the XML reader would put into memory as a whole. What looks like a tag in a section of plain characters
/// (<c>CDATA</c>) is none. Only UTF-8 is read: in UTF-16 a letter may have the byte of a tag in it.
/// </summary>
/// <param name="inner">Disposed with it.</param>
/// <param name="most">Bytes in all.</param>
/// <param name="mostBetweenTags">Bytes without a tag.</param>
internal sealed class BoundedStream(Stream inner, long most, long mostBetweenTags) : ForwardStream
{
    private static readonly byte[] Opening = [.. "<![CDATA["u8];
    private static readonly byte[] Closing = [.. "]]>"u8];

    private long _left = most;
    private long _sinceTag;
    private bool _isInSection;
    private int _matched;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        _left -= read;
        if (buffer.Span[..read].Contains((byte)0)) throw new InvalidDataException("A part is not in UTF-8.");
        Count(buffer.Span[..read]);
        return _left < 0 || _sinceTag > mostBetweenTags ? throw new WorkbookTooLarge() : read;
    }

    public override ValueTask DisposeAsync() => inner.DisposeAsync();

    private void Count(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (b == '<' && !_isInSection) (_sinceTag, _matched) = (0, 0);
            _sinceTag++;
            var marker = _isInSection ? Closing : Opening;
            // Of three brackets the last two belong to the end of a section.
            if (b == marker[_matched]) _matched++;
            else if (!_isInSection || _matched != 2 || b != ']') _matched = 0;
            if (_matched == marker.Length) (_isInSection, _matched) = (!_isInSection, 0);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
