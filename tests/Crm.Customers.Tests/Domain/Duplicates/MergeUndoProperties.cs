using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Customers.Application;
using Crm.Customers.Application.Merging;
using Crm.Customers.Domain;
using CsCheck;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Domain.Duplicates;

/// <summary>Whatever two customers say: what was united can be taken apart again, and what was said since elsewhere stays.</summary>
public sealed class MergeUndoProperties
{
    private static readonly Gen<string> Word = AnyOf("Anna", "anna", "Berg", "Kiel", "+49 431 1111", "0431 1111", "x@y.example");

    private static readonly Gen<ContactPointInput> Point = Gen.Select(
        AnyOf(ContactPointKind.Phone, ContactPointKind.Mobile, ContactPointKind.Email), Word, Gen.Bool, Gen.Bool,
        (kind, value, verified, optedOut) => new ContactPointInput(kind, value, IsVerified: verified, IsOptedOut: optedOut));

    private static readonly Gen<CustomerInput> Customer = Gen.Select(
        Word, Word.Null(), Word.Null(), Gen.Bool, Word.List[0, 3],
        Gen.Select(Word.Null(), Word.Null(), AnyOf(Enum.GetValues<AddressKind>()), (lines, city, kind) => new AddressInput(lines, city, Kind: kind)).List[0, 3],
        Point.List[0, 4],
        Gen.Select(Gen.Guid, Word, Word.Null(), Point.List[0, 2], (id, name, title, points) => new ContactInput(name, title) { Id = id, ContactPoints = points }).List[0, 3],
        (name, industry, notes, blocked, tags, addresses, points, contacts) => new CustomerInput
        {
            Name = name,
            Industry = industry,
            Notes = notes,
            IsBlocked = blocked,
            Tags = [.. tags.Distinct()],
            Addresses = [.. addresses.Distinct()],
            ContactPoints = [.. points.DistinctBy(p => (p.Kind, p.Value))],
            Contacts = [.. contacts.DistinctBy(c => c.Name)],
        });

    [Fact]
    public void What_was_united_is_taken_apart_to_the_byte() => Gen.Select(Customer, Customer, Gen.Bool).Sample((mine, theirs, chooses) =>
    {
        var (before, after, _) = United(mine, theirs, chooses);

        var (image, changed) = MergeUndo.Of(before, after, after);

        changed.ShouldBeEmpty();
        image.ToJsonString().ShouldBe(before.ToJsonString());
    });

    [Fact]
    public void What_was_said_since_elsewhere_stays() => Gen.Select(Customer, Customer, Word).Sample((mine, theirs, said) =>
    {
        var (before, after, _) = United(mine, theirs, chooses: false);
        var present = after.DeepClone().AsObject();
        present["needs"] = said;
        present["tags"]!.AsArray().Add("said since");

        var (image, changed) = MergeUndo.Of(before, after, present);

        changed.ShouldBeEmpty();
        image["needs"]!.GetValue<string>().ShouldBe(said);
        image["tags"]!.AsArray().Select(t => t!.GetValue<string>()).ShouldContain("said since");
        image["name"]!.GetValue<string>().ShouldBe(mine.Name);
    });

    [Fact]
    public void Nothing_of_either_is_lost() => Gen.Select(Customer, Customer).Sample((mine, theirs) =>
    {
        var (_, after, other) = United(mine, theirs, chooses: false);

        foreach (var tag in mine.Tags.Concat(theirs.Tags)) after["tags"]!.AsArray().Select(t => Folding.Fold(t!.GetValue<string>())).ShouldContain(Folding.Fold(tag));
        foreach (var point in other["contactPoints"]!.AsArray().Where(p => p!["isOptedOut"]!.GetValue<bool>()))
            after["contactPoints"]!.AsArray().ShouldContain(p => p!["isOptedOut"]!.GetValue<bool>());
        after["isBlocked"]!.GetValue<bool>().ShouldBe(mine.IsBlocked || theirs.IsBlocked);
    });

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static (JsonObject Before, JsonObject After, JsonObject Other) United(CustomerInput mine, CustomerInput theirs, bool chooses)
    {
        var id = Guid.CreateVersion7();
        var (before, other) = (Image(mine), Image(theirs));
        var plan = new MergePlan(chooses ? new Dictionary<string, Guid> { ["name"] = id, ["notes"] = id } : new Dictionary<string, Guid>());
        var united = plan.United(before, "DE", other, id, "DE");
        // As when they are stored: who is new has an id then.
        foreach (var contact in united["contacts"]!.AsArray()) contact!["id"] ??= Guid.CreateVersion7().ToString();
        return (before, united, other);
    }

    private static JsonObject Image(CustomerInput input) => JsonSerializer.SerializeToNode(input, CrmJson.Options)!.AsObject();
}
