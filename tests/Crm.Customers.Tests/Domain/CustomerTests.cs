using Crm.Customers.Domain;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Domain;

public sealed class CustomerTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_kind_of_contact_point_and_address_has_one_primary()
    {
        var customer = Customer.Register(Details() with
        {
            ContactPoints =
            [
                new(ContactPointKind.Phone, "+49 30 1", true), new(ContactPointKind.Phone, "+49 30 2", true), new(ContactPointKind.Email, "a@b.de", false),
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
            Contacts = [new("Anna", "CEO", false), new(second, null, false)],
            Addresses = [Address(AddressKind.Main, "Berlin", false)],
            ContactPoints = [new(ContactPointKind.Phone, "+49 30 1", false)],
        };
        var customer = Customer.Register(Said("Bert"), null, null, Now);
        var (anna, address, point) = (customer.Contacts[0].Id, customer.Addresses[0].Id, customer.ContactPoints[0].Id);

        customer.Change(Said("Carl"), null, null);

        customer.Contacts.Select(c => (c.Name, c.Id == anna, c.IsPrimary)).ShouldBe([("Anna", true, true), ("Carl", false, false)]);
        (customer.Addresses.Single().Id, customer.ContactPoints.Single().Id).ShouldBe((address, point));
    }

    [Fact]
    public void Another_primary_can_be_named_without_exchanging_rows()
    {
        CustomerDetails Said(bool second) => Details() with { Contacts = [new("Anna", null, !second), new("Bert", null, second)] };
        var customer = Customer.Register(Said(second: false), null, null, Now);
        var ids = customer.Contacts.Select(c => c.Id).ToList();

        customer.Change(Said(second: true), null, null);

        customer.Contacts.Select(c => c.Id).ShouldBe(ids);
        customer.Contacts.Single(c => c.IsPrimary).Name.ShouldBe("Bert");
    }

    [Fact]
    public void What_is_said_twice_is_kept_once()
    {
        var twice = new ExternalRef("erp", "7");
        var customer = Customer.Register(Details() with { ExternalRefs = [twice, new("erp", "7")], Contacts = [new("Anna", null, false), new("Anna", null, false)] }, null, null, Now);

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

    [Theory]
    [InlineData("+49 (30) 123-45", "+493012345")]
    [InlineData("０３０ １２３", "030123")]
    [InlineData("030 +1", "0301")]
    public void Of_a_number_only_digits_and_a_leading_plus_are_compared(string given, string compared) =>
        ContactPoint.Normalise(ContactPointKind.Mobile, given).ShouldBe(compared);

    [Fact]
    public void A_value_is_found_whole_and_by_starts_and_ends_from_four_to_twelve_characters()
    {
        var parts = SearchToken.PartsOf("+493012345").ToHashSet();

        foreach (var searched in new[] { "+493012345", "+493", "2345", "+49301234", "93012345" })
            SearchToken.PartsSearched(searched).Any(parts.Contains).ShouldBeTrue(searched);
        foreach (var searched in new[] { "345", "3012", "+4930123456" })
            SearchToken.PartsSearched(searched).Any(parts.Contains).ShouldBeFalse(searched);
    }

    private static Address Address(AddressKind kind, string city, bool isPrimary) => new(kind, null, city, null, null, "DE", isPrimary);

    private static CustomerDetails Details() => new(
        "C1", CustomerKind.Organisation, "Acme", null, null, null, null, null, null, null, null, null, Lifecycle.Active, false, [], [], [], [], []);
}
