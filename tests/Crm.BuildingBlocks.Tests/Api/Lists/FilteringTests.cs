using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Api.Lists;

public sealed class FilteringTests
{
    private static readonly Guid SomeKey = Guid.Parse("0198c5a0-7b1e-7c3a-9d2f-3f1f0e6a5b4c");

    [SkippableTheory, EveryProvider]
    public async Task Each_operator_finds_what_it_says(DatabaseProvider provider)
    {
        await using var depot = await DepotDatabase.On(provider);
        await depot.Add(
            new Parcel { Id = new(SomeKey), Number = "A1", Pieces = 1, Price = 1.5m, State = ParcelState.Packed, Due = new(2026, 1, 31), IsFragile = true, Meters = 5_000_000_000 },
            new Parcel { Id = NewId(), Number = "A2", Pieces = 2, Price = 2.5m, State = ParcelState.OnTheWay, Before = ParcelState.Packed, Due = new(2026, 2, 1), Note = "x,y" },
            new Parcel { Id = NewId(), Number = "B3", Pieces = 3, State = ParcelState.Delivered, Due = new(2026, 2, 28), Paid = new(2026, 3, 1), Note = "a\\b" });

        var expectations = new Dictionary<string, string>
        {
            ["filter[number]=A1"] = "A1",
            ["filter[number][ne]=A1"] = "A2 B3",
            ["filter[number][startsWith]=a"] = "A1 A2",
            ["filter[id]=" + SomeKey] = "A1",
            ["filter[id][nin]=" + SomeKey] = "A2 B3",
            ["filter[pieces][in]=1,3,99"] = "A1 B3",
            ["filter[pieces][between]=2,3"] = "A2 B3",
            ["filter[pieces][lt]=2"] = "A1",
            ["filter[pieces][gte]=2&filter[pieces][lte]=2"] = "A2",
            ["filter[meters]=5000000000"] = "A1",
            ["filter[meters][nin]=5000000000"] = "A2 B3",
            ["filter[price][gt]=1.5"] = "A2",
            ["filter[price][ne]=1.5"] = "A2 B3",
            ["filter[price][nin]=1.50,7"] = "A2 B3",
            ["filter[price][in]=1.5,2.5"] = "A1 A2",
            ["filter[price][isNull]=true"] = "B3",
            ["filter[price][isNull]=false"] = "A1 A2",
            ["filter[price][gt]=-922337203685477"] = "A1 A2",
            ["filter[state]=onTheWay"] = "A2",
            ["filter[state][in]=packed,delivered"] = "A1 B3",
            ["filter[before][ne]=packed"] = "A1 B3",
            ["filter[before][in]=packed"] = "A2",
            ["filter[due][gt]=2026-01-31"] = "A2 B3",
            ["filter[due][in]=2026-02-28,2026-01-31"] = "A1 B3",
            ["filter[paid][between]=2026-03-01,2026-03-01"] = "B3",
            ["filter[isFragile]=true"] = "A1",
            ["filter[isFragile][ne]=true"] = "A2 B3",
            ["filter[note][in]=x\\,y,a\\\\b"] = "A2 B3",
            ["filter[note][nin]=x\\,y"] = "A1 B3",
            ["filter[note][contains]=\\"] = "B3",
            ["filter[receiverId][isNull]=true"] = "A1 A2 B3",
            ["filter[receiver.name]=nobody"] = "",
        };
        foreach (var (query, numbers) in expectations) (await depot.Numbers(query.Replace("\\", "%5C", StringComparison.Ordinal))).ShouldBe(numbers, query);
    }

    [SkippableTheory, EveryProvider]
    public async Task Text_is_found_regardless_of_case_and_wildcards_are_ordinary_characters(DatabaseProvider provider)
    {
        await using var depot = await DepotDatabase.On(provider);
        await depot.Add(new[] { "100% wool", "100 wool", "a_b", "aXb", "[ab]", "ÄRGER", "零件Ö" }.Select((note, i) => new Parcel { Id = NewId(), Number = $"{i}", Note = note }));

        (await depot.Numbers("filter[note][contains]=0%25")).ShouldBe("0");
        (await depot.Numbers("filter[note][contains]=A_B")).ShouldBe("2");
        (await depot.Numbers("filter[note][startsWith]=[A")).ShouldBe("4");
        (await depot.Numbers("filter[note][contains]=ärg")).ShouldBe("5");
        (await depot.Numbers("filter[note][startsWith]=零件ö")).ShouldBe("6");
        (await depot.Numbers("q=WOOL")).ShouldBe("0 1");
    }

