using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application;
using Crm.Customers.Domain;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Module.Duplicates;

public sealed class MergeHistoryTests
{
    /// <remarks>Thirty steps, the same every time: merge any two that stand alone, or undo any merge that is not covered by a later one.</remarks>
    [Theory]
    [InlineData(3)]
    [InlineData(14)]
    public async Task After_any_merges_and_undoings_all_are_as_they_were_to_the_byte(int seed)
    {
        await using var customers = await CustomerDesk.Open(DatabaseProvider.Sqlite);
        var random = new Random(seed);
        var ids = new List<Guid>();
        for (var i = 0; i < 6; i++) ids.Add((await customers.Register(Any(i, random))).Id);
        var images = new Dictionary<Guid, string>();
        foreach (var id in ids) images[id] = await customers.Image(id);
        var merges = new Stack<Guid>();
        for (var step = 0; step < 30; step++)
        {
            if (merges.Count > 0 && random.Next(3) == 0)
            {
                await customers.Unmerge(merges.Pop());
                continue;
            }

            var alone = await customers.Listed();
            if (alone.Count < 2) continue;
            var (survivor, other) = (alone[random.Next(alone.Count)], alone[random.Next(alone.Count)]);
            if (survivor == other) continue;
            await customers.Merge(survivor, other);
            merges.Push(other);
        }

        while (merges.TryPop(out var merged)) await customers.Unmerge(merged);

        foreach (var id in ids) (await customers.Image(id)).ShouldBe(images[id]);
    }

    private static CustomerInput Any(int number, Random random) => new()
    {
        Code = $"M{number}",
        Name = $"Company {(char)('A' + random.Next(4))}",
        Industry = random.Next(2) == 0 ? null : $"Trade {random.Next(3)}",
        Notes = random.Next(2) == 0 ? null : $"Note {random.Next(3)}",
        Tags = [.. Enumerable.Range(0, random.Next(3)).Select(i => $"tag {random.Next(4)}").Distinct()],
        Addresses = [.. Enumerable.Range(0, random.Next(3)).Select(i => new AddressInput($"Street {random.Next(3)}", "Kiel", Country: random.Next(2) == 0 ? "DE" : "FR")).Distinct()],
        ContactPoints = [.. Enumerable.Range(0, random.Next(3)).Select(i => new ContactPointInput(ContactPointKind.Phone, $"0431 111{random.Next(4)}")).Distinct()],
        Contacts = [.. Enumerable.Range(0, random.Next(3)).Select(i => new ContactInput($"Person {random.Next(3)}")).DistinctBy(c => c.Name)],
        ExternalRefs = [new ExternalRefInput("erp", $"{number}")],
    };
}
