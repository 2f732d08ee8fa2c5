using Crm.BuildingBlocks;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Contacting;
using Crm.Customers.Domain.Pools;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Domain;

public sealed class CustomerTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_lies_in_a_pool_is_claimed_and_not_handed_over_to_anybody()
    {
        var customer = Customer.Register(Details(), Guid.CreateVersion7(), null, Now);
        customer.GiveUp(new PoolId(Guid.CreateVersion7()), Now);

        Should.Throw<RuleBroken>(() => customer.HandOver(customer.Ownership with { OwnerId = Guid.CreateVersion7() }, "Mine", Now)).Rule.ShouldBe(PoolRules.ClaimFirst);
        customer.HandOver(customer.Ownership with { TerritoryId = Guid.CreateVersion7() }, "New office", Now).ShouldBeTrue();
        customer.IsPooled.ShouldBeTrue();
    }

    [Fact]
    public void Every_kind_of_contact_point_and_address_has_one_primary()
    {
        var customer = Customer.Register(Details() with
        {
            ContactPoints =
            [
                Point(ContactPointKind.Phone, "+49 30 1", true), Point(ContactPointKind.Phone, "+49 30 2", true), Point(ContactPointKind.Email, "a@b.de"),
            ],
            Addresses = [Address(AddressKind.Main, "Berlin", false), Address(AddressKind.Billing, "Bonn", false), Address(AddressKind.Main, "Ulm", false)],
        }, null, null, Now);

        customer.ContactPoints.Where(p => p.IsPrimary).Select(p => p.Value).ShouldBe(["+49 30 2", "a@b.de"]);
        customer.Addresses.Where(a => a.IsPrimary).Select(a => a.City).ShouldBe(["Berlin", "Bonn"]);
    }

    [Fact]
    public void Parts_that_say_the_same_keep_their_row_whether_a_primary_is_named_or_not()
    {
        CustomerDetails Said(string second) => Details() with
        {
            Contacts = [Contact("Anna", "CEO"), Contact(second)],
            Addresses = [Address(AddressKind.Main, "Berlin", false)],
            ContactPoints = [Point(ContactPointKind.Phone, "+49 30 1")],
        };
        var customer = Customer.Register(Said("Bert"), null, null, Now);
        var (anna, address, point) = (customer.Contacts[0].Id, customer.Addresses[0].Id, customer.ContactPoints[0].Id);

        customer.Change(Said("Carl"), null, null, Now);

        customer.Contacts.Select(c => (c.Name, c.Id == anna, c.IsPrimary)).ShouldBe([("Anna", true, true), ("Carl", false, false)]);
        (customer.Addresses.Single().Id, customer.ContactPoints.Single().Id).ShouldBe((address, point));
    }

    [Fact]
    public void Another_primary_can_be_named_without_exchanging_rows()
    {
        CustomerDetails Said(bool second) => Details() with { Contacts = [Contact("Anna", isPrimary: !second), Contact("Bert", isPrimary: second)] };
        var customer = Customer.Register(Said(second: false), null, null, Now);
        var ids = customer.Contacts.Select(c => c.Id).ToList();

        customer.Change(Said(second: true), null, null, Now);

        customer.Contacts.Select(c => c.Id).ShouldBe(ids);
        customer.Contacts.Single(c => c.IsPrimary).Name.ShouldBe("Bert");
    }

    [Fact]
    public void What_is_said_twice_is_kept_once()
    {
        var twice = new ExternalRef("erp", "7");
        var customer = Customer.Register(Details() with { ExternalRefs = [twice, new("erp", "7")], Contacts = [Contact("Anna"), Contact("Anna")] }, null, null, Now);

        (customer.ExternalRefs.Count, customer.Contacts.Count).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData("Müller & Söhne", "muller & sohne")]
    [InlineData("  ACME\t  Ｃｏｒｐ ", "acme corp")]
    [InlineData("Straße", "strasse")]
    [InlineData("北京茶叶有限公司", "北京茶叶有限公司")]
    [InlineData("ＡＢＣ１２３", "abc123")]
    [InlineData("\u0301", "")]
    public void Case_accents_width_and_spaces_are_folded_away(string text, string folded) => Folding.Fold(text).ShouldBe(folded);

    [Fact]
    public void A_contact_keeps_its_row_under_a_new_name_and_its_numbers_are_its_own()
    {
        var customer = Customer.Register(Details() with
        {
            Addresses = [Address(AddressKind.Main, "北京", false, "中国")],
            Contacts = [Contact("Anna") with { ContactPoints = [Point(ContactPointKind.Mobile, "138 0013 8000")] }, Contact("Bert")],
            ContactPoints = [Point(ContactPointKind.Mobile, "139 0013 9000")],
        }, null, null, Now);
        var anna = customer.Contacts[0].Id;

        customer.Change(Details() with
        {
            Addresses = [Address(AddressKind.Main, "北京", false, "中国")],
            Contacts = [Contact("Anna Berg") with { Id = anna, ContactPoints = [Point(ContactPointKind.Mobile, "138 0013 8000")] }],
            ContactPoints = [Point(ContactPointKind.Mobile, "139 0013 9000")],
        }, null, null, Now);

        customer.Contacts.Select(c => (c.Id, c.Name)).ShouldBe([(anna, "Anna Berg")]);
        customer.ContactPoints.Select(p => (p.Normalised, p.IsPrimary)).ShouldBe([("+8613900139000", true)]);
        customer.Contacts[0].ContactPoints.Select(p => (p.Normalised, p.IsPrimary, p.IsDialable)).ShouldBe([("+8613800138000", true, true)]);
        Should.Throw<RuleBroken>(() => customer.Change(Details() with { Contacts = [Contact("Carl") with { Id = Guid.NewGuid() }] }, null, null, Now))
            .Rule.ShouldBe(CustomersRules.ContactUnknown);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_name_may_pass_from_one_contact_to_a_new_one(bool isNewFirst)
    {
        var customer = Customer.Register(Details() with { Contacts = [Contact("Li Wei")] }, null, null, Now);
        var known = customer.Contacts[0].Id;
        ContactFacts[] wanted =
        [
            Contact("Li Wei", "CFO") with { ContactPoints = [Point(ContactPointKind.Email, "cfo@acme.example")] },
            Contact("Li Wei Senior") with { Id = known },
        ];

        customer.Change(Details() with { Contacts = isNewFirst ? wanted : [.. wanted.Reverse()] }, null, null, Now);

        customer.Contacts.Single(c => c.Id == known).Name.ShouldBe("Li Wei Senior");
        var added = customer.Contacts.Single(c => c.Id != known);
        (added.Name, added.Title, added.ContactPoints.Single().Value).ShouldBe(("Li Wei", "CFO", "cfo@acme.example"));
    }

    [Fact]
    public void Two_people_of_one_name_stay_two_whoever_is_said_first()
    {
        var customer = Customer.Register(Details() with { Contacts = [Contact("Li Wei", "CEO"), Contact("Li Wei", "CFO")] }, null, null, Now);
        var rows = customer.Contacts.ToDictionary(c => c.Title!, c => c.Id);

        customer.Change(Details() with { Contacts = [Contact("Li Wei", "CFO"), Contact("Li Wei", "CEO")] }, null, null, Now);

        customer.Contacts.ToDictionary(c => c.Title!, c => c.Id).ShouldBe(rows, ignoreOrder: true);
    }

    [Fact]
    public void A_customer_that_moves_abroad_has_its_numbers_read_as_those_of_its_new_country()
    {
        CustomerDetails In(string country) => Details() with
        {
            Addresses = [Address(AddressKind.Main, "Basel", false, country)],
            ContactPoints = [Point(ContactPointKind.Phone, "061 123 45 67"), Point(ContactPointKind.Social, "@Acme") with { Network = "wechat" }],
        };
        var customer = Customer.Register(In("Germany"), null, null, Now);
        var ids = customer.ContactPoints.Select(p => p.Id).ToList();

        customer.Change(In("CH"), null, null, Now);

        customer.ContactPoints.Select(p => p.Normalised).ShouldBe(["+41611234567", "acme"]);
        customer.ContactPoints.Select(p => p.Id).ShouldBe(ids);
    }

    [Theory]
    [InlineData("北京茶叶有限公司", "bjcyyxgs")]
    [InlineData("曾小明", "zxm")]
    [InlineData("厦门ABC贸易", "xmABCmy")]
    [InlineData("Tea House", null)]
    public void Chinese_names_are_known_by_their_initials(string name, string? initials) => Pinyin.Initials(name).ShouldBe(initials);

    [Fact]
    public void A_value_is_found_whole_and_by_starts_and_ends_from_four_to_twelve_characters()
    {
        var parts = SearchToken.PartsOf("+493012345").ToHashSet();

        foreach (var searched in new[] { "+493012345", "+493", "2345", "+49301234", "93012345" })
            SearchToken.PartsSearched(searched).Any(parts.Contains).ShouldBeTrue(searched);
        foreach (var searched in new[] { "345", "3012", "+4930123456" })
            SearchToken.PartsSearched(searched).Any(parts.Contains).ShouldBeFalse(searched);
    }

    private static Address Address(AddressKind kind, string city, bool isPrimary, string country = "DE") =>
        new(kind, null, city, null, null, country, null, null, isPrimary);

    private static ContactFacts Contact(string name, string? title = null, bool isPrimary = false) => new(null, name, title, null, isPrimary, []);

    private static ContactPointFacts Point(ContactPointKind kind, string value, bool isPrimary = false) => new(kind, null, value, null, isPrimary, false, false);

    private static CustomerDetails Details() => new(
        "C1", CustomerKind.Organisation, "Acme", null, null, null, null, null, null, null, null, null, null, null, null, null, Lifecycle.Active, false,
        [], [], [], [], []);
}