    [SkippableTheory, EveryProvider]
    public async Task A_date_means_the_whole_day_where_the_caller_is(DatabaseProvider provider)
    {
        await using var depot = await DepotDatabase.On(provider);
        depot.Caller = Caller.Nobody with { TimeZone = "Asia/Shanghai" };
        var (midnight, next) = (new DateTimeOffset(2026, 1, 30, 16, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 1, 31, 16, 0, 0, TimeSpan.Zero));
        await depot.Add(
            Delivered("before", midnight.AddMicroseconds(-1)),
            Delivered("first", midnight),
            Delivered("last", next.AddMicroseconds(-1)),
            Delivered("next", next),
            Delivered("open", null));

        (await depot.Numbers("filter[deliveredAt]=2026-01-31")).ShouldBe("first last");
        (await depot.Numbers("filter[deliveredAt][ne]=2026-01-31")).ShouldBe("before next open");
        (await depot.Numbers("filter[deliveredAt][gt]=2026-01-31")).ShouldBe("next");
        (await depot.Numbers("filter[deliveredAt][gte]=2026-01-31")).ShouldBe("first last next");
        (await depot.Numbers("filter[deliveredAt][lt]=2026-01-31")).ShouldBe("before");
        (await depot.Numbers("filter[deliveredAt][lte]=2026-01-31")).ShouldBe("before first last");
        (await depot.Numbers("filter[deliveredAt][between]=2026-01-31,2026-02-01")).ShouldBe("first last next");
        (await depot.Numbers("filter[deliveredAt][gte]=2026-02-01T00:00:00%2B08:00")).ShouldBe("next");
    }

