using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Api.Lists;

public sealed class PagingTests
{
    private static readonly string[] Sorts =
    [
        "", "number", "-number", "note", "-note", "pieces,-note", "-meters,note", "meters,-price,pieces", "size.weight", "-size.weight,price",
        "-price,-meters", "sentAt", "-deliveredAt", "deliveredAt,-sentAt", "due,-paid", "-paid,due", "state,before", "-before,-state", "isFragile,-number",
        "receiver.name,-pieces", "-receiver.name", "id", "-id,number", "note,-before,meters,-paid,price",
    ];

    [SkippableTheory, EveryProvider]
    public async Task Walking_page_by_page_gives_the_whole_sorted_list_while_rows_are_added(DatabaseProvider provider)
    {
        await using var depot = await DepotDatabase.On(provider);
        var dice = new Random(20260514);
        var partners = Partners(dice);
        await depot.Add(partners);
        await depot.Add(Parcels(dice, partners, 60));

        foreach (var sort in Sorts)
        {
            var query = sort.Length == 0 ? "" : $"&sort={sort}";
            var whole = (await depot.Page($"limit=500{query}")).Content.Items;
            var walked = new List<ParcelRow>();
            string? cursor = null;
            do
            {
                var page = (await depot.Page($"limit={dice.Next(1, 20)}{query}{(cursor is null ? "" : $"&cursor={cursor}")}")).Content;
                walked.AddRange(page.Items);
                cursor = page.NextCursor;
                if (cursor is not null && dice.Next(2) == 0) await depot.Add(Parcels(dice, partners, 1));
            }
            while (cursor is not null);

            walked.Select(p => p.Id).ShouldBeUnique();
            var known = whole.Select(p => p.Id).ToHashSet();
            walked.Where(p => known.Contains(p.Id)).Select(p => p.Id).ShouldBe(whole.Select(p => p.Id), $"sort={sort}");
        }
    }

    [SkippableTheory, EveryProvider]
    public async Task Rows_without_a_value_come_last_in_both_directions(DatabaseProvider provider)
    {
        await using var depot = await DepotDatabase.On(provider);
        await depot.Add(
            new Parcel { Id = new(Guid.CreateVersion7()), Number = "none" },
            new Parcel { Id = new(Guid.CreateVersion7()), Number = "dear", Price = 9.5m },
            new Parcel { Id = new(Guid.CreateVersion7()), Number = "cheap", Price = -1m });

        (await depot.Numbers("sort=price")).ShouldBe("cheap dear none");
        (await depot.Numbers("sort=-price")).ShouldBe("dear cheap none");
    }

    [Fact]
    public async Task The_last_page_has_no_cursor_even_when_it_is_full()
    {
        await using var depot = await DepotDatabase.On(DatabaseProvider.Sqlite);
        await depot.Add(Parcels(new Random(1), [], 4));

        var first = (await depot.Page("limit=2")).Content;
        var last = (await depot.Page($"limit=2&cursor={first.NextCursor}")).Content;

        first.NextCursor.ShouldNotBeNull();
        last.Items.Count.ShouldBe(2);
        last.NextCursor.ShouldBeNull();
    }

    [Fact]
    public async Task The_total_counts_all_pages_and_only_when_asked_for()
    {
        await using var depot = await DepotDatabase.On(DatabaseProvider.Sqlite);
        await depot.Add(Parcels(new Random(1), [], 7));

        var first = (await depot.Page("limit=2&total=exact")).Content;
        first.Total.ShouldBe(7);
        (await depot.Page($"limit=2&total=exact&cursor={first.NextCursor}")).Content.Total.ShouldBe(7);
        (await depot.Page("limit=2")).Content.Total.ShouldBeNull();
    }

