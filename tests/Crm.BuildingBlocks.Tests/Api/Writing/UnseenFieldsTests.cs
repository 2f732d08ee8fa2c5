using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Api.Writing;

public sealed class UnseenFieldsTests
{
    private static readonly Card Present = new()
    {
        Name = "Anna Berg",
        TaxId = "DE-4711",
        Limit = 500m,
        Numbers = [new Number("phone", "+49 30 5551"), new Number("fax", "+49 30 7788")],
    };

    [Fact]
    public void What_is_left_out_or_sent_as_it_is_read_stays_and_the_rest_changes()
    {
        var unseen = For(("cards.name", FieldMask.Shorten), ("cards.taxId", FieldMask.Omit), ("cards.limit", FieldMask.Omit), ("cards.numbers.value", FieldMask.Shorten));
        var wanted = new Card { Name = "•••Berg", Note = "new", Numbers = [new Number("mobile", "•••5551"), new Number("fax", "•••7788")] };

        var kept = unseen.Keep("cards", wanted, Present);

        (kept.Name, kept.TaxId, kept.Limit, kept.Note).ShouldBe(("Anna Berg", "DE-4711", 500m, "new"));
        kept.Numbers.ShouldBe([new Number("mobile", "+49 30 5551"), new Number("fax", "+49 30 7788")]);
        unseen.Keep("cards", Present with { TaxId = null, Name = "•••Berg", Numbers = [], Limit = 0m }, Present).Numbers.ShouldBe(Present.Numbers);
    }

    [Theory]
    [InlineData("name", "Berta")]
    [InlineData("name", "Anna Berg")]
    [InlineData("taxId", "DE-4711")]
    [InlineData("limit", 501)]
    public void Anything_else_is_refused_and_the_true_value_too(string field, object value)
    {
        var unseen = For(("cards.name", FieldMask.Shorten), ("cards.taxId", FieldMask.Omit), ("cards.limit", FieldMask.Omit));
        var open = new Card { Name = "•••Berg" };
        var wanted = field switch
        {
            "name" => open with { Name = (string)value },
            "taxId" => open with { TaxId = (string)value },
            _ => open with { Limit = (int)value },
        };

        var refused = Should.Throw<RuleBroken>(() => unseen.Keep("cards", wanted, Present));

        refused.Rule.Code.ShouldBe("access.field-masked");
        refused.Values.ShouldBe([field]);
    }

    [Fact]
    public void A_list_with_hidden_members_keeps_its_length_for_those_who_cannot_see_them()
    {
        var unseen = For(("cards.numbers.value", FieldMask.Omit));

        Should.Throw<RuleBroken>(() => unseen.Keep("cards", Present with { Numbers = [new Number("phone")] }, Present));
        Should.Throw<RuleBroken>(() => unseen.Keep("cards", Present with { Numbers = [new Number("phone"), new Number("fax", "1")] }, Present));
        unseen.Keep("cards", Present with { Numbers = [new Number("a"), new Number("b")] }, Present).Numbers[1].ShouldBe(new Number("b", "+49 30 7788"));
    }

    [Fact]
    public void A_patch_changes_what_is_seen_and_what_it_was_made_of_is_not_held_against_it_again()
    {
        var unseen = For(("cards.name", FieldMask.Omit), ("cards.limit", FieldMask.Shorten));

        var patched = unseen.Patched("cards", Patch("""{ "note": "x" }"""), Present);

        (patched.Name, patched.Limit, patched.Note).ShouldBe(("Anna Berg", 500m, "x"));
        unseen.Keep("cards", patched, Present).ShouldBe(patched);
        Should.Throw<RuleBroken>(() => For(("cards.name", FieldMask.Omit)).Patched("cards", Patch("""{ "name": "Anna Berg" }"""), Present));
        For().Patched("cards", Patch("""{ "name": "Berta" }"""), Present).Name.ShouldBe("Berta");
    }

    [Fact]
    public void A_row_of_a_file_may_say_again_what_is_there_and_nothing_new()
    {
        For(("cards.taxId", FieldMask.Omit)).RequireUnchanged("cards", Present with { Note = "new" }, Present);
        Should.Throw<RuleBroken>(() => For(("cards.taxId", FieldMask.Omit)).RequireUnchanged("cards", Present with { TaxId = "?" }, Present));
    }

    private static MergePatch Patch(string json) => MergePatch.Parse(JsonDocument.Parse(json).RootElement);

    private static UnseenFields For(params (string Field, FieldMask Mask)[] masks)
    {
        var caller = new CallerContext();
        caller.Act(new Caller(Guid.Empty, CallerKind.Person, "Ann") { Masks = masks.ToDictionary(m => m.Field, m => m.Mask) }, RowScope.All);
        return new UnseenFields(caller);
    }

    private sealed record Card
    {
        public required string Name { get; init; }

        public string? TaxId { get; init; }

        public decimal Limit { get; init; }

        public string? Note { get; init; }

        public IReadOnlyList<Number> Numbers { get; init; } = [];
    }

    private sealed record Number(string Kind, string? Value = null);
}