    [Fact]
    public async Task Relative_dates_follow_the_callers_day()
    {
        await using var depot = await DepotDatabase.On(DatabaseProvider.Sqlite);
        depot.Caller = Caller.Nobody with { TimeZone = "Pacific/Auckland" };
        // Noon in UTC on Thursday the 14th of May is midnight there: the 15th has just begun.
        await depot.Add(
            new Parcel { Id = NewId(), Number = "14", SentAt = depot.Time.GetUtcNow().AddTicks(-10), Due = new(2026, 5, 14) },
            new Parcel { Id = NewId(), Number = "15", SentAt = depot.Time.GetUtcNow(), Due = new(2026, 5, 15) },
            new Parcel { Id = NewId(), Number = "16", SentAt = depot.Time.GetUtcNow().AddDays(1), Due = new(2026, 5, 16) });

        (await depot.Numbers("filter[sentAt][today]")).ShouldBe("15");
        (await depot.Numbers("filter[sentAt]=today")).ShouldBe("15");
        (await depot.Numbers("filter[sentAt][yesterday]=true")).ShouldBe("14");
        (await depot.Numbers("filter[due][lastDays]=2")).ShouldBe("14 15");
        (await depot.Numbers("filter[due]=lastDays:2")).ShouldBe("14 15");
        (await depot.Numbers("filter[due][nextDays:2]")).ShouldBe("15 16");
        (await depot.Numbers("filter[due]=thisWeek")).ShouldBe("14 15 16");
        (await depot.Numbers("filter[due]=lastYear")).ShouldBe("");
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("limit=abc", "limit")]
    [InlineData("limit=5&limit=6", "limit")]
    [InlineData("Limit=5", "Limit")]
    [InlineData("page=2", "page")]
    [InlineData("total=yes", "total")]
    [InlineData("q=", "q")]
    [InlineData("q=%00", "q")]
    [InlineData("sort=colour", "sort")]
    [InlineData("sort=receiverId", "sort")]
    [InlineData("sort=number,-number", "sort")]
    [InlineData("sort=id,number,note,pieces,meters,price", "sort")]
    [InlineData("fields=colour", "fields")]
    [InlineData("fields=", "fields")]
    [InlineData("expand=sender", "expand")]
    [InlineData("expand=receiver.parent.parent", "expand")]
    [InlineData("filter=1", "filter")]
    [InlineData("filter[a][b][c]=1", "filter[a][b][c]")]
    [InlineData("filter[colour]=red", "filter[colour]")]
    [InlineData("filter[number][like]=a", "filter[number][like]")]
    [InlineData("filter[number][gt]=a", "filter[number][gt]")]
    [InlineData("filter[number][isNull]=true", "filter[number][isNull]")]
    [InlineData("filter[number][contains]=", "filter[number][contains]")]
    [InlineData("filter[number]=%00", "filter[number]")]
    [InlineData("filter[number]=a&filter[number][eq]=b", "filter[number][eq]")]
    [InlineData("filter[price][isNull]=1", "filter[price][isNull]")]
    [InlineData("filter[pieces]=1.5", "filter[pieces]")]
    [InlineData("filter[pieces]=99999999999", "filter[pieces]")]
    [InlineData("filter[price]=1e3", "filter[price]")]
    [InlineData("filter[price]=Infinity", "filter[price]")]
    [InlineData("filter[price][gt]=79228162514264337593543950335", "filter[price][gt]")]
    [InlineData("filter[price][between]=2,1", "filter[price][between]")]
    [InlineData("filter[price][between]=1", "filter[price][between]")]
    [InlineData("filter[price][in]=", "filter[price][in]")]
    [InlineData("filter[state]=1", "filter[state]")]
    [InlineData("filter[state]=Packed", "filter[state]")]
    [InlineData("filter[state]=lost", "filter[state]")]
    [InlineData("filter[isFragile]=1", "filter[isFragile]")]
    [InlineData("filter[id]=7", "filter[id]")]
    [InlineData("filter[due]=2026-02-30", "filter[due]")]
    [InlineData("filter[due]=31.01.2026", "filter[due]")]
    [InlineData("filter[due][today]=false", "filter[due][today]")]
    [InlineData("filter[due][lastDays]=0", "filter[due][lastDays]")]
    [InlineData("filter[due]=lastDays:99999", "filter[due]")]
    [InlineData("filter[due][today:3]", "filter[due][today:3]")]
    [InlineData("filter[sentAt]=2026-01-31T08:30:00", "filter[sentAt]")]
    [InlineData("filter[sentAt]=2026-02-30", "filter[sentAt]")]
    [InlineData("filter[sentAt]=9999-12-31", "filter[sentAt]")]
    public async Task What_is_not_understood_is_refused_by_the_parameters_name(string query, string pointer)
    {
        await using var depot = await DepotDatabase.On(DatabaseProvider.Sqlite);
        var refused = await Should.ThrowAsync<InvalidInput>(() => depot.Page(query));
        refused.Errors.Single().Pointer.ShouldBe(pointer);
    }

    [Fact]
    public async Task A_refusal_says_what_is_known()
    {
        await using var depot = await DepotDatabase.On(DatabaseProvider.Sqlite);
        async Task<string> Message(string query) => (await Should.ThrowAsync<InvalidInput>(() => depot.Page(query))).Message;

        (await Message("filter[colour]=red")).ShouldContain("receiver.name");
        (await Message("filter[state][gt]=packed")).ShouldContain("eq, ne, in, nin");
        (await Message("filter[state]=lost")).ShouldContain("packed, onTheWay, delivered");
        (await Message("sort=colour")).ShouldContain("-colour".TrimStart('-'));
        (await Message("sort=colour")).ShouldNotContain("receiverId");
        (await Message("offset=3")).ShouldContain("cursor");
        (await Message("fields=colour")).ShouldContain("size.weight");
        (await Message("expand=colour")).ShouldContain("receiver");
    }

    [Fact]
    public async Task An_amount_that_no_column_can_hold_is_refused()
    {
        await using var depot = await DepotDatabase.On(DatabaseProvider.Sqlite);
        (await depot.Numbers("filter[price][gt]=922337203685477")).ShouldBe("");
        await Should.ThrowAsync<InvalidInput>(() => depot.Page("filter[price][gt]=922337203685478"));
        await Should.ThrowAsync<InvalidInput>(() => depot.Page("filter[size.weight][gt]=92233720369"));
    }

    private static ParcelId NewId() => new(Guid.CreateVersion7());

    private static Parcel Delivered(string number, DateTimeOffset? at) => new() { Id = NewId(), Number = number, DeliveredAt = at };
}
