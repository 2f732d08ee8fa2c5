using System.Text;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Imports.Sources;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Imports;

public sealed class BatchSizeTests
{
    [Fact]
    public async Task A_batch_ends_with_its_lines_or_with_what_fits_into_memory_whichever_comes_first()
    {
        const int megabyte = 1024 * 1024;
        var csv = new StringBuilder("Id,Text\n");
        for (var i = 0; i < 5; i++) csv.Append(i).Append(',').Append('x', megabyte - 10).Append('\n');
        for (var i = 5; i < 12; i++) csv.Append(i).Append(",short\n");
        await using var source = await CsvSource.Open(new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString())), "big.csv", new ImportFormat(), megabyte, default);
        source.Want([new WantedColumn("Id", ".", null), new WantedColumn("Text", ".", null)]);

        var batches = new List<int>();
        await foreach (var lines in source.Batches(mostLines: 4, default)) batches.Add(lines.Count);

        batches.ShouldBe([3, 4, 4, 1]);
    }
}
