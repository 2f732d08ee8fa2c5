using System.Data.Common;
using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Api.Lists;

public sealed class ShapingTests
{
    [Fact]
    public async Task A_plain_page_is_the_rows_as_they_are()
    {
        await using var depot = await Depot();
        (await depot.Json("sort=number&limit=1&filter[number]=A1")).ToJsonString().ShouldBe(
            """{"items":[{"id":"00000000-0000-0000-0000-0000000000a1","number":"A1","note":null,"size":{"weight":1.5,"pieces":2},"price":null,"sentAt":"2026-01-31T08:30:00Z","state":"onTheWay","receiverId":"00000000-0000-0000-0000-0000000000b1"}],"nextCursor":null}""");
    }

    [Fact]
    public async Task Chosen_fields_are_written_and_nothing_else()
    {
        await using var depot = await Depot();
        Items(await depot.Json("fields=number,size.pieces&sort=number&total=exact")).ShouldBe("""[{"number":"A1","size":{"pieces":2}},{"number":"A2","size":{"pieces":0}}]""");
        Items(await depot.Json("fields=size.pieces,size&filter[number]=A1")).ShouldBe("""[{"size":{"weight":1.5,"pieces":2}}]""");
        Items(await depot.Json("fields=size,size.pieces&filter[number]=A1")).ShouldBe("""[{"size":{"weight":1.5,"pieces":2}}]""");
    }

    [Fact]
    public async Task Expansions_stand_beside_the_row_with_what_is_expanded_in_them()
    {
        await using var depot = await Depot();
        Items(await depot.Json("fields=number,receiver.name&expand=receiver&sort=number")).ShouldBe("""[{"number":"A1","receiver":{"name":"Hut"}},{"number":"A2","receiver":null}]""");
        Items(await depot.Json("fields=receiver.name,receiver.parent.name&expand=receiver.parent&filter[number]=A1"))
            .ShouldBe("""[{"receiver":{"name":"Hut","parent":{"name":"Hat"}}}]""");
        Items(await depot.Json("fields=number,receiver&expand=receiver&filter[number]=A1"))
            .ShouldBe("""[{"number":"A1","receiver":{"id":"00000000-0000-0000-0000-0000000000b1","name":"Hut","taxId":"DE123456789","parentId":"00000000-0000-0000-0000-0000000000b2"}}]""");
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("expand=receiver", 2)]
    [InlineData("expand=receiver.parent", 3)]
    [InlineData("expand=receiver,receiver.parent&total=exact", 4)]
    public async Task An_expansion_costs_one_query_for_the_whole_page(string query, int queries)
    {
        await using var depot = await Depot();
        var counter = new QueryCounter();
        await using var db = new Depot(new DbContextOptionsBuilder<Depot>().UseSqlite(depot.Db.Database.GetConnectionString()).AddInterceptors(counter).Options);
        var services = new ServiceCollection().AddSingleton(db).BuildServiceProvider();

        await ParcelList.Spec.Page(db.Parcels, new ListRequest(DepotDatabase.Parameters(query), Caller.Nobody, new FakeTime(), services), CancellationToken.None);

        counter.Count.ShouldBe(queries);
    }

    [Fact]
    public async Task A_masked_field_is_left_out_or_shortened_also_where_it_is_expanded()
    {
        await using var depot = await Depot();
        depot.Caller = Masking(("parcels.size.weight", FieldMask.Omit), ("parcels.number", FieldMask.Shorten), ("parcels.price", FieldMask.Shorten), ("partners.taxId", FieldMask.Shorten));

        Items(await depot.Json("fields=number,size,price,receiver&expand=receiver&filter[state]=onTheWay")).ShouldBe(
            """[{"number":"•••1","size":{"pieces":2},"price":null,"receiver":{"id":"00000000-0000-0000-0000-0000000000b1","name":"Hut","taxId":"•••6789","parentId":"00000000-0000-0000-0000-0000000000b2"}}]""");
        Items(await depot.Json("fields=note,price&filter[pieces]=0")).ShouldBe("""[{"note":"n"}]""", "a number has no last characters that would not be the secret");
    }

    [Theory]
    [InlineData("filter[number]=A1")]
    [InlineData("sort=number")]
    [InlineData("sort=-size.weight")]
    [InlineData("fields=size.weight")]
    public async Task A_masked_field_is_unknown_to_filter_and_sort(string query)
    {
        await using var depot = await Depot();
        depot.Caller = Masking(("parcels.size.weight", FieldMask.Omit), ("parcels.number", FieldMask.Shorten));

        var refused = await Should.ThrowAsync<InvalidInput>(() => depot.Page(query));
        refused.Message.Split("can:", 2).Last().Split("Known", 2).Last().ShouldNotContain("size.weight,");
    }

    [Fact]
    public async Task Search_does_not_look_into_masked_fields()
    {
        await using var depot = await Depot();
        (await depot.Page("q=a2")).Content.Items.Count.ShouldBe(1);
        depot.Caller = Masking(("parcels.number", FieldMask.Shorten));
        (await depot.Page("q=a2")).Content.Items.ShouldBeEmpty();
        depot.Caller = Masking(("parcels.number", FieldMask.Shorten), ("parcels.note", FieldMask.Omit));
        (await Should.ThrowAsync<InvalidInput>(() => depot.Page("q=a2"))).Errors.Single().Pointer.ShouldBe("q");
    }

    [Theory]
    [InlineData("DE123456789", "•••6789")]
    [InlineData("abc", "•••c")]
    [InlineData("a", "•••")]
    [InlineData("", "•••")]
    [InlineData("a😀", "•••")]
    public void Shortening_shows_at_most_half(string text, string shown) => RowWriter.Shortened(text).ShouldBe(shown);

    private static string Items(JsonNode page) => page["items"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static Caller Masking(params (string Field, FieldMask Mask)[] masks) =>
        Caller.Nobody with { Masks = masks.ToDictionary(m => m.Field, m => m.Mask) };

    private static async Task<DepotDatabase> Depot()
    {
        var depot = await DepotDatabase.On(DatabaseProvider.Sqlite);
        var (hut, hat) = (new PartnerId(Key("b1")), new PartnerId(Key("b2")));
        await depot.Add(new Partner { Id = hat, Name = "Hat" }, new Partner { Id = hut, Name = "Hut", TaxId = "DE123456789", ParentId = hat });
        await depot.Add(
            new Parcel
            {
                Id = new(Key("a1")),
                Number = "A1",
                Weight = 1.5m,
                Pieces = 2,
                State = ParcelState.OnTheWay,
                ReceiverId = hut,
                SentAt = new DateTimeOffset(2026, 1, 31, 9, 30, 0, TimeSpan.FromHours(1)),
            },
            new Parcel { Id = new(Key("a2")), Number = "A2", Note = "n", Price = 5 });
        return depot;
    }

    private static Guid Key(string end) => Guid.Parse($"00000000-0000-0000-0000-0000000000{end}");

    private sealed class QueryCounter : DbCommandInterceptor
    {
        public int Count { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count++;
            return ValueTask.FromResult(result);
        }
    }
}
