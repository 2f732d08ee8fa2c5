using Crm.Rendering;
using Crm.Rendering.Files;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Rendering;

/// <summary>Memory is measured for the whole process, so nothing may run beside it.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public sealed class MeasuredAlone;

[Collection(nameof(MeasuredAlone))]
public sealed class LongTableTests
{
    private const int RowCount = 200_000;
    private const long Allowed = 16 * 1024 * 1024;

    private static TableStream LongTable(MemoryWatch watch) => new(new Phrase("Long", "长"), Table.ManyColumns, watch.Over(Table.Many(RowCount)));

    [Fact]
    public async Task A_long_csv_is_written_in_constant_memory_and_sent_while_it_is_made()
    {
        var watch = new MemoryWatch();
        var sink = new AsynchronousSink();

        watch.AtHalf = () => sink.Written.ShouldBeGreaterThan(3_000_000);
        await CsvTableWriter.Write(sink, LongTable(watch), ReaderFormat.English);

        sink.Written.ShouldBeGreaterThan(6_000_000);
        watch.Growth.ShouldBeLessThan(Allowed);
    }

    [Fact]
    public async Task A_long_workbook_is_written_in_constant_memory_and_sent_while_it_is_made()
    {
        var watch = new MemoryWatch();
        var sink = new AsynchronousSink();
        watch.AtHalf = () => sink.Written.ShouldBeGreaterThan(500_000);

        await XlsxTableWriter.Write(sink, [LongTable(watch)], ReaderFormat.English);

        sink.Written.ShouldBeGreaterThan(2_000_000);
        watch.Growth.ShouldBeLessThan(Allowed);
    }

    /// <summary>Measures live memory while rows are read; of several measurements the least counts.</summary>
    private sealed class MemoryWatch
    {
        private long _before;
        private long _least = long.MaxValue;

        public Action AtHalf { get; set; } = () => { };

        public long Growth => _least - _before;

        public async IAsyncEnumerable<IReadOnlyList<object?>> Over(IAsyncEnumerable<IReadOnlyList<object?>> rows)
        {
            var read = 0;
            await foreach (var row in rows)
            {
                if (read == 0)
                    _before = GC.GetTotalMemory(forceFullCollection: true);
                if (read == RowCount / 2)
                    AtHalf();
                if (read > RowCount * 3 / 4 && read % 10_000 == 0)
                    _least = Math.Min(_least, GC.GetTotalMemory(forceFullCollection: true));

                read++;
                yield return row;
            }
        }
    }

    /// <summary>Like the response of a web server: counts what comes and refuses synchronous writes.</summary>
    private sealed class AsynchronousSink : Stream
    {
        public long Written { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Written += buffer.Length;
            return ValueTask.CompletedTask;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Written += count;
            return Task.CompletedTask;
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Flush() => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