    [Fact]
    public async Task A_cursor_serves_only_the_sort_and_the_filters_it_was_made_with()
    {
        await using var depot = await DepotDatabase.On(DatabaseProvider.Sqlite);
        await depot.Add(Parcels(new Random(1), [], 9));
        var cursor = (await depot.Page("limit=2&filter[pieces][gte]=0")).Content.NextCursor;

        (await depot.Page($"limit=5&filter[pieces][gte]=0&cursor={cursor}&fields=id")).Content.Items.Count.ShouldBe(5);
        foreach (var other in new[] { "filter[pieces][gte]=1", "", "filter[pieces][gte]=0&q=a", "filter[pieces][gte]=0&sort=number", "filter[pieces][gte]=0&sort=sentAt" })
        {
            var refused = await Should.ThrowAsync<InvalidInput>(() => depot.Page($"{other}&cursor={cursor}"));
            refused.Errors.Single().Pointer.ShouldBe("cursor");
        }
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("bnVsbA")]
    [InlineData("eyJTb3J0IjoiIn0")]
    [InlineData("W10")]
    [InlineData("A%00A")]
    public async Task What_is_no_cursor_is_refused(string cursor)
    {
        await using var depot = await DepotDatabase.On(DatabaseProvider.Sqlite);
        (await Should.ThrowAsync<InvalidInput>(() => depot.Page($"cursor={cursor}"))).Errors.Single().Pointer.ShouldBe("cursor");
    }

    [Fact]
    public async Task A_forged_cursor_gives_a_refusal_and_never_a_failure()
    {
        await using var depot = await DepotDatabase.On(DatabaseProvider.Sqlite);
        string?[][] forged = [["x", "y"], [null, null], ["2026-01-01T00:00:00Z"], ["2026-01-01T00:00:00Z", "z"]];
        foreach (var values in forged)
        {
            var cursor = new Cursor("-sentAt", ListQuery.Parse(DepotDatabase.Parameters(""), new HashSet<string>()).Fingerprint, null, values).Write();
            await Should.ThrowAsync<InvalidInput>(() => depot.Page($"cursor={cursor}"));
        }
    }

    [Fact]
    public async Task A_walk_begun_before_midnight_stays_with_its_day()
    {
        await using var depot = await DepotDatabase.On(DatabaseProvider.Sqlite);
        var today = depot.Time.GetUtcNow();
        await depot.Add(Enumerable.Range(0, 4).Select(i => new Parcel { Id = new(Guid.CreateVersion7()), Number = $"{i}", SentAt = today.AddMinutes(i) }));

        var first = (await depot.Page("filter[sentAt]=today&limit=2&sort=number")).Content;
        depot.Time.Advance(TimeSpan.FromHours(13));
        var second = (await depot.Page($"filter[sentAt]=today&limit=2&sort=number&cursor={first.NextCursor}")).Content;

        second.Items.Select(p => p.Number).ShouldBe(["2", "3"]);
        (await depot.Page("filter[sentAt]=today")).Content.Items.ShouldBeEmpty();
    }

    private static List<Partner> Partners(Random dice) =>
        [.. Enumerable.Range(0, 4).Select(i => new Partner { Id = new PartnerId(Key(dice)), Name = $"Partner {i / 2}" })];

    private static IEnumerable<Parcel> Parcels(Random dice, List<Partner> partners, int count) => Enumerable.Range(0, count).Select(_ => new Parcel
    {
        Id = new ParcelId(Key(dice)),
        Number = Text(dice),
        Note = Maybe(dice) ? Text(dice) : null,
        Pieces = dice.Next(-3, 3),
        Meters = Maybe(dice) ? dice.NextInt64(-2, 2) * 5_000_000_000 : null,
        Weight = dice.Next(-4, 4) / 8m,
        Price = Maybe(dice) ? dice.Next(-4, 4) * 1_000_000_000.0001m : null,
        SentAt = Moment(dice),
        DeliveredAt = Maybe(dice) ? Moment(dice) : null,
        Due = new DateOnly(2026, 1, dice.Next(1, 5)),
        Paid = Maybe(dice) ? new DateOnly(2025, 12, dice.Next(28, 32)) : null,
        State = (ParcelState)dice.Next(3),
        Before = Maybe(dice) ? (ParcelState)dice.Next(3) : null,
        IsFragile = Maybe(dice),
        ReceiverId = partners.Count > 0 && Maybe(dice) ? partners[dice.Next(partners.Count)].Id : null,
    });

    private static bool Maybe(Random dice) => dice.Next(3) > 0;

    private static string Text(Random dice) => new[] { "a", "A", "b", "ä", "Z", "零件", "", "a b", "a-b", "_" }[dice.Next(10)];

    private static DateTimeOffset Moment(Random dice) => new DateTimeOffset(2026, 3, 29, 0, 30, 0, TimeSpan.FromHours(dice.Next(-5, 5))).AddMicroseconds(dice.Next(3));

    private static Guid Key(Random dice)
    {
        Span<byte> bytes = stackalloc byte[16];
        dice.NextBytes(bytes);
        return new Guid(bytes);
    }
}
